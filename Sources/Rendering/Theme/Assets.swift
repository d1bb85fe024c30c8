import Crypto
package import Diagnostics
import Linking
import Mustache

/// The theme's files that are no templates, under names that change with their bytes.
///
/// A browser may keep such a file for ever: another style sheet has another name.
package struct Assets: Sendable {
  package struct Asset: Sendable, Equatable {
    /// Below the output: `assets/style.0f3a9b2c4d.css`.
    package let path: RelativePath
    package let bytes: [UInt8]
    /// The site's file that it is made from, below the site's root; nil for a built-in one.
    package let source: RelativePath?
  }

  /// Sorted by path.
  package private(set) var files: [Asset] = []
  package private(set) var findings: [Finding] = []
  /// What templates call an asset (`style_css`) and its path below the output.
  private(set) var addresses: [String: String] = [:]

  private var sources: [String: ThemeFile] = [:]
  /// Names below `assets/` and what each became.
  private var published: [String: String] = [:]
  /// Style sheets whose addresses are being rewritten.
  private var active: Set<String> = []

  private let sitePaths: Set<RelativePath>

  /// - Parameters:
  ///   - files: those of `Templates/`; the templates among them are passed over.
  ///   - sitePaths: paths of those that the site has.
  init(_ files: [ThemeFile], ofSite sitePaths: Set<RelativePath> = []) {
    self.sitePaths = sitePaths
    for file in files { if let name = file.assetName { sources[name] = file } }
    for name in sources.keys.sorted() { publish(name) }
    self.files.sort { $0.path < $1.path }
    findings.sort()
  }

  /// The fingerprinted name below `assets/` of an asset that is there.
  @discardableResult
  private mutating func publish(_ name: String) -> String? {
    if let done = published[name] { return done }
    guard let file = sources[name] else { return nil }
    var bytes = file.bytes
    if name.hasSuffix(".css") {
      guard active.insert(name).inserted else {
        findings.append(.templateError("this style sheet ends up importing itself", at: Place(file.sitePath)))
        return nil
      }
      bytes = rewritten(file, named: name)
      active.remove(name)
    }
    let fingerprinted = Assets.fingerprinted(name, bytes: bytes)
    guard let path = RelativePath(literal: "assets").appending(fingerprinted) else { return nil }
    published[name] = fingerprinted
    let source = sitePaths.contains(file.path) ? file.sitePath : nil
    self.files.append(Asset(path: path, bytes: bytes, source: source))
    offer(file, named: name, as: path)
    return fingerprinted
  }

  /// Under `style_css`: a dot would be read as a step into a value.
  private mutating func offer(_ file: ThemeFile, named name: String, as path: RelativePath) {
    let key = Assets.templateName(of: name)
    if addresses.updateValue(SiteAddress.encoded(path.string), forKey: key) != nil {
      findings.append(
        .templateError("two assets are called {{assets.\(key)}}: rename one", at: Place(file.sitePath)))
    }
  }

  /// What templates call an asset that stands at this path below `Templates/`: `style_css` for `assets/style.css`.
  func templateName(ofPath path: String) -> String? {
    let folder = "assets/"
    guard path.utf8.starts(with: folder.utf8) else { return nil }
    let name = String(decoding: path.utf8.dropFirst(folder.utf8.count), as: UTF8.self)
    return published[name] == nil ? nil : Assets.templateName(of: name)
  }

  static func templateName(of name: String) -> String {
    let bytes = name.utf8.map { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        byte
      default: UInt8(ascii: "_")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `icons/mark.svg` with ten digits of its SHA-256: `icons/mark.0f3a9b2c4d.svg`.
  static func fingerprinted(_ name: String, bytes: [UInt8]) -> String {
    let digest = Hexadecimal.text(SHA256.hash(data: bytes)).prefix(10)
    let slash = name.utf8.lastIndex(of: UInt8(ascii: "/")) ?? name.startIndex
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")), dot > slash else {
      return "\(name).\(digest)"
    }
    return "\(name[..<dot]).\(digest)\(name[dot...])"
  }

  private mutating func rewritten(_ file: ThemeFile, named name: String) -> [UInt8] {
    var out: [UInt8] = []
    var copied = 0
    for range in StylesheetAddresses.ranges(in: file.bytes) {
      let address = String(decoding: file.bytes[range], as: UTF8.self)
      guard let replacement = replacement(for: address, in: file, named: name, at: range) else { continue }
      out += file.bytes[copied..<range.lowerBound]
      out += replacement.utf8
      copied = range.upperBound
    }
    return out + file.bytes[copied...]
  }

  /// What an address in a style sheet is to become; nil: it stays.
  private mutating func replacement(
    for address: String, in file: ThemeFile, named name: String, at range: Range<Int>
  ) -> String? {
    let lowered = address.lowercased()
    if address.isEmpty || address.hasPrefix("#") || lowered.hasPrefix("data:") { return nil }
    if lowered.hasPrefix("http:") || lowered.hasPrefix("https:") || lowered.hasPrefix("//") {
      findings.append(
        Finding(
          .remoteImage, "a page asks nothing of another host: copy '\(address)' into Templates/assets/",
          at: Place(file.sitePath, range)))
      return nil
    }
    let end =
      address.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? address.endIndex
    let folder = name.utf8.split(separator: UInt8(ascii: "/")).dropLast().map {
      String(decoding: $0, as: UTF8.self)
    }
    guard let target = Assets.resolved(String(address[..<end]), in: folder), let published = publish(target)
    else {
      let names = sources.keys.sorted()
      findings.append(
        .templateError(
          "no asset '\(address)' in Templates/assets/ or in the built-in theme",
          at: Place(file.sitePath, range),
          suggestions: Suggestions.nearest(to: address, among: names)))
      return nil
    }
    let up = String(repeating: "../", count: folder.count)
    return up + SiteAddress.encoded(published) + address[end...]
  }

  /// The name below `assets/` that a relative address means; nil when it leaves the folder.
  private static func resolved(_ address: String, in folder: [String]) -> String? {
    var segments = folder
    for segment in address.utf8.split(separator: UInt8(ascii: "/")) {
      if segment.elementsEqual("..".utf8) {
        guard segments.popLast() != nil else { return nil }
      } else if !segment.elementsEqual(".".utf8) {
        segments.append(String(decoding: segment, as: UTF8.self))
      }
    }
    return segments.joined(separator: "/")
  }
}

/// `{{assets.style_css}}`: paths by the name templates know.
struct AssetsView: MustacheParent, Sendable {
  let addresses: [String: String]
  func child(named name: String) -> Any? { addresses[name] ?? Absent() as Any }
}
