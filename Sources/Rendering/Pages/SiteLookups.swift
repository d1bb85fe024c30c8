package import Briefings
import Diagnostics
import EDTF
package import Linking

extension Site {
  func file(of page: PageID) -> ContentFile? {
    guard let position = position(of: page) else { return nil }
    return switch page {
    case .briefing: briefings[position].record.file
    case .entity: entities[position].record.file
    case .source: sources[position].record.file
    case .page: pages[position].record.file
    }
  }

  package func common(of page: PageID) -> CommonMatter? {
    guard let position = position(of: page) else { return nil }
    return switch page {
    case .briefing: briefings[position].record.common
    case .entity: entities[position].record.common
    case .source: sources[position].record.common
    case .page: pages[position].record.common
    }
  }

  func isWithheld(_ page: PageID) -> Bool {
    guard let position = position(of: page) else { return false }
    return switch page {
    case .briefing: briefings[position].isWithheld
    case .entity: entities[position].isWithheld
    case .source: sources[position].isWithheld
    case .page: pages[position].isWithheld
    }
  }

  /// The day of a briefing; nil for any other page.
  func published(_ page: PageID) -> CivilDay? {
    guard case .briefing = page, let position = position(of: page) else { return nil }
    return briefings[position].record.published
  }

  /// In a source's own words, or the name of its entity.
  func publisherName(of source: Slug) -> String? {
    position(of: .source(source)).map { sources[$0].publisherName }
  }

  /// The absolute address, nil without a base URL.
  func absolute(_ address: SiteAddress) -> String? {
    configuration.baseURL.map { $0 + SiteAddress.encoded(address.path) }
  }

  /// Where the picture for social cards stands; nil for none.
  func image(of page: PageID, in catalog: Catalog) -> SiteAddress? {
    guard let written = common(of: page)?.image?.value, let file = file(of: page) else { return nil }
    let isRooted = written.utf8.first == UInt8(ascii: "/")
    var segments = isRooted ? ["Content"] : Array(file.path.segments.dropLast())
    for segment in written.utf8.split(separator: UInt8(ascii: "/")) {
      if segment.elementsEqual("..".utf8) {
        guard segments.popLast() != nil else { return nil }
      } else if !segment.elementsEqual(".".utf8) {
        segments.append(String(decoding: segment, as: UTF8.self))
      }
    }
    return RelativePath(segments.joined(separator: "/")).flatMap { catalog.files[$0] }
  }
}

extension SiteConfiguration {
  /// The base URL's path, `/` without one: the way to the root from a page that is shown at any address.
  var basePath: String {
    guard let baseURL, let colon = baseURL.utf8.firstIndex(of: UInt8(ascii: ":")) else { return "/" }
    let afterScheme = baseURL.utf8[colon...].dropFirst().drop { $0 == UInt8(ascii: "/") }
    guard let slash = afterScheme.firstIndex(of: UInt8(ascii: "/")) else { return "/" }
    return String(baseURL[slash...])
  }
}
