import Briefings
import Diagnostics
import Foundation
import Linking
import Rendering

/// How much a reader's device has to load before a page is there: its HTML and its pictures.
struct PageWeights: Sendable {
  /// In bytes: some seconds on a telephone's connection, which few readers wait for.
  static let limit = 2_000_000

  private struct Written: Sendable {
    let path: RelativePath
    var pictures = 0
    var heaviest: (path: RelativePath, size: Int)?
  }

  /// By path below the output, the first pages of what authors wrote.
  private let written: [String: Written]

  init(_ prepared: Prepared, root: String) {
    let files = Dictionary(
      prepared.renderer.site.files.map { ($0.address, $0.path) }, uniquingKeysWith: { first, _ in first })
    var pages: [PageID: Written] = [:]
    for page in prepared.site.checked {
      var written = Written(path: page.path)
      for path in Set(page.body.images.compactMap { $0.flatMap { files[$0] } }).sorted() {
        let size = PageWeights.size(of: root + "/" + path.string)
        written.pictures += size
        if size > written.heaviest?.size ?? 0 { written.heaviest = (path, size) }
      }
      pages[page.page] = written
    }
    var byPath: [String: Written] = [:]
    for job in prepared.renderer.jobs {
      byPath[job.address.file] = job.bodyPage.flatMap { pages[$0] }
    }
    self.written = byPath
  }

  /// 0 for a file that cannot be read: what is copied tells of it.
  private static func size(of path: String) -> Int {
    let real = URL(filePath: path).resolvingSymlinksInPath().path
    let attributes = try? FileManager.default.attributesOfItem(atPath: real)
    return (attributes?[.size] as? NSNumber)?.intValue ?? 0
  }

  /// Empty for a page that is light enough.
  func findings(about page: RenderedPage) -> [Finding] {
    guard let written = written[page.path.string] else { return [] }
    let weight = page.bytes.count + written.pictures
    guard weight > PageWeights.limit else { return [] }
    var message = "the page weighs \(PageWeights.megabytes(weight)); 2 MB are enough"
    if let heaviest = written.heaviest, written.pictures > page.bytes.count {
      message += "; make '\(heaviest.path)' smaller, which has \(PageWeights.megabytes(heaviest.size))"
    } else {
      message += "; divide its text"
    }
    return [
      Finding(
        .pageTooLarge, message, at: Place(written.path), knownAs: "the page weighs more than 2 MB")
    ]
  }

  /// With one decimal place, rounded up: what is above the limit is printed so.
  private static func megabytes(_ bytes: Int) -> String {
    let tenths = (bytes + 99_999) / 100_000
    return "\(tenths / 10).\(tenths % 10) MB"
  }
}
