import Briefings
import EDTF
import Linking

/// The newest briefings with their bottom lines, as Atom 1.0 (RFC 4287).
///
/// Entries are known by their address, and dated by midnight UTC of their civil days.
struct AtomFeed {
  let site: Site

  /// Nil without a base URL: an entry needs an address of its own.
  var bytes: [UInt8]? {
    guard let home = site.absolute(.home), let own = site.absolute(.atomFeed) else { return nil }
    let configuration = site.configuration
    let briefings = site.briefings.filter { $0.record.published != nil }.prefix(configuration.feedLimit)
    var xml = XMLText()
    xml.open("feed", ["xmlns": "http://www.w3.org/2005/Atom", "xml:lang": configuration.language])
    xml.element("id", home)
    xml.element("title", configuration.title)
    xml.element("updated", timestamp(briefings.compactMap { changed($0) }.max()))
    xml.empty("link", ["rel": "self", "type": "application/atom+xml", "href": own])
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": home])
    author(configuration.publisher ?? configuration.title, in: &xml)
    for briefing in briefings { entry(briefing, in: &xml) }
    xml.close("feed")
    return xml.bytes
  }

  private func entry(_ briefing: BriefingPage, in xml: inout XMLText) {
    guard let url = site.absolute(briefing.address) else { return }
    let record = briefing.record
    if let language = record.common.language {
      xml.open("entry", ["xml:lang": language])
    } else {
      xml.open("entry")
    }
    xml.element("id", url)
    xml.element("title", record.title)
    xml.empty("link", ["rel": "alternate", "type": "text/html", "href": url])
    xml.element("published", timestamp(record.published))
    xml.element("updated", timestamp(changed(briefing)))
    for name in record.authors { author(name, in: &xml) }
    for topic in briefing.topics {
      guard let name = site.title(of: .entity(topic)) else { continue }
      xml.empty("category", ["term": topic.string, "label": name])
    }
    xml.element("summary", record.summary, ["type": "text"])
    xml.close("entry")
  }

  private func author(_ name: String, in xml: inout XMLText) {
    xml.open("author")
    xml.element("name", name)
    xml.close("author")
  }

  /// The day of the last change that a reader is told of.
  private func changed(_ briefing: BriefingPage) -> CivilDay? {
    [briefing.record.published, briefing.record.updated, briefing.corrections.map(\.date).max()]
      .compactMap { $0 }.max()
  }

  /// RFC 3339; the epoch for a feed without entries, which must have a date all the same.
  private func timestamp(_ day: CivilDay?) -> String { "\(day?.isoText ?? "1970-01-01")T00:00:00Z" }
}
