package import EDTF

/// What a run is asked to do, apart from what `site.yaml` says.
package struct RunSettings: Sendable {
  /// The folder that holds `Content/`, absolute.
  package var root: String
  /// Absolute, or below the current folder.
  package var output: String
  package var home: String?
  /// Overrides `base-url`.
  package var baseURL: String?
  package var includesDrafts = false
  package var includesFuture = false
  package var isStrict = false
  /// A revision, as git takes it: a check tells what published briefings say otherwise since, without a correction.
  package var since: String?
  /// Whether a check measures how much of its sources' own words a briefing has; needs the sources' local texts.
  package var measuresCopiedWords = false
  /// How addresses on other hosts are asked for; nil: none is.
  package var external: ExternalSettings?
  /// Where the writer's copies of sources lie; nil for `Content/sources/text`.
  package var texts: String?
  /// Somebody else's files at our paths are replaced.
  package var isForced = false
  /// How many chunks are worked on at once.
  package var jobs = 1
  /// Today in the site's time zone (an IANA name).
  package var today: @Sendable (_ timeZone: String) -> CivilDay

  package init(root: String, output: String, today: @escaping @Sendable (String) -> CivilDay) {
    self.root = root
    self.output = output
    self.today = today
  }
}

/// How addresses on other hosts are asked for.
package struct ExternalSettings: Sendable {
  /// For how many days what was found is not asked for again.
  package let age: Int
  /// The calendar's day, whatever day the site is made for: hosts change with time.
  package let today: CivilDay

  package init(age: Int, today: CivilDay) {
    self.age = age
    self.today = today
  }
}

/// The five stages, as progress names them.
package enum Stage: String, Sendable {
  case read, survey, link, external, render, publish
}
