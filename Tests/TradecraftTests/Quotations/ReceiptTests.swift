import Briefings
import Diagnostics
import Linking
import Testing

@testable import Tradecraft

/// One briefing with one quotation, the texts that are there, and receipts.
private struct Proved {
  static let source =
    "A title\n\nKyiv wants a lasting peace, and it wants it soon.\n\nNobody wants it more.\n"

  let proofs: QuotationProofs
  private let site: TestSite
  private let copies = LocalCopies(root: "/", folder: "texts", listed: [])

  init(_ body: String, texts: KeyValuePairs<Slug, String> = ["paper": source], receipts: [Receipt]? = nil) {
    site = TestSite.briefing(body + "\n")
    let check = QuotationCheck(site.linked(), site.registry())
    let comparisons = texts.map { check.comparison(with: LocalText(Array($0.value.utf8)), of: $0.key) }
    let files = receipts.flatMap { receipts in
      ReceiptFile.path(of: "paper").map { [ReceiptFile($0, ReceiptFile.bytes(of: receipts))] }
    }
    proofs = check.proofs(comparisons, files ?? [])
  }

  var findings: [Finding] { proofs.findings(copies).sorted() }
  var codes: [String] { findings.map(\.code.rawValue) }
  /// As the texts announce them.
  var isAsMarked: Bool { site.found(findings) == site.expected }

  /// Of the file for `paper`.
  var receipts: [Receipt] {
    proofs.renewedReceipts(keepsUnknown: false)
      .filter { $0.path == ReceiptFile.path(of: "paper") }
      .flatMap { ReceiptFile($0.path, $0.bytes).entries.map(\.receipt) }
  }
}

struct ReceiptTests {
  private static func quote(_ words: String, _ attributes: String = "#q", _ citation: String = "@paper")
    -> String
  {
    "[\"\(words)\"]{.quote \(attributes) speaker=kyiv}, he said [\(citation)]."
  }

  @Test func `a receipt says where the words are and none of them`() throws {
    let receipt = try #require(Proved(Self.quote("Kyiv wants a lasting peace")).receipts.first)
    #expect(receipt.place == 9..<35)
    #expect((receipt.briefing, receipt.id, receipt.match) == ("truce", "q", "exact"))
    #expect(receipt.text == LocalText(Array(Proved.source.utf8)).digest)
    #expect(!String(decoding: receipt.line, as: UTF8.self).contains("wants"))
    #expect(try Receipt(line: receipt.line[...]) == receipt)
  }

  @Test(arguments: [
    ("#q", "Kyiv wants a lasting peace", []), ("#q", "“Kyiv wants a lasting peace.”", []),
    ("#q", "Kyiv wants lasting peace", ["quote-changed"]),
    ("", "Kyiv wants a lasting peace", []),
    ("", "Kyiv wants lasting peace", ["quote-unverified", "stale-receipt"]),
    ("#other", "Kyiv wants a lasting peace", ["quote-unverified", "stale-receipt"]),
  ])
  func `without texts a quotation is what its receipt says`(id: String, words: String, codes: [String]) {
    let before = Proved(Self.quote("Kyiv wants a lasting peace", id.isEmpty ? "" : "#q")).receipts
    #expect(Proved(Self.quote(words, id), texts: [:], receipts: before).codes == codes)
  }

  @Test func `neither text nor receipt is a warning that names the file`() throws {
    let finding = try #require(Proved(Self.quote("Any words"), texts: [:]).findings.first)
    #expect(finding.code == .quoteUnverified && finding.message.contains("'texts/paper.txt'"))
  }

  @Test(arguments: [
    (
      "[\"Kyiv wants a ‹quote-not-found|long› peace\"]{.quote #q speaker=kyiv} [@paper].", "lasting",
      "[-long-]{+lasting+}"
    ),
    (
      "[\"Kyiv wants a lasting ‹quote-not-found|big› peace\"]{.quote #q speaker=kyiv} [@paper].", nil,
      "[-big-]"
    ),
    ("[\"wants a ‹quote-not-found|peace,› and it\"]{.quote #q speaker=kyiv} [@paper].", nil, "{+lasting+}"),
    (
      "[\"‹quote-not-found|No-one› wants *it* more\"]{.quote #q speaker=kyiv} [@paper].", "Nobody",
      "[-No-one-]{+Nobody+}"
    ),
    (
      "::: {.quote #q speaker=kyiv}\nNobody wants it\n‹quote-not-found|less›. [@paper]\n:::", "more.",
      "[-less-]{+more.+}"
    ),
    ("[\"‹quote-not-found|lastin›\"]{.quote #q speaker=kyiv} [@paper].", "lasting", "{+lasting+}"),
  ])
  func `what is not found is marked with what to change`(body: String, suggestion: String?, diff: String)
    throws
  {
    let proved = Proved(body)
    #expect(proved.isAsMarked, "\(proved.findings)")
    let finding = try #require(proved.findings.first)
    #expect(finding.suggestions == [suggestion].compactMap { $0 })
    #expect(finding.notes.contains { $0.message.contains(diff) }, "\(finding.notes)")
  }

