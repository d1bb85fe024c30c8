package import Diagnostics
import Linking

/// How a site looks: its templates and assets, the site's own laid over the built-in ones.
package struct Theme: Sendable {
  package let templates: TemplateLibrary
  package let assets: Assets
  /// All files that were taken, by path: what a page's key is made of.
  package let files: [ThemeFile]
  /// Of the site's own.
  let sitePaths: Set<RelativePath>

  /// - Parameter siteFiles: those of the site's `Templates/`; one of a built-in file's path replaces it.
  package init(siteFiles: [ThemeFile], builtIn: [ThemeFile] = EmbeddedTheme.files) {
    var byPath: [RelativePath: ThemeFile] = [:]
    for file in builtIn + siteFiles { byPath[file.path] = file }
    files = byPath.values.sorted { $0.path < $1.path }
    let sitePaths = Set(siteFiles.map(\.path))
    self.sitePaths = sitePaths
    assets = Assets(files, ofSite: sitePaths)
    var templates = TemplateLibrary(
      files, assets: assets.addresses, builtIn: Set(builtIn.map(\.path)).subtracting(sitePaths))
    let assetNames = Set(assets.addresses.keys)
    templates.validate(PageKind.allCases.map { $0.use(assets: assetNames) })
    self.templates = templates
  }

  /// Addresses on other hosts that templates name, and where.
  package var outwardAddresses: [(address: String, place: Place)] {
    templates.markup.flatMap(\.links).filter { !$0.beginsWithRoot && Destinations.isRemote($0.text) }
      .map { ($0.text, $0.place) }
  }

  /// What is wrong with templates and style sheets, sorted. A theme with errors renders nothing.
  package var findings: [Finding] { (templates.findings + assets.findings).sorted() }
}
