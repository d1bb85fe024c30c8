import Briefings
import Diagnostics
import Linking

extension Site {
  func file(of page: PageID) -> ContentFile? {
    switch page {
    case .briefing(let slug): briefing(slug)?.record.file
    case .entity(let slug): entity(slug)?.record.file
    case .source(let slug): source(slug)?.record.file
    case .page(let slug): self.page(slug)?.record.file
    }
  }

  func common(of page: PageID) -> CommonMatter? {
    switch page {
    case .briefing(let slug): briefing(slug)?.record.common
    case .entity(let slug): entity(slug)?.record.common
    case .source(let slug): source(slug)?.record.common
    case .page(let slug): self.page(slug)?.record.common
    }
  }

  func isWithheld(_ page: PageID) -> Bool {
    switch page {
    case .briefing(let slug): briefing(slug)?.isWithheld ?? false
    case .entity(let slug): entity(slug)?.isWithheld ?? false
    case .source(let slug): source(slug)?.isWithheld ?? false
    case .page(let slug): self.page(slug)?.isWithheld ?? false
    }
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
