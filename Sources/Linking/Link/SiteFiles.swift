import Briefings
import Markdown

/// Which files are copied.
struct SiteFiles {
  /// By address.
  let published: [SiteFile]
  /// Other files of `Content/` that no page uses, withheld ones included.
  let stray: [Attachment]

  init(_ directory: Directory, _ site: Site) {
    var files = directory.registry.staticFiles.map { SiteFiles.file($0, directory) }
    for briefing in site.briefings {
      files += briefing.record.attachments.map { SiteFiles.file($0, directory) }
    }
    let shown = Set(site.index.keys)
    let published = SiteFiles.addresses(directory.pages.filter { shown.contains($0) }, directory)
    let all = SiteFiles.addresses(directory.pages, directory)
    let loose = directory.registry.pictures + directory.registry.otherFiles
    files += loose.map { SiteFiles.file($0, directory) }
      .filter { published.contains($0.address) }
    self.published = files.sorted { ($0.address, $0.path) < ($1.address, $1.path) }
    stray = loose.filter { !all.contains(directory.address(of: $0)) }
  }

  private static func file(_ attachment: Attachment, _ directory: Directory) -> SiteFile {
    SiteFile(path: attachment.path, address: directory.address(of: attachment))
  }

  /// What pages show, link to or give to social cards.
  private static func addresses(_ pages: [PageID], _ directory: Directory) -> Set<SiteAddress> {
    var used: Set<SiteAddress> = []
    let destinations = Destinations(directory)
    for page in pages {
      let facts = directory.facts(page)
      let pictures = facts.images.map(\.destination) + [directory.common(page).image?.value].compactMap { $0 }
      for picture in pictures {
        if let found = destinations.picture(picture, on: page) { used.insert(directory.address(of: found)) }
      }
      for link in facts.links where link.use == .ordinary {
        if case .address(let address, _) = destinations.destination(link.target, on: page) {
          used.insert(address)
        }
      }
    }
    return used
  }
}
