package import Briefings
package import EDTF

/// A claim, judgment, assumption or gap: an annotated span or block, its references resolved.
package struct Statement: Sendable, Equatable {
  package enum Role: Sendable, Equatable {
    indirect case claim(Claim)
    indirect case judgment(Judgment)
    case assumption
    case gap
  }

  package let role: Role
  /// Unique in its page: the author's, or `claim-1`.
  package let id: String
  package let hasExplicitID: Bool
  package let page: PageID
  package let shape: AnnotationShape
  /// Where it stands, as indices in `Annotations.textBlocks`.
  package let blocks: Range<Int>
  /// Its words, blocks separated by LF; pictures, citations and note references are dropped.
  package let words: AnnotatedWords
  /// What it rests on, in order, each source and locator once.
  package let citations: [CitedSource]
  /// Whether the writer cites anything for it, known or not.
  package let isCited: Bool
  /// Entities named in it, in order of first mention.
  package let entities: [Slug]
  /// In the file, the whole construct.
  package let source: Range<Int>
  /// In the file, the group `{…}`.
  package let attributeSource: Range<Int>

  package var text: String { words.text }

  package struct Claim: Sendable, Equatable {
    package var kind: ClaimKind = .report
    /// As the writer states it; nil: derived from the citations (`Tradecraft`).
    package var status: ClaimStatus?
    /// Admiralty, 1 to 6.
    package var credibility: Int?
    /// Who says so.
    package var by: Slug?
    package var asOf: EDTFDate?
    package var disputes: [PageItem] = []
    package var supersedes: [PageItem] = []
  }

  package struct Judgment: Sendable, Equatable {
    package var confidence: Confidence?
    /// The term as stated by the attribute; the sentence is not searched then.
    package var likelihood: String?
    /// 0 to 1.
    package var probability: Double?
    /// Statements of this or another page.
    package var basedOn: [PageItem] = []
    /// Whether `based-on` names anything at all, known or not.
    package var statesBasis = false
    /// Places of the attribute values, for findings.
    package var likelihoodSource: Range<Int>?
    package var probabilitySource: Range<Int>?
  }
}

package enum ClaimKind: String, Sendable, CaseIterable {
  case report, forecast
}

package enum ClaimStatus: String, Sendable, CaseIterable {
  case unverified
  case singleSource = "single-source"
  case severalSources = "several-sources"
  case corroborated, disputed, denied, refuted, superseded, withdrawn
}

package enum Confidence: String, Sendable, CaseIterable {
  case high, moderate, low
}

/// Which construct of `Annotations` it was written as.
package enum AnnotationShape: Hashable, Sendable {
  /// Index in `Annotations.spans`.
  case span(Int)
  /// Index in `Annotations.regions`.
  case region(Int)
}

/// A source that something rests on.
package struct CitedSource: Hashable, Sendable {
  package let source: Slug
  /// `para. 2`; empty for none.
  package let locator: String

  package init(source: Slug, locator: String) {
    self.source = source
    self.locator = locator
  }
}
