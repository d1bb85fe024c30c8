package import Diagnostics
package import EDTF

/// `Content/site.yaml`.
package struct SiteConfiguration: Sendable {
  package enum NameLinking: String, Sendable, CaseIterable {
    case firstInSection = "first-in-section"
    case first, all, none
  }

  package var title = ""
  /// Ends in a slash; nil: canonical links, feeds and sitemap are not written.
  package var baseURL: String?
  /// BCP 47. Default `en`.
  package var language = "en"
  /// An IANA zone. Default `UTC`.
  package var timeZone = "UTC"
  package var yardstick: Yardstick = .icd203a
  package var hemisphere: Hemisphere = .north
  package var publisher: String?
  /// How many entries a feed holds. Default 20.
  package var feedLimit = 20
  package var linkNames: NameLinking = .firstInSection
  /// Typographic quotes and dashes. Default true.
  package var typography = true
  /// Severities that differ from the codes' own.
  package var severities: [FindingCode: Severity] = [:]
  /// Empty: the built-in navigation.
  package var navigation: [(text: String, link: Located<String>)] = []

  package init() {}
}
