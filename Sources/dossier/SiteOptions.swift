import ArgumentParser
import Briefings
import Diagnostics
import EDTF
import Publishing

/// Where the site is, what day is today, and how the command works and speaks: every command over a site hears these.
struct SiteOptions: ParsableArguments {
  @Option(
    name: [.customShort("r"), .long],
    help: ArgumentHelp(
      "The folder that holds Content/ (default: the one at or above the current folder with Content/site.yaml).",
      valueName: "dir"), completion: .directory)
  var root: String?

  @Option(
    name: .long,
    help: ArgumentHelp(
      "What day is today, as YYYY-MM-DD (default: SOURCE_DATE_EPOCH, else today in the site's time zone).",
      valueName: "day"))
  var clock: String?

  @Option(
    name: [.customShort("j"), .long],
    help: ArgumentHelp("How many cores to use (default: all).", valueName: "count"))
  var jobs: Int?

  @Option(name: .long, help: "Color: auto, always or never. NO_COLOR and CLICOLOR_FORCE are heard.")
  var color = ColorChoice.auto

  func validate() throws {
    if root?.isEmpty ?? false { throw ValidationError("--root takes a folder.") }
    if let jobs, jobs < 1 { throw ValidationError("--jobs takes a number from 1 on.") }
    if let clock, (try? CivilDay(parsing: clock)) == nil {
      throw ValidationError("--clock takes a day written YYYY-MM-DD, not '\(clock)'.")
    }
  }
}

/// Whether what is withheld is shown, as several commands take it.
struct WithheldOptions: ParsableArguments {
  @Flag(name: .long, help: "Show drafts.")
  var drafts = false

  @Flag(name: .long, help: "Show briefings whose date has not come.")
  var future = false
}

/// `--quiet`, as several commands take it.
struct QuietOption: ParsableArguments {
  @Flag(name: [.customShort("q"), .customLong("quiet")], help: "Print results only.")
  var isSet = false
}

/// What a run over the whole site takes.
struct RunOptions: ParsableArguments {
  @OptionGroup var site: SiteOptions

  @Option(
    name: [.customShort("u"), .customLong("base-url")],
    help: ArgumentHelp(
      "Where the site will stand; overrides base-url and DOSSIER_BASE_URL.", valueName: "url"))
  var baseURL: String?

  @OptionGroup var withheld: WithheldOptions

  @Flag(name: .long, help: "Let warnings count as errors.")
  var strict = false

  @OptionGroup var quiet: QuietOption

  func validate() throws {
    if let baseURL, let refusal = RunOptions.refusal(ofBaseURL: baseURL) {
      throw ValidationError("--base-url \(refusal).")
    }
  }

  /// What is wrong with an address of the site; nil for a good one.
  static func refusal(ofBaseURL url: String) -> String? {
    guard SiteConfiguration.baseURL(url) == nil else { return nil }
    let rule =
      "takes an address that begins with https:// or http:// and has no '?', '#', user or quotation mark"
    return "\(rule), not '\(url)'"
  }
}

/// `--verbose`, as `build` and `check` take it.
struct VerboseOption: ParsableArguments {
  @Flag(
    name: [.customShort("v"), .customLong("verbose")],
    help: "Print all notes, and how many files were written.")
  var isSet = false
}

enum ColorChoice: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never
}
