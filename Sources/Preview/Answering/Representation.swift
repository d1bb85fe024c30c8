package import Diagnostics

/// What stands at an address, ready for any way of asking: whole, a part, or only whether it changed.
package struct Representation: Sendable, Equatable {
  package enum Content: Sendable, Equatable {
    case bytes([UInt8])
    /// A file of `Content/` and its size in bytes.
    case file(RelativePath, size: Int)

    var size: Int {
      switch self {
      case .bytes(let bytes): bytes.count
      case .file(_, let size): size
      }
    }

    func part(_ range: Range<Int>) -> Reply.Body {
      switch self {
      case .bytes(let bytes): .bytes(bytes[range])
      case .file(let path, _): .file(path, range)
      }
    }
  }

  package let content: Content
  package let mediaType: String
  /// Quoted, strong (RFC 9110, 8.8.3).
  package let entityTag: String
  /// A page is never stored; other files may be, but are asked for again each time.
  package let isPage: Bool
  package var status = 200

  package init(_ content: Content, mediaType: String, entityTag: String, isPage: Bool) {
    self.content = content
    self.mediaType = mediaType
    self.entityTag = entityTag
    self.isPage = isPage
  }

  /// The answer to a request for it, without regard to HEAD.
  package func reply(to request: PageRequest) -> Reply {
    let validators = [
      Header("ETag", entityTag), Header("Cache-Control", isPage ? "no-store" : "no-cache"),
    ]
    if status == 200, let tags = request.ifNoneMatch, Representation.matches(tags, entityTag) {
      return Reply(304, headers: validators)
    }
    let size = content.size
    var headers = validators + [Header("Content-Type", mediaType), Header("Accept-Ranges", "bytes")]
    guard status == 200, let range = asked(request, size) else {
      headers.append(Header("Content-Length", "\(size)"))
      return Reply(status, headers: headers, body: content.part(0..<size))
    }
    guard !range.isEmpty else {
      return Reply(
        416,
        headers: [Header("Content-Range", "bytes */\(size)"), Header("Content-Length", "0")] + validators)
    }
    headers.append(Header("Content-Length", "\(range.count)"))
    headers.append(Header("Content-Range", "bytes \(range.lowerBound)-\(range.upperBound - 1)/\(size)"))
    return Reply(206, headers: headers, body: content.part(range))
  }

  /// The one range that is asked for; empty when it cannot be satisfied, nil when the whole is to be sent.
  private func asked(_ request: PageRequest, _ size: Int) -> Range<Int>? {
    guard let range = request.range else { return nil }
    if let condition = request.ifRange, condition != entityTag { return nil }
    return ByteRange(range)?.resolved(size)
  }

  /// RFC 9110, 13.1.2: a list of tags, compared weakly, or `*`.
  private static func matches(_ list: String, _ tag: String) -> Bool {
    list.utf8.split(separator: UInt8(ascii: ",")).contains { item in
      var item = item.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      while let last = item.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
        item = item.dropLast()
      }
      if item.starts(with: "W/".utf8) { item = item.dropFirst(2) }
      return item.elementsEqual("*".utf8) || item.elementsEqual(tag.utf8)
    }
  }
}

/// A `Range` header with one range (RFC 9110, 14.1.2). Lists of ranges are answered with the whole.
struct ByteRange: Equatable {
  private let first: Int?
  private let last: Int?

  init?(_ header: String) {
    let prefix = "bytes="
    guard header.lowercased().hasPrefix(prefix) else { return nil }
    let text = header.utf8.dropFirst(prefix.utf8.count)
    guard let dash = text.firstIndex(of: UInt8(ascii: "-")) else { return nil }
    let (before, after) = (text[..<dash], text[text.index(after: dash)...])
    guard let first = ByteRange.number(before), let last = ByteRange.number(after) else { return nil }
    self.first = first
    self.last = last
    if first == nil, last == nil { return nil }
    if let first, let last, first > last { return nil }
  }

  /// Some nil for nothing written; nil for what is no number.
  private static func number(_ digits: Substring.UTF8View) -> Int?? {
    if digits.isEmpty { return .some(nil) }
    guard digits.count <= 18, digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return .some(digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) })
  }

  /// Empty when nothing of `size` bytes is meant.
  func resolved(_ size: Int) -> Range<Int> {
    guard let first else { return max(0, size - (last ?? 0))..<size }
    guard first < size else { return 0..<0 }
    return first..<min(size, (last ?? size - 1) + 1)
  }
}
