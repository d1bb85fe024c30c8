/// The stable word for a kind of finding, as printed in brackets and used in `site.yaml` under `check`.
public enum FindingCode: String, Sendable, CaseIterable {
  // Fixed errors: the output would be wrong, so nobody can turn them down.
  case unknownKey = "unknown-key"
  case wrongType = "wrong-type"
  case missingKey = "missing-key"
  case duplicateKey = "duplicate-key"
  case badYAML = "bad-yaml"
  case yamlTooLarge = "yaml-too-large"
  case badDate = "bad-date"
  case badEncoding = "bad-encoding"
  case reservedCharacter = "reserved-character"
  case unknownLink = "unknown-link"
  case unknownAnchor = "unknown-anchor"
  case unknownSource = "unknown-source"
  case unknownEntity = "unknown-entity"
  case unknownNote = "unknown-note"
  case unknownReference = "unknown-reference"
  case duplicateID = "duplicate-id"
  case pathCollision = "path-collision"
  case pathEscape = "path-escape"
  case symlinkOutside = "symlink-outside"
  case unreadableFile = "unreadable-file"
  case rawHTML = "raw-html"
  case unsafeLink = "unsafe-link"
  case missingImage = "missing-image"
  case fileTooLarge = "file-too-large"
  case tooDeep = "too-deep"
  case templateError = "template-error"
  case templateUnknownName = "template-unknown-name"

  // Errors.
  case unclosedBlock = "unclosed-block"
  case unknownRole = "unknown-role"
  case unknownAttribute = "unknown-attribute"
  case missingAttribute = "missing-attribute"
  case badAttribute = "bad-attribute"
  case unknownCallout = "unknown-callout"
  case contradictingDates = "contradicting-dates"
  case endBeforeStart = "end-before-start"
  case remoteImage = "remote-image"
  case badFileName = "bad-file-name"
  case mixedYardsticks = "mixed-yardsticks"
  case likelihoodWithConfidence = "likelihood-with-confidence"
  case probabilityOutsideTerm = "probability-outside-term"
  case judgmentWithoutBasis = "judgment-without-basis"
  case uncitedClaim = "uncited-claim"
  case uncitedQuote = "uncited-quote"
  case corroborationMissing = "corroboration-missing"
  case quoteNotFound = "quote-not-found"
  case quoteChanged = "quote-changed"
  case badReceipt = "bad-receipt"
  case unknownSpeaker = "unknown-speaker"
  case silentCorrection = "silent-correction"

  // Warnings.
  case ambiguousName = "ambiguous-name"
  case unclosedSpan = "unclosed-span"
  case straddlingSpan = "straddling-span"
  case spanOverLink = "span-over-link"
  case rowTooLong = "row-too-long"
  case unusedNote = "unused-note"
  case ambiguousSeason = "ambiguous-season"
  case headingOrder = "heading-order"
  case imageWithoutText = "image-without-text"
  case linkText = "link-text"
  case languageOfPage = "language-of-page"
  case deadLink = "dead-link"
  case mixedSpelling = "mixed-spelling"
  case pageTooLarge = "page-too-large"
  case repairedCharacter = "repaired-character"
  case unsupportedSyntax = "unsupported-syntax"
  case strayFile = "stray-file"
  case vagueLikelihood = "vague-likelihood"
  case unusedAssumption = "unused-assumption"
  case keyJudgmentsLength = "key-judgments-length"
  case quoteUnverified = "quote-unverified"
  case sourceIncomplete = "source-incomplete"
  case eventAfterSource = "event-after-source"
  case copiedWords = "copied-words"
  case updatedBeforePublished = "updated-before-published"
  case accessedBeforePublished = "accessed-before-published"

  // Notes.
  case withheld
  case orphanEntity = "orphan-entity"
  case aliasNeverSeen = "alias-never-seen"
  case emptyPage = "empty-page"
  case staleReceipt = "stale-receipt"
  case noBaseURL = "no-base-url"
  case unusedSource = "unused-source"
  case movedPage = "moved-page"
  case movedLink = "moved-link"

  /// The severity without any configuration.
  public var severity: Severity {
    if isFixed { return .error }
    switch self {
    case .unclosedBlock, .unknownRole, .unknownAttribute, .missingAttribute, .badAttribute,
      .unknownCallout, .contradictingDates, .endBeforeStart, .remoteImage, .badFileName,
      .mixedYardsticks, .likelihoodWithConfidence, .probabilityOutsideTerm, .judgmentWithoutBasis,
      .uncitedClaim, .uncitedQuote, .corroborationMissing, .quoteNotFound, .quoteChanged,
      .badReceipt, .unknownSpeaker, .silentCorrection:
      return .error
    case .withheld, .orphanEntity, .aliasNeverSeen, .emptyPage, .staleReceipt, .noBaseURL, .unusedSource,
      .movedPage, .movedLink:
      return .note
    default: return .warning
    }
  }

  /// Whether `site.yaml` may not turn it down, because the output would be wrong.
  public var isFixed: Bool {
    switch self {
    case .unknownKey, .wrongType, .missingKey, .duplicateKey, .badYAML, .yamlTooLarge, .badDate,
      .badEncoding, .reservedCharacter, .unknownLink, .unknownAnchor, .unknownSource, .unknownEntity,
      .unknownNote, .unknownReference, .duplicateID, .pathCollision, .pathEscape, .symlinkOutside,
      .unreadableFile, .rawHTML, .unsafeLink, .missingImage, .fileTooLarge, .tooDeep, .templateError,
      .templateUnknownName:
      return true
    default: return false
    }
  }

  /// Whether a run with it could not look at everything, and ends with exit code 2.
  public var endsRun: Bool {
    switch self {
    case .unreadableFile, .templateError, .templateUnknownName: true
    default: false
    }
  }
}
