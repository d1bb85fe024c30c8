package import Briefings
package import Diagnostics

/// Where something stands on the site: its path below the root, without a leading slash.
///
/// A page's path ends in a slash (`briefings/truce/`), the home page's is empty, a file's is its name
/// (`feed.xml`). This is the only table of URLs; links between pages are made from two addresses, relative,
/// so that the same bytes work under any path.
package struct SiteAddress: Hashable, Sendable {
  /// UTF-8 text as in the output folder, not percent-encoded.
  package let path: String

  package init(path: String) { self.path = path }

  package static let home = SiteAddress(path: "")
  package static let briefings = SiteAddress(path: "briefings/")
  package static let entities = SiteAddress(path: "entities/")
  package static let sources = SiteAddress(path: "sources/")
  package static let timeline = SiteAddress(path: "timeline/")
  package static let undated = SiteAddress(path: "timeline/undated/")
  package static let claims = SiteAddress(path: "claims/")
  package static let corrections = SiteAddress(path: "corrections/")
  package static let atomFeed = SiteAddress(path: "feed.xml")
  package static let jsonFeed = SiteAddress(path: "feed.json")
  package static let calendar = SiteAddress(path: "timeline.ics")
  package static let bibliographyJSON = SiteAddress(path: "bibliography.json")
  package static let bibliographyBibTeX = SiteAddress(path: "bibliography.bib")
  package static let sitemap = SiteAddress(path: "sitemap.xml")
  package static let robots = SiteAddress(path: "robots.txt")
  package static let notFound = SiteAddress(path: "404.html")

  package static func name(_ slug: Slug) -> SiteAddress {
    SiteAddress(path: "entities/names/\(slug)/")
  }
  package static func year(_ year: Int) -> SiteAddress {
    SiteAddress(path: "timeline/\(digits(year, count: 4))/")
  }
  package static func month(_ month: Int, of year: Int) -> SiteAddress {
    SiteAddress(path: "timeline/\(digits(year, count: 4))/\(digits(month, count: 2))/")
  }
  package static func claims(_ part: RegisterPart) -> SiteAddress {
    SiteAddress(path: "claims/\(part.segment)/")
  }
  package static func asset(_ name: String) -> SiteAddress { SiteAddress(path: "assets/\(name)") }

  /// The `number`th page of a list, counted from 1: `…/page/<n>/`, the first is the list itself.
  package func page(_ number: Int) -> SiteAddress {
    number == 1 ? self : SiteAddress(path: "\(path)page/\(number)/")
  }

  /// How many items a page of a list holds.
  package static let itemsPerPage = 100

  /// The page on which an item of this list stands, by its position in the whole list.
  package func page(ofItem position: Int) -> SiteAddress { page(position / SiteAddress.itemsPerPage + 1) }

  /// A file in this page's folder.
  package func file(_ name: RelativePath) -> SiteAddress { SiteAddress(path: path + name.string) }

  private static func digits(_ number: Int, count: Int) -> String {
    let digits = String(number.magnitude)
    let zeros = String(repeating: "0", count: max(0, count - digits.utf8.count))
    return (number < 0 ? "-" : "") + zeros + digits
  }
}

extension SiteAddress: Comparable {
  package static func < (a: SiteAddress, b: SiteAddress) -> Bool {
    a.path.utf8.lexicographicallyPrecedes(b.path.utf8)
  }
}

extension SiteAddress {
  /// From this page up to the site's root: `../../`, empty at the root itself.
  package var root: String {
    let depth = path.withBytes { path in path.reduce(0) { $1 == UInt8(ascii: "/") ? $0 + 1 : $0 } }
    // Nearly every page lies two folders deep.
    return depth == 2 ? "../../" : String(repeating: "../", count: depth)
  }

  /// The relative URL, percent-encoded, by which this page leads to `target`.
  package func url(to target: SiteAddress, fragment: String? = nil) -> String {
    let suffix = fragment.map { "#" + SiteAddress.encoded($0) } ?? ""
    if fragment != nil, target == self { return suffix }
    let root = root
    return String(
      joining: root.isEmpty && target.path.isEmpty ? "./" : root, SiteAddress.encoded(target.path), suffix)
  }

  /// Whether it is a page's, not a file's.
  package var isPage: Bool { path.isEmpty || path.utf8.last == UInt8(ascii: "/") }

  /// The file that holds it, below the output folder: `briefings/truce/index.html`.
  package var file: String {
    path.isEmpty || path.utf8.last == UInt8(ascii: "/") ? path + "index.html" : path
  }

  /// Percent-encodes every byte that may not stand in a URL's path or fragment (RFC 3986, 3.3 and 3.5), and
  /// the colon, which would make a first segment a scheme.
  package static func encoded(_ text: String) -> String {
    let plainBytes = plainBytes
    if text.withBytes({ $0.allSatisfy { plainBytes[Int($0)] } }) { return text }
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      if plainBytes[Int(byte)] {
        bytes.append(byte)
      } else {
        let hex = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), hex[Int(byte >> 4)], hex[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let plainBytes: [Bool] = (UInt8.min...UInt8.max).map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "-._~/!$&'()*+,;=@".utf8.contains(byte)
    }
  }
}

extension String {
  /// Texts one after the other, in one allocation.
  init(joining first: String, _ second: String, _ third: String) {
    let count = first.utf8.count + second.utf8.count + third.utf8.count
    self.init(unsafeUninitializedCapacity: count) { buffer in
      var end = buffer.initialize(fromContentsOf: first.utf8)
      end = buffer[end...].initialize(fromContentsOf: second.utf8)
      return buffer[end...].initialize(fromContentsOf: third.utf8)
    }
  }

  /// Its UTF-8 where it lies, several times faster to walk than `utf8`.
  fileprivate func withBytes<Value>(_ body: (UnsafeBufferPointer<UInt8>) -> Value) -> Value {
    var text = self
    return text.withUTF8(body)
  }
}
