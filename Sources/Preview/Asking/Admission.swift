/// Who may ask at all: a page of another site, opened in the same browser, must learn nothing from the preview.
package struct Admission: Sendable {
  /// The address listened on, as it was given.
  private let host: String

  package init(host: String) { self.host = host }

  /// Nil for a request that may be answered.
  package func refusal(of request: PageRequest) -> Reply? {
    guard request.method == "GET" || request.method == "HEAD" else {
      return Reply(refusing: 405, "Only GET and HEAD are answered.", headers: [Header("Allow", "GET, HEAD")])
    }
    guard let asked = request.host.flatMap(Admission.name) else {
      return Reply(refusing: 400, "The request names no host.")
    }
    // A name that an attacker's DNS server turns into 127.0.0.1 after its page was loaded stands in Host.
    guard isOwn(asked) else {
      return Reply(refusing: 421, "'\(asked)' is not the name of this preview: open it as localhost.")
    }
    return nil
  }

  /// Whether the event stream may be opened: only by the preview's own pages.
  package func admitsEvents(_ request: PageRequest) -> Bool {
    if let origin = request.origin {
      guard let host = request.host, origin.lowercased() == "http://" + host.lowercased() else {
        return false
      }
    }
    return request.fetchSite == nil || request.fetchSite == "same-origin" || request.fetchSite == "none"
  }

  private func isOwn(_ name: String) -> Bool {
    if name == "localhost" || name == "127.0.0.1" || name == "[::1]" { return true }
    if name.hasSuffix(".localhost") || name == host.lowercased() || name == "[\(host.lowercased())]" {
      return true
    }
    // Who listens on a network's address is reached by numbers, which no DNS server can turn.
    return !Admission.isLoopback(host) && Admission.isNumeric(name)
  }

  static func isLoopback(_ host: String) -> Bool {
    host == "localhost" || host == "::1" || host.hasPrefix("127.")
  }

  private static func isNumeric(_ name: String) -> Bool {
    if name.utf8.first == UInt8(ascii: "[") { return true }
    return name.utf8.allSatisfy {
      $0 == UInt8(ascii: ".") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
    }
  }

  /// The host of `host:port` in small letters; nil for what is neither a name nor an address.
  static func name(of authority: String) -> String? {
    var name = authority.lowercased()[...]
    if name.utf8.first == UInt8(ascii: "[") {
      guard let end = name.utf8.firstIndex(of: UInt8(ascii: "]")) else { return nil }
      let rest = name[name.index(after: end)...]
      guard isPort(rest) else { return nil }
      name = name[...end]
    } else if let colon = name.utf8.firstIndex(of: UInt8(ascii: ":")) {
      guard isPort(name[colon...]) else { return nil }
      name = name[..<colon]
    }
    if name.hasSuffix(".") { name = name.dropLast() }
    let isPlain = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."),
        UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"), UInt8(ascii: "["), UInt8(ascii: "]"):
        true
      default: false
      }
    }
    return name.isEmpty || !isPlain ? nil : String(name)
  }

  private static func isPort(_ text: Substring) -> Bool {
    let digits = text.utf8.dropFirst()
    return text.isEmpty
      || (text.utf8.first == UInt8(ascii: ":")
        && digits.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
  }
}
