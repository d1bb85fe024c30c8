import Diagnostics
import EDTF

extension Briefing {
  init(_ fields: Fields, file: ContentFile, slug: Slug, _ report: inout FileReport) {
    self.init(file: file, slug: slug)
    common = CommonMatter(fields, &report)
    title = fields.text("title", &report)?.value ?? ""
    let published = fields.day("published", &report)
    self.published = published?.value
    publishedSource = published?.source
    let update = fields.day("updated", &report)
    (updated, updatedSource) = (update?.value, update?.source)
    summary = fields.text("summary", &report)?.value ?? ""
    authors = fields.texts("authors", &report).map(\.value)
    sources = fields.texts("sources", &report)
    topics = fields.texts("topics", &report)
    yardstick = fields.choice("yardstick", Yardstick.self, &report)
    prefer = fields.pairs("prefer", &report).map { (alias: $0.key, entity: $0.value) }
    for fields in fields.maps("corrections", &report) {
      if let correction = Correction(fields, &report) { corrections.append(correction) }
    }
    for fields in fields.maps("events", &report) {
      if let event = FrontMatterEvent(fields, &report) { events.append(event) }
    }
  }
}

extension Correction {
  /// Nil when something required is missing or wrong, which is then a finding.
  fileprivate init?(_ fields: Fields, _ report: inout FileReport) {
    let date = fields.day("date", &report)
    let kind = fields.choice("kind", Kind.self, &report)
    let text = fields.text("text", &report)
    guard let date, let kind, let text else { return nil }
    self.init(date: date.value, kind: kind, text: text.value, source: fields.opening)
  }
}

extension FrontMatterEvent {
  /// Nil when something required is missing or wrong, which is then a finding.
  fileprivate init?(_ fields: Fields, _ report: inout FileReport) {
    let date = fields.date("date", &report)
    let title = fields.text("title", &report)
    let id = fields.text("id", &report)
    let place = fields.text("place", &report)
    let who = fields.texts("who", &report)
    let sources = fields.texts("sources", &report)
    let reported = fields.date("reported", &report)
    let status = fields.choice("status", EventStatus.self, &report)
    guard let date, let title else { return nil }
    self.init(date: date, title: title.value, source: fields.opening)
    self.id = id
    self.place = place
    self.who = who
    self.sources = sources
    self.reported = reported
    self.status = status ?? .occurred
  }
}
