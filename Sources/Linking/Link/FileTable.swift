import Briefings
import Diagnostics

/// Files of `Content/` by path, and pages by address.
struct FileTable {
  private(set) var pages: [String: PageID] = [:]
  private(set) var addresses: [String: PageID] = [:]
  private(set) var attachments: [String: (attachment: Attachment, address: SiteAddress)] = [:]

  /// The page that a file lies beside.
  private(set) var owners: [SiteAddress: PageID] = [:]

  init(_ registry: Registry) {
    for briefing in registry.briefings {
      add(.briefing(briefing.slug), briefing.file)
      let folder = PageID.briefing(briefing.slug).address
      for attachment in briefing.attachments {
        add(attachment, at: folder.file(attachment.name))
        owners[folder.file(attachment.name)] = .briefing(briefing.slug)
      }
    }
    for entity in registry.entities { add(.entity(entity.slug), entity.file) }
    for source in registry.sources { add(.source(source.slug), source.file) }
    for page in registry.pages { add(.page(page.slug), page.file) }
    for file in registry.staticFiles + registry.pictures + registry.otherFiles {
      add(file, at: SiteAddress.home.file(file.name))
    }
  }

  private mutating func add(_ page: PageID, _ file: ContentFile) {
    pages[file.path.string] = page
    addresses[page.address.path] = page
  }

  private mutating func add(_ attachment: Attachment, at address: SiteAddress) {
    attachments[attachment.path.string] = (attachment, address)
  }
}
