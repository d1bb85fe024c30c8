import Briefings
import EDTF
import Linking
import Markdown

/// `bibliography.bib`: the published sources for BibLaTeX, Zotero, JabRef and Pandoc, by identifier.
///
/// BibLaTeX rather than BibTeX of 1988: only it knows online sources, days, uncertain dates and archived newspapers, and
/// the programs above read it in files that end in `.bib`.
struct BibLaTeXBibliography {
  let references: [Reference]
  /// BCP 47, for dates that only words can say.
  let language: String

  init(_ site: Site) {
    references = Reference.all(of: site)
    language = site.configuration.language
  }

  var bytes: [UInt8] {
    var bytes: [UInt8] = []
    for (index, reference) in references.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: "\n")) }
      write(reference, to: &bytes)
    }
    return bytes
  }

  private func write(_ reference: Reference, to bytes: inout [UInt8]) {
    let (record, entry) = (reference.record, BibLaTeXEntry(reference))
    bytes += "@\(entry.type){\(record.slug.string),\n".utf8
    func field(_ name: String, _ value: String?) {
      if let value, !value.isEmpty { bytes += "  \(name) = {\(value)},\n".utf8 }
    }
    // Braces of their own: capitals stay as the publisher wrote them.
    field("title", text(record.title, record.language).map { "{\($0)}" })
    field("author", reference.authors.map(author).joined(separator: " and "))
    field("entrysubtype", entry.subtype)
    field(entry.publisherField, text(reference.source.publisherName, nil).map { "{\($0)}" })
    switch record.published.map({ BibLaTeXDate($0.value, language: language) }) {
    case .date(let date): field("date", date)
    case .words(let words): field("year", LaTeXText.escaped(words))
    case nil: break
    }
    if let language = record.language {
      let name = BabelLanguage.name(of: language)
      field(name == nil ? "language" : "langid", name ?? language)
    }
    field("url", reference.url.map(LaTeXText.address))
    field("urldate", record.accessed?.isoText)
    field("note", archive(record))
    bytes += "}\n".utf8
  }

  /// LaTeX sets straight quotation marks as it pleases, and in some languages reads them as commands.
  private func text(_ text: String, _ language: String?) -> String? {
    let line = Reference.oneLine(text)
    guard !line.isEmpty else { return nil }
    let hasQuotes = line.utf8.contains(UInt8(ascii: "\""))
    return LaTeXText.escaped(
      hasQuotes ? Markdown.typeset(line, language: language ?? self.language) : line)
  }

  /// A name in braces is taken whole, whatever words and commas are in it.
  private func author(_ name: CitedName) -> String {
    switch name {
    case .person(let family, let given): "{\(text(family, nil) ?? "")}, {\(text(given, nil) ?? "")}"
    case .literal(let name): "{\(text(name, nil) ?? "")}"
    }
  }

  private func archive(_ record: Source) -> String? {
    guard let url = record.archiveURL else { return nil }
    let day = record.archived.map { ", \($0.isoText)" } ?? ""
    return "Archived copy: \(LaTeXText.escaped(url))\(day)"
  }
}

/// A date by BibLaTeX's manual, 2.3.8: EDTF of levels 0 and 1.
enum BibLaTeXDate: Equatable {
  case date(String)
  /// For `year`, which takes what is no number as it is.
  case words(String)

  init(_ date: EDTFDate, language: String) {
    self = BibLaTeXDate.text(of: date).map { .date($0) } ?? .words(date.words(language: language))
  }

  private static func text(of date: EDTFDate) -> String? {
    switch date.form {
    case .date(let day), .dateTime(let day, _): text(of: day)
    case .interval(let start, let end):
      text(of: start).flatMap { start in text(of: end).map { start + "/" + $0 } }
    case .set: nil
    }
  }

  private static func text(of end: IntervalEnd) -> String? {
    switch end {
    case .date(let date): date.season == nil ? text(of: date) : nil
    case .open: ".."
    case .unknown: ""
    }
  }

  private static func text(of date: CalendarDate) -> String? {
    guard let parts = CitedDate.Parts(date) else { return nil }
    let qualifiers = date.qualifiers.compactMap { $0 }
    switch (qualifiers.contains(where: \.isUncertain), qualifiers.contains(where: \.isApproximate)) {
    case (true, true): return parts.isoText + "%"
    case (true, false): return parts.isoText + "?"
    case (false, true): return parts.isoText + "~"
    case (false, false): return parts.isoText
    }
  }
}
