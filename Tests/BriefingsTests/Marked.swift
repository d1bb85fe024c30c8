import Diagnostics

@testable import Briefings

/// A text whose expected places are marked: `title: ⟦x⟧`.
struct Marked {
  let bytes: [UInt8]
  /// UTF-8 ranges of what the brackets hold, in order.
  let places: [Range<Int>]

  init(_ text: String) {
    var bytes: [UInt8] = []
    var places: [Range<Int>] = []
    var start = 0
    for scalar in text.unicodeScalars {
      switch scalar {
      case "⟦": start = bytes.count
      case "⟧": places.append(start..<bytes.count)
      default: bytes += Array(String(scalar).utf8)
      }
    }
    self.bytes = bytes
    self.places = places
  }
}

extension ContentItem {
  static func sample(_ kind: ContentKind, _ name: String = "sample") -> ContentItem {
    guard let path = RelativePath("Content/\(kind.folder)/\(name).md"), let slug = Slug(name) else {
      preconditionFailure("'\(name)' is no slug")
    }
    return ContentItem(path: path, kind: kind, slug: slug)
  }
}

extension DecodedFile {
  init(_ kind: ContentKind, _ text: String, name: String = "sample") {
    self.init(decoding: Array(text.utf8), .sample(kind, name))
  }

  var briefing: Briefing? { if case .briefing(let briefing) = record { briefing } else { nil } }
  var entity: Entity? { if case .entity(let entity) = record { entity } else { nil } }
  var source: Source? { if case .source(let source) = record { source } else { nil } }
  var page: Page? { if case .page(let page) = record { page } else { nil } }
}

extension YAMLNode {
  /// The value in JSON's manner, for comparison.
  var written: String {
    switch content {
    case .scalar(let text): "'\(text)'"
    case .sequence(let items): "[" + items.map(\.written).joined(separator: ",") + "]"
    case .mapping(let pairs):
      "{" + pairs.map { "\($0.key.written):\($0.value.written)" }.joined(separator: ",") + "}"
    }
  }
}

func compose(_ text: String) throws(YAMLProblem) -> YAMLNode? {
  let bytes = Array(text.utf8)
  return try YAMLComposer.compose(bytes, in: 0..<bytes.count)
}
