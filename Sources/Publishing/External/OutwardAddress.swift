import Briefings
import Diagnostics
import Linking
import Markdown
import Rendering

/// An address on another host, and everywhere the site names it.
struct OutwardAddress: Sendable {
  /// As it is asked for: with a scheme, without a fragment.
  let url: String
  /// By kind of file, then in its order.
  let places: [Place]

  var host: String { OutwardAddress.host(of: url) }

  /// `example.org:8080`, in lower case, without who asks.
  static func host(of url: String) -> String {
    let rest = url.utf8.drop { $0 != UInt8(ascii: "/") }.dropFirst(2)
    let authority = rest.prefix { !"/?#".utf8.contains($0) }
    let start = authority.lastIndex(of: UInt8(ascii: "@")).map { authority.index(after: $0) }
    return String(decoding: authority[(start ?? authority.startIndex)...], as: UTF8.self).lowercased()
  }

  /// Every address that bodies, records, the navigation and templates name, each once, by its bytes.
  static func all(in registry: Registry, _ facts: [Facts], _ theme: Theme) -> [OutwardAddress] {
    var places: [String: [Place]] = [:]
    func add(_ written: String, at place: Place) {
      if let url = asked(written) { places[url, default: []].append(place) }
    }
    for page in facts {
      for link in page.links {
        if case .ordinary = link.use { add(link.target, at: Place(page.path, link.place.source)) }
      }
    }
    for source in registry.sources {
      for address in source.outward { add(address.value, at: Place(source.file.path, address.source)) }
    }
    for entity in registry.entities {
      for address in entity.outward { add(address.value, at: Place(entity.file.path, address.source)) }
    }
    for entry in registry.site.navigation {
      add(entry.link.value, at: Place(RelativePath(literal: "Content/site.yaml"), entry.link.source))
    }
    for (address, place) in theme.outwardAddresses { add(address, at: place) }
    return places.map { OutwardAddress(url: $0.key, places: $0.value) }
      .sorted { $0.url.utf8.lexicographicallyPrecedes($1.url.utf8) }
  }

  /// What is asked for; nil for what is no address of the web. Bytes that may not stand in one are percent-encoded
  /// (RFC 3986, 2.1).
  private static func asked(_ written: String) -> String? {
    let whole = written.utf8.starts(with: "//".utf8) ? "https:" + written : written
    guard let scheme = Destinations.scheme(of: whole), ["http", "https"].contains(scheme) else { return nil }
    let rest = whole.utf8.dropFirst(scheme.utf8.count + 1).prefix { $0 != UInt8(ascii: "#") }
    guard rest.starts(with: "//".utf8), rest.count > 2 else { return nil }
    var bytes: [UInt8] = Array("\(scheme):".utf8)
    for byte in rest {
      if byte > 0x20, byte < 0x7F {
        bytes.append(byte)
      } else {
        let digits = Array("0123456789ABCDEF".utf8)
        bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
