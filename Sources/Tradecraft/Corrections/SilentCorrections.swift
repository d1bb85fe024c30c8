import Briefings
package import Diagnostics
package import Linking

/// What a published briefing says otherwise than before without saying so under `corrections`.
///
/// A claim, judgment or quotation is known again by its identifier, else by its words. A change and a removal need an
/// entry that was not there before, of any kind but `update`; an addition needs any entry.
///
/// - Parameters:
///   - revision: as messages name it.
///   - before: what was published then.
package func silentCorrections(
  since revision: String, from before: Site, to now: LinkedSite
) -> [Finding] {
  SilentCorrections(revision, before, now).findings
}

private struct SilentCorrections {
  private let revision: String
  private let now: Site
  private let register: Register
  /// Pages by the paths that they had before.
  private var moved: [String: PageID] = [:]
  private(set) var findings: [Finding] = []

  init(_ revision: String, _ before: Site, _ linked: LinkedSite) {
    self.revision = revision
    now = linked.site
    register = Register(linked.site)
    for page in now.briefings { note(page.id, page.record.common) }
    for page in now.entities { note(page.id, page.record.common) }
    for page in now.sources { note(page.id, page.record.common) }
    let registerBefore = Register(before)
    for page in before.briefings { compare(page, before, registerBefore) }
  }

  private mutating func note(_ page: PageID, _ common: CommonMatter) {
    for path in common.redirects { moved[path.value.string] = page }
  }

  /// What a page of then is called now.
  private func current(_ page: PageID) -> PageID {
    guard now.position(of: page) == nil else { return page }
    return moved[String(page.address.path.dropLast())] ?? page
  }

  private mutating func compare(_ old: BriefingPage, _ before: Site, _ registerBefore: Register) {
    guard case .briefing(let slug) = current(old.id), let new = now.briefing(slug) else {
      report(at: Place(old.record.file.path)) { revision in
        "'\(old.record.title)' was published in \(revision) and is not any more; keep it, with a correction of the kind 'retraction', or name its old path under 'redirects' of what it has become"
      }
      return
    }
    let added = new.record.corrections.filter { entry in
      !old.record.corrections.contains {
        $0.date == entry.date && $0.kind == entry.kind && $0.text == entry.text
      }
    }
    guard !added.contains(where: { $0.kind != .update }) else { return }
    let path = new.record.file.path
    let changes = Changes(
      from: PublishedSubject.all(of: old.id, in: before, registerBefore, current: current),
      to: PublishedSubject.all(of: new.id, in: now, register, current: { $0 }))
    for (subject, words) in changes.changed {
      report(at: Place(path, subject.source)) { revision in
        "the \(subject.kind.rawValue) has \(words) since \(revision); say so under 'corrections'"
      }
    }
    // A line of its own has nothing that is gone: the front matter is where it is to be told.
    for subject in changes.gone {
      let text = shortened(subject.text)
      report(at: Place(path, 0..<min(3, new.record.file.bodyStart))) { revision in
        "the \(subject.kind.rawValue) '\(text)' of \(revision) is gone or says something else; say so under 'corrections'"
      }
    }
    guard added.isEmpty else { return }
    for subject in changes.added {
      report(at: Place(path, subject.source)) { revision in
        "the \(subject.kind.rawValue) is new since \(revision); say so under 'corrections', at least as an 'update'"
      }
    }
  }

  /// - Parameter message: what is said with the name of a revision; it is known without the name, which is
  ///   another one at each release.
  private mutating func report(at place: Place, _ message: (_ revision: String) -> String) {
    findings.append(
      Finding(.silentCorrection, message(revision), at: place, knownAs: message("the revision")))
  }

  private func shortened(_ text: String) -> String {
    let line = String(text.unicodeScalars.map { $0 == "\n" ? " " : Character($0) })
    return line.count > 60 ? line.prefix(60) + "…" : line
  }
}

/// The difference between two versions of one page.
private struct Changes {
  private(set) var changed: [(subject: PublishedSubject, words: String)] = []
  private(set) var gone: [PublishedSubject] = []
  private(set) var added: [PublishedSubject]

  init(from before: [PublishedSubject], to now: [PublishedSubject]) {
    added = now
    var rest: [PublishedSubject] = []
    for old in before {
      if let position = added.firstIndex(where: { old.id != nil && $0.id == old.id && $0.kind == old.kind }) {
        compare(old, added.remove(at: position))
      } else {
        rest.append(old)
      }
    }
    for old in rest {
      let alike = added.indices.filter { added[$0].kind == old.kind && added[$0].words == old.words }
      let same = alike.first { added[$0].attributes == old.attributes } ?? alike.first
      if let same { compare(old, added.remove(at: same)) } else { gone.append(old) }
    }
  }

  private mutating func compare(_ old: PublishedSubject, _ new: PublishedSubject) {
    var differences = old.words == new.words ? [] : ["other words"]
    for (was, now) in zip(old.attributes, new.attributes) where was != now {
      func named(_ value: String) -> String { value.isEmpty ? "none" : "'\(value)'" }
      differences.append("another \(was.name) (\(named(now.value)), it was \(named(was.value)))")
    }
    if !differences.isEmpty { changed.append((new, differences.joined(separator: " and "))) }
  }
}