  @Test func `few words in another paragraph are told where they are`() throws {
    let body = Self.quote("lasting peace", "#q", "@paper, para. 2")
    let finding = try #require(Proved(body).findings.first)
    #expect(finding.code == .quoteNotFound && finding.message.contains("in paragraph 1"))
    #expect(Proved(Self.quote("lasting peace", "#q", "@paper, para. 1")).codes == [])
  }

  @Test func `any of several sources may hold the words`() {
    let body = Self.quote("Nobody wants it more", "#q", "@wire; @paper")
    #expect(Proved(body, texts: ["wire": "Else.", "paper": Proved.source]).codes == [])
    #expect(Proved(body, texts: ["wire": "Else."]).codes == ["quote-unverified"])
    #expect(Proved(body, texts: ["wire": "Else.", "paper": "Nothing."]).codes == ["quote-not-found"])
  }

  @Test(arguments: ["translated-by=Desk", "lang=uk"])
  func `a translation is not compared, and its receipt says so`(attribute: String) throws {
    let body = Self.quote("Words in no text at all", "#q \(attribute)")
    #expect(Proved(body).codes == ["quote-unverified"])
    let receipts = Proved(body).receipts
    #expect(receipts.map(\.match) == ["skipped"] && receipts.allSatisfy { $0.text == nil && $0.place == nil })
    #expect(Proved(body, texts: [:], receipts: receipts).codes == [])
    #expect(
      Proved(Self.quote("Words in no text at all"), texts: [:], receipts: receipts).codes == [
        "quote-unverified"
      ])
    #expect(Proved(Self.quote("Nobody wants it more", "#q lang=en-GB")).codes == [])
  }

  @Test func `a receipt waits while its quotation's source is mistyped`() {
    let before = Proved(Self.quote("Nobody wants it more")).receipts
    #expect(Proved(Self.quote("Nobody wants it more", "#q", "@papr"), receipts: before).codes == [])
    #expect(
      Proved(Self.quote("Nobody wants it more", "#z", "@papr"), receipts: before).codes == ["stale-receipt"])
  }

  @Test func `another text makes a receipt stale, and renews it`() {
    let body = Self.quote("Nobody wants it more")
    let before = Proved(body).receipts
    let texts: KeyValuePairs<Slug, String> = ["paper": Proved.source + "More.\n"]
    let later = Proved(body, texts: texts, receipts: before)
    #expect(later.codes == ["stale-receipt"])
    #expect(Proved(body, texts: texts, receipts: later.receipts).codes == [])
  }

  @Test func `a receipt lives as long as its quotation and its words`() {
    let body = Self.quote("Nobody wants it more")
    let before = Proved(body).receipts
    #expect(Proved("Nothing is quoted.", receipts: before).receipts == [])
    #expect(
      Proved("Nothing is quoted.", receipts: before).proofs.renewedReceipts(keepsUnknown: true)[0].bytes != []
    )
    #expect(Proved(body, texts: [:], receipts: before).receipts == before)
    #expect(Proved(body, texts: ["paper": "Else."], receipts: before).receipts == [])
    #expect(Proved(Self.quote("Nobody wants it less"), receipts: before).receipts == before)
    #expect(Proved(Self.quote("it wants it soon"), receipts: before).codes == ["quote-changed"])
    #expect(Proved(Self.quote("it wants it soon"), receipts: before).receipts != before)
  }

  @Test(arguments: [
    ("{\"briefing\":", "no object"), ("<<<<<<< HEAD", "conflict"), ("=======", "conflict"),
    ("[]", "no object"),
    (
      #"{"briefing":"a","quotation":"b","match":"exact","text":"c","start":1,"end":2,"normalizer":"qn1","x":1}"#,
      "'x'"
    ),
    (
      #"{"briefing":"a","quotation":"b","match":"exact","text":"c","start":3,"end":2,"normalizer":"qn1"}"#,
      "'start'"
    ),
    (#"{"briefing":"a","quotation":"b","match":"near","normalizer":"qn1"}"#, "'near'"),
    (#"{"quotation":"b","match":"skipped","normalizer":"qn1"}"#, "'briefing'"),
  ])
  func `a line that is no receipt is told with its place`(line: String, reason: String) throws {
    let path = try #require(ReceiptFile.path(of: "paper"))
    let good = #"{"briefing":"a","id":"é\"","quotation":"b","match":"skipped","normalizer":"qn1"}"#
    let file = ReceiptFile(path, Array("\(good)\n\(line)\r\n\n\(good)\n".utf8))
    #expect(file.entries.map(\.receipt.id) == ["é\"", "é\""])
    let finding = try #require(file.findings.first)
    #expect(file.findings.count == 1 && finding.code == .badReceipt && finding.message.contains(reason))
    #expect(finding.place.range == good.utf8.count + 1..<good.utf8.count + 1 + line.utf8.count)
  }
}
