extension Locator {
  struct Spelling {
    let word: [UInt8]
    let label: Label
  }

  /// Every spelling of a label by its first byte, the longest first.
  static let words: [[Spelling]] = {
    var words = [[Spelling]](repeating: [], count: 256)
    for (label, spellings) in spellings {
      for spelling in spellings {
        let word = Array(spelling.utf8)
        words[Int(word[0])].append(Spelling(word: word, label: label))
      }
    }
    return words.map { $0.sorted { $0.word.count > $1.word.count } }
  }()

  /// CSL's English terms, long and short, one and several; then Pandoc's own short forms.
  static let spellings: [(label: Label, words: [String])] = [
    (.appendix, ["appendix", "appendices", "app.", "apps."]),
    (.article, ["article", "articles", "art.", "arts."]),
    (.book, ["book", "books", "bk.", "bks."]),
    (.canon, ["canon", "canons"]),
    (.chapter, ["chapter", "chapters", "chap.", "chaps."]),
    (.column, ["column", "columns", "col.", "cols."]),
    (.elocation, ["location", "locations", "loc.", "locs."]),
    (.equation, ["equation", "equations", "eq.", "eqs."]),
    (.figure, ["figure", "figures", "fig.", "figs."]),
    (.folio, ["folio", "folios", "fol.", "fols."]),
    (.issue, ["issue", "issues", "iss."]),
    (.line, ["line", "lines", "l.", "ll."]),
    (.note, ["note", "notes", "n.", "nn."]),
    (.number, ["number", "numbers", "no.", "nos."]),
    (.opus, ["opus", "opera", "op.", "opp."]),
    (.page, ["page", "pages", "p.", "pp.", "p", "pp"]),
    (.paragraph, ["paragraph", "paragraphs", "para.", "paras.", "¶", "¶¶"]),
    (.part, ["part", "parts", "pt.", "pts."]),
    (.rule, ["rule", "rules", "r.", "rr."]),
    (.scene, ["scene", "scenes", "sc.", "scs."]),
    (.section, ["section", "sections", "sec.", "secs.", "§", "§§"]),
    (.subVerbo, ["sub verbo", "sub verbis", "s.v.", "s.vv."]),
    (.supplement, ["supplement", "supplements", "supp.", "supps."]),
    (.table, ["table", "tables", "tbl.", "tbls."]),
    (.timestamp, ["timestamp", "timestamps"]),
    (.title, ["title", "titles", "tit.", "tits."]),
    (.verse, ["verse", "verses", "v.", "vv."]),
    (.version, ["version", "versions"]),
    (.volume, ["volume", "volumes", "vol.", "vols."]),
  ]
}
