import Briefings
import EDTF
import Linking

/// `bibliography.json`: the published sources as CSL-JSON (CSL 1.0.2, `csl-data.json`), an item a line, by identifier.
///
/// What CSL has no variable for stands under `custom`: the date as the record has it where `issued` says less, and the
/// archived copy.
struct CSLBibliography {
  let references: [Reference]
  /// BCP 47, for dates that only words can say.
  let language: String

  init(_ site: Site) {
    references = Reference.all(of: site)
    language = site.configuration.language
  }

  var bytes: [UInt8] {
    var json = JSONText()
    if references.isEmpty {
      json.raw("[]\n")
      return json.bytes
    }
    json.raw("[\n")
    for (index, reference) in references.enumerated() {
      write(reference, to: &json)
      json.raw(index + 1 == references.count ? "\n" : ",\n")
    }
    json.raw("]\n")
    return json.bytes
  }

  private func write(_ reference: Reference, to json: inout JSONText) {
    let record = reference.record
    let publisher = JSONText.text(Reference.oneLine(reference.source.publisherName))
    let isContainer = reference.appearsInPublisher
    json.object([
      ("id", { $0.string(record.slug.string) }),
      ("type", { $0.string(reference.type) }),
      ("title", JSONText.text(Reference.oneLine(record.title))),
      ("author", reference.authors.isEmpty ? nil : { $0.list(reference.authors, CSLBibliography.write) }),
      ("container-title", isContainer ? publisher : nil),
      ("publisher", isContainer ? nil : publisher),
      ("issued", record.published.map { published in { issued(published.value, &$0) } }),
      ("language", JSONText.text(record.language)),
      ("URL", JSONText.text(reference.url)),
      ("accessed", record.accessed.map { day in { CSLBibliography.write(day, to: &$0) } }),
      ("custom", custom(record)),
    ])
  }

  private static func write(_ name: CitedName, to json: inout JSONText) {
    switch name {
    case .person(let family, let given):
      json.object([
        ("family", JSONText.text(Reference.oneLine(family))),
        ("given", JSONText.text(Reference.oneLine(given))),
      ])
    case .literal(let text): json.object([("literal", JSONText.text(Reference.oneLine(text)))])
    }
  }

  /// A date without parts is said in words, and never both: programs differ in which they believe.
  private func issued(_ date: EDTFDate, _ json: inout JSONText) {
    guard let cited = CitedDate(date) else {
      json.object([("literal", { $0.string(date.words(language: language)) })])
      return
    }
    let parts = [cited.first, cited.last].compactMap { $0?.numbers }
    let isVague = date.isUncertain || date.isApproximate
    json.object([
      ("date-parts", { $0.list(parts, CSLBibliography.write) }),
      ("season", cited.first.season.map { season in { $0.raw("\(season)") } }),
      ("circa", isVague ? { $0.raw("true") } : nil),
    ])
  }

  private static func write(_ day: CivilDay, to json: inout JSONText) {
    json.object([("date-parts", { $0.list([[day.year, day.month, day.day]], write) })])
  }

  private static func write(_ parts: [Int], to json: inout JSONText) {
    json.list(parts) { $1.raw("\($0)") }
  }

  private func custom(_ record: Source) -> ((inout JSONText) -> Void)? {
    let edtf = record.published.flatMap { published in
      CitedDate(published.value)?.isWhole == true ? nil : published.value.text
    }
    guard edtf != nil || record.archiveURL != nil || record.archived != nil else { return nil }
    return {
      $0.object([
        ("edtf", JSONText.text(edtf)),
        ("archive-url", JSONText.text(record.archiveURL)),
        ("archived", JSONText.text(record.archived?.isoText)),
      ])
    }
  }
}
