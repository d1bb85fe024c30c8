package import Briefings
package import Diagnostics

/// A page whose file has other words below the same front matter, in a site that is otherwise as it was.
package struct RewrittenPage: Sendable {
  package let page: PageID
  package let body: PageBody
  /// Of surveying and linking it; neither silenced nor regraded yet.
  package let findings: [Finding]
}

extension Resolver {
  /// The page of `Content/` that a file makes.
  package func page(at path: RelativePath) -> PageID? { directory.page(at: path.string) }

  /// The file that makes a page of `Content/`.
  package func path(of page: PageID) -> RelativePath? {
    directory.contains(page) ? directory.file(page).path : nil
  }

  /// The resolver of a site in which an entity is called otherwise, and the survey that finds its new names; what
  /// other pages say by its old ones stays. Nil for an entity that there is not.
  package func renaming(_ entity: Entity, after survey: Survey) -> (Resolver, Survey)? {
    directory.renaming(entity).map { directory in
      (Resolver(directory, visibility), Survey(directory.registry, after: survey))
    }
  }

  /// One page with the facts of its new words, without a look at the others.
  ///
  /// - Parameter site: what was linked from the facts of all pages, this one's old ones among them.
  /// - Returns: nil when the new words change what the page itself shows of registers, timeline and lists: then the
  ///   whole site is to be linked.
  package func rewritten(_ facts: Facts, in site: Site) -> RewrittenPage? {
    guard let number = directory.numbers[facts.page], let shown = site.body(of: facts.page) else {
      return nil
    }
    let directory = directory.replacing(facts)
    let (old, new) = (resolved(number), Resolver(directory, visibility).resolved(number))
    let uses = Uses(of: facts.page, directory.anchors[facts.page]?.mentions ?? [], in: directory)
    guard new.isRegistered(as: old), isListed(new, as: old, on: facts.page),
      uses.numbers.allSatisfy({ visibility.shows(directory.pages[$0]) })
    else { return nil }
    var body = new.body
    let positions = events(of: facts.page, in: shown, self.directory)
    for (entry, position) in zip(eventEntries(of: facts.page, directory), positions) {
      switch entry.shape {
      case .span(let span): body.spans[span].event = position
      case .region(let region): body.regions[region].event = position
      }
    }
    return RewrittenPage(page: facts.page, body: body, findings: new.findings)
  }

  /// What entities and sources cite and quote stands in lists of their own.
  private func isListed(_ new: ResolvedPage, as old: ResolvedPage, on page: PageID) -> Bool {
    if case .briefing = page { return true }
    return new.body.sources == old.body.sources
      && new.body.quotations.elementsEqual(old.body.quotations) { $0.speaker == $1.speaker }
  }

  private func eventEntries(of page: PageID, _ directory: Directory) -> [PageAnchors.Entry] {
    directory.anchors[page]?.entries.filter { if case .event = $0.referent { true } else { false } } ?? []
  }

  /// Where the page's events stand on the timeline, in the order of the page.
  private func events(of page: PageID, in body: PageBody, _ directory: Directory) -> [Int?] {
    eventEntries(of: page, directory).map { entry in
      switch entry.shape {
      case .span(let span): body.spans[span].event
      case .region(let region): body.regions[region].event
      }
    }
  }
}

extension ResolvedPage {
  /// Whether registers and the timeline say the same with either.
  fileprivate func isRegistered(as other: ResolvedPage) -> Bool {
    body.statements.elementsEqual(other.body.statements) { $0.isRegistered(as: $1) }
      && tellings.elementsEqual(other.tellings) { $0.isTold(as: $1) }
  }
}

extension Statement {
  fileprivate func isRegistered(as other: Statement) -> Bool {
    guard id == other.id, citations == other.citations else { return false }
    guard case .judgment(let judgment) = role, case .judgment(let otherJudgment) = other.role else {
      return role == other.role
    }
    // The likelihood may lie in its words.
    return judgment.withoutPlaces == otherJudgment.withoutPlaces && words.text == other.words.text
      && words.foreign == other.words.foreign
  }
}

extension Statement.Judgment {
  fileprivate var withoutPlaces: Statement.Judgment {
    var copy = self
    copy.likelihoodSource = nil
    copy.probabilitySource = nil
    return copy
  }
}

extension FoundTelling {
  fileprivate func isTold(as other: FoundTelling) -> Bool {
    key == other.key && id == other.id && date.value == other.date.value && reported == other.reported
      && text == other.text && place == other.place && who == other.who && status == other.status
      && citations == other.citations && joins == other.joins
  }
}
