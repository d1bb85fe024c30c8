import Briefings
import Diagnostics
import EDTF

/// The rules about links, entities, files and dates that look at the whole site.
struct Rules {
  let directory: Directory
  let site: Site
  /// As `Visibility.uses`.
  let uses: [[Int]]
  let strayFiles: [Attachment]

  init(_ directory: Directory, _ site: Site, uses: [[Int]], strayFiles: [Attachment]) {
    self.directory = directory
    self.site = site
    self.uses = uses
    self.strayFiles = strayFiles
  }

  func findings() -> [Finding] {
    let seen = seenSpellings()
    // What a broken file names and cites is not known: nobody is told that nothing does.
    let unused = directory.registry.isWhole ? orphanEntities() + unusedSources() + unseenAliases(seen) : []
    return unused + unpublishedFiles() + backwardDates() + daysBeforePublication() + eventsAfterSources()
      + clashingNames() + mixedSpellings(seen) + ambiguousSeasons() + headingOrder()
      + picturesWithoutText() + linksWithoutWords() + emptyPages() + missingBaseURL()
  }

  // MARK: Uses

  /// Entities that nothing on the site names or refers to.
  private func orphanEntities() -> [Finding] {
    let used = used(by: { _ in true })
    return directory.registry.entities.filter { !used.contains(.entity($0.slug)) }.map { entity in
      Finding(
        .orphanEntity, "no page names '\(entity.name.value)'", at: Place(entity.file.path, entity.name.source)
      )
    }
  }

  /// What any of some pages uses, itself apart.
  private func used(by isCounted: (PageID) -> Bool) -> Set<PageID> {
    var isUsed = [Bool](repeating: false, count: uses.count)
    for (page, id) in directory.pages.enumerated() where isCounted(id) {
      for other in uses[page] where other != page { isUsed[other] = true }
    }
    return Set(isUsed.indices.lazy.filter { isUsed[$0] }.map { directory.pages[$0] })
  }

  /// Sources that no briefing cites or lists.
  private func unusedSources() -> [Finding] {
    let used = used(by: { if case .briefing = $0 { true } else { false } })
    return directory.registry.sources.filter { !used.contains(.source($0.slug)) }.map { source in
      Finding(.unusedSource, "no briefing cites or lists '\(source.slug)'", at: Place(source.file.path))
    }
  }

  private func unpublishedFiles() -> [Finding] {
    strayFiles.map {
      Finding(.strayFile, "no page uses this file, so it is not published", at: Place($0.path))
    }
  }
}
