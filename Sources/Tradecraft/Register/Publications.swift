import Briefings
import Linking

/// Counts independent publications among sources.
struct Publications {
  private let sources: [Slug: Source]

  init(_ sources: [Source]) {
    self.sources = Dictionary(sources.map { ($0.slug, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// How many publishers stand behind the citations; a copy counts as what it copies.
  func count(behind citations: [CitedSource]) -> Int {
    Set(citations.map { publisher(of: $0.source) }).count
  }

  private func publisher(of slug: Slug) -> String {
    var source = sources[slug]
    var seen: Set<Slug> = [slug]
    while let origin = source?.origin.flatMap({ Slug($0.value) }), seen.insert(origin).inserted,
      let original = sources[origin]
    {
      source = original
    }
    return source.map { fold($0.publisher.value) } ?? slug.string
  }
}
