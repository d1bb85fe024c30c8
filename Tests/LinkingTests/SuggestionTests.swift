import Diagnostics
import Testing

struct SuggestionTests {
  @Test(arguments: [
    ("elpais-trce", ["elpais-truce", "bloomberg"], ["elpais-truce"]),
    ("kyev", ["kyiv", "kursk", "keir-starmer"], ["kyiv"]),
    ("Emmanuel Macron", ["emmanuel-macron", "macron"], ["emmanuel-macron"]),
    ("paprer", ["paper"], ["paper"]), ("paepr", ["paper"], ["paper"]),
    ("zel", ["zelenskiy", "zelenska", "putin"], ["zelenska", "zelenskiy"]),
    ("z", ["zelenskiy"], []), ("", ["a"], []), ("nothing-like-it", ["paper"], []),
    ("G", ["A", "B"], []), ("b", ["A", "B"], ["B"]), ("“northhaven”", ["northhaven"], ["northhaven"]),
    ("«paprer»", ["paper"], ["paper"]), ("“”", ["a"], []),
    ("aaaa", ["aaab", "aaac", "aaad", "aaae"], ["aaab", "aaac", "aaad"]),
  ])
  func `a slip of the pen finds its word, nearest first, three at most`(
    word: String, candidates: [String], nearest: [String]
  ) {
    #expect(Suggestions.nearest(to: word, among: candidates) == nearest)
    #expect(Suggestions.nearest(to: word, among: candidates.reversed()) == nearest)
  }
}
