import Testing

@testable import Briefings

@Suite struct YAMLPlaceTests {
  /// The value of `k` has exactly the marked place.
  @Test(arguments: [
    "k: ⟦plain⟧\n", "é: 1\n🙂: 2\nk: ⟦plain⟧ # comment\n", "{é🙂: '🙂', k: ⟦🙂é⟧}", "k:\t⟦after a tab⟧\n",
    "a: 1\r\nk: ⟦x⟧\r\nb: 2\r\n", "a: 1\rk: ⟦x⟧\rb: 2\r", "a: x\u{85}k: ⟦y⟧\u{2028}z: 1\n",
    "k: '⟦its⟧'\n", "k: \"⟦é 🙂⟧\" # x\n", "k: ⟦'  '⟧\n", "k: ⟦''⟧\n", "'⟦k⟧': 1\n",
    "k: ⟦'it''s'⟧\n", "k: ⟦\"a \\\"b\\\" c\"⟧ # x\n", "k: ⟦'two\n  lines'⟧\n", "k: ⟦two\n  lines⟧ # x\n",
    "k: |\n  ⟦one\n  two⟧\nb: 1\n", "k: >-\n\n  ⟦one\n\n  two⟧\nb: 1\n",
    "k: |- # note\r\n  ⟦one⟧\r\nb: 1\r\n", "k: ⟦|⟧\nb: 1\n", "k: &a ⟦x⟧\n", "k: !!str ⟦x⟧\n",
    "k: &a !!str '⟦x⟧'\n", "k: ⟦&a⟧\nb: 1\n", "k: ⟦!!str⟧\n# note\n", "k: &a ⟦[a⟧]\n", "k: &a\n  ⟦a: b⟧\n",
    "k: ⟦[a, 'b'⟧]\n", "k: ⟦{a: \"b\"⟧}\n",
    "k: ⟦a *b* c⟧\n", "k: '⟦*b*⟧'\n", "é: '*🙂*'\nk: ⟦x⟧\n",
    "k: ⟦[a, b⟧]\n", "k: ⟦{a: b⟧}\n", "? k\n: ⟦x⟧\n", "\"k\": ⟦x⟧\n", "k: ⟦⟧\n",
  ])
  func `a value's place is the bytes it is written with`(text: String) throws {
    let marked = Marked(text)
    let root = try YAMLComposer.compose(marked.bytes, in: 0..<marked.bytes.count)
    guard case .mapping(let pairs) = root?.content else {
      Issue.record("no map")
      return
    }
    let pair = pairs.first { $0.key.text == "k" }
    let value = text.hasPrefix("'⟦k") ? pair?.key : pair?.value
    if marked.places[0].isEmpty {
      #expect(value?.source.isEmpty == true)
    } else {
      #expect(value?.source == marked.places[0])
    }
  }

  @Test(arguments: [
    ("k: 2025-⟦1⟧3", 6), ("k: 'é🙂⟦x⟧'", 3), ("k: \"é🙂⟦x⟧\"", 3), ("🙂: é\nk: é⟦é⟧", 2), ("k: ab⟦⟧", 3),
    ("k: ⟦\"a\\tb\"⟧", 3), ("k: ⟦'it''s x'⟧", 6), ("k: ⟦a\n  b⟧", 3), ("k: |\n  a⟦b⟧\n", 2),
    ("k: >-\r\n  a⟦b⟧\r\n", 2),
    ("k: |\n  ⟦a\n  b⟧", 3), ("k: '*b⟦x⟧*'", 3),
  ])
  func `a place inside a text is exact where the text is written as it is`(text: String, column: Int) throws {
    let marked = Marked(text)
    let root = try YAMLComposer.compose(marked.bytes, in: 0..<marked.bytes.count)
    guard case .mapping(let pairs) = root?.content, let value = pairs.last?.value else {
      Issue.record("no map")
      return
    }
    #expect(value.place(ofColumn: column) == marked.places[0])
  }

  @Test(arguments: [
    ("a: 1\n⟦\t⟧b: 2\n", "a tab cannot indent YAML; use spaces"),
    ("a: Kyiv⟦:⟧ a truce\n", "a ': ' inside a text; put the text in quotes"),
    ("é: 🙂⟦:⟧ x\n", "a ': ' inside a text; put the text in quotes"),
    ("a: ⟦@⟧b\n", "a text cannot begin with '@' in YAML; put it in quotes"),
    ("a: ⟦`⟧b\n", "a text cannot begin with '`' in YAML; put it in quotes"),
    ("a: 1\n⟦---⟧\nb: 2\n", "a second YAML document begins here; remove this line"),
    ("a: ⟦*b c*⟧\n", "a text that begins with * must stand in quotes"),
    ("a: x\n🙂: ⟦*b⟧\n", "no anchor '&b' stands before this alias; put a text that begins with * in quotes"),
    ("a: &a [⟦*a⟧]\n", "no anchor '&a' stands before this alias; put a text that begins with * in quotes"),
    ("a: é⟦\u{7}⟧\n", "the character U+0007 cannot stand in YAML; remove it"),
    ("a: é⟦\0⟧\n", "the character U+0000 cannot stand in YAML; remove it"),
    ("a: é⟦\u{9F}⟧\n", "the character U+009F cannot stand in YAML; remove it"),
    ("a: é⟦\u{FEFF}⟧\n", "the character U+FEFF cannot stand in YAML; remove it"),
    ("a: é⟦\u{FFFF}⟧\n", "the character U+FFFF cannot stand in YAML; remove it"),
  ])
  func `a syntax error is placed and explained`(text: String, message: String) {
    let marked = Marked(text)
    #expect(throws: YAMLProblem(.syntax, message, marked.places[0])) {
      try YAMLComposer.compose(marked.bytes, in: 0..<marked.bytes.count)
    }
  }

  @Test(arguments: [
    ("a: &x 1\nb: *x\n", "{'a':'1','b':'1'}"),
    ("a: &x [1, 2]\nb: [*x, *x]\n", "{'a':['1','2'],'b':[['1','2'],['1','2']]}"),
    ("&k a: 1\nb: *k\n", "{'a':'1','b':'a'}"),
    ("a: &m\n  b: 1\nc: *m\n", "{'a':{'b':'1'},'c':{'b':'1'}}"),
    ("a: &m\n  &k b: 1\nc: *k\nd: *m\n", "{'a':{'b':'1'},'c':'b','d':{'b':'1'}}"),
    ("a: &x 1\nb: &x 2\nc: *x\n", "{'a':'1','b':'2','c':'2'}"),
    ("a: &x !!str 1\nb: *x\n", "{'a':'1','b':'1'}"),
    ("a: !!str &x 1\n*x : 2\n", "{'a':'1','1':'2'}"),
    ("a: '*x'\nb: 2 * 3\nc: |\n  *x*\n", "{'a':'*x','b':'2 * 3','c':'*x*\n'}"),
    ("a: no\nb: 12:30\nc: 0x10\nd: ~\ne: null\n", "{'a':'no','b':'12:30','c':'0x10','d':'~','e':'null'}"),
    ("\u{E000}: '*\u{E000}\u{E001}'\n", "{'\u{E000}':'*\u{E000}\u{E001}'}"),
    ("? complex\n: x\n? [a]\n: y\n", "{'complex':'x',['a']:'y'}"),
    ("[]: x\n", "{[]:'x'}"),
  ])
  func `scalars are read as text and aliases as what they name`(text: String, written: String) throws {
    #expect(try compose(text)?.written == written)
  }
}
