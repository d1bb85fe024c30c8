package import Diagnostics
import Mustache

/// The site's templates over the built-in theme's, checked against the views they are rendered with.
///
/// A site's own file replaces the built-in one of the same name. Every template, partials included, selects
/// our own escaping by its very first tag: swift-mustache starts each of them with its own again.
package struct TemplateLibrary: Sendable {
  /// What every template begins with. The line end keeps a tag alone on the first line alone on its line.
  private static let preamble = "{{% CONTENT_TYPE: \(HTMLEscaping.name)}}\n"

  private let mustache: MustacheLibrary
  private let outlines: [String: TemplateOutline]
  private let assets: AssetsView
  /// What their HTML says, by file.
  let markup: [TemplateMarkup]
  private let identifierSet: Set<String>
  /// What is wrong with the templates, sorted. With any, nothing may be rendered.
  package private(set) var findings: [Finding]

  /// - Parameters:
  ///   - files: those of `Templates/`, the built-in theme's already laid under them.
  ///   - assets: addresses by the names that templates know.
  ///   - builtIn: paths of those that the site does not have.
  init(_ files: [ThemeFile], assets: [String: String] = [:], builtIn: Set<RelativePath> = []) {
    MustacheContentTypes.register(HTMLEscaping(), named: HTMLEscaping.name)
    var outlines: [String: TemplateOutline] = [:]
    var library = MustacheLibrary()
    var findings: [Finding] = []
    for file in files {
      guard let name = file.templateName else { continue }
      var outline = TemplateOutline(
        name: name, path: file.sitePath, bytes: file.bytes, isBuiltIn: builtIn.contains(file.path))
      if outline.findings.isEmpty {
        findings += TemplateLibrary.register(file, named: name, outline: outline, in: &library)
      }
      findings += outline.findings
      outline = outline.findings.isEmpty ? outline : outline.withoutNodes
      outlines[name] = outline
    }
    var validator = TemplateValidator(outlines)
    validator.validatePartials()
    self.findings = (findings + validator.findings).sorted()
    self.mustache = library
    self.outlines = outlines
    self.assets = AssetsView(addresses: assets)
    markup = files.filter { $0.templateName != nil }.map(TemplateMarkup.init)
    identifierSet = Set(markup.flatMap(\.identifiers))
  }

  private static func register(
    _ file: ThemeFile, named name: String, outline: TemplateOutline, in library: inout MustacheLibrary
  ) -> [Finding] {
    if let position = file.bytes.firstIndex(of: Blank.mark) {
      return [
        .templateError(
          "a template holds no NUL: delete it", at: Place(file.sitePath, position..<position + 1))
      ]
    }
    do {
      try library.register(preamble + String(decoding: file.bytes, as: UTF8.self), named: name)
      return []
    } catch let error as MustacheTemplate.ParserError {
      let text = SourceText(path: file.sitePath, bytes: file.bytes)
      let line = min(max(1, error.context.lineNumber - 1), text.lineStarts.count)
      return [
        .templateError("not a template: \(error.error)", at: Place(file.sitePath, text.lineRange(line)))
      ]
    } catch {
      return [.templateError("not a template: \(error)", at: Place(file.sitePath))]
    }
  }

  /// Whether there is a template of this name.
  package func contains(_ name: String) -> Bool { outlines[name] != nil }

  /// Names of all templates, sorted.
  package var names: [String] { outlines.keys.sorted() }

  /// Identifiers that stand in any of them as they are, sorted.
  var identifiers: [String] { identifierSet.sorted() }

  func hasIdentifier(_ identifier: String) -> Bool { identifierSet.hasSpelling(identifier) }

  /// These templates and all that they lead to.
  func reached(from names: some Sequence<String>) -> Set<String> {
    var reached: Set<String> = []
    var waiting = Array(names)
    while let name = waiting.popLast() {
      guard let outline = outlines[name], reached.insert(name).inserted else { continue }
      waiting += outline.includes
    }
    return reached
  }

  /// What is wrong with templates, and all they include, as pages use them.
  func findings(validating uses: [TemplateUse]) -> [Finding] {
    var validator = TemplateValidator(outlines)
    for use in uses { validator.validate(use) }
    return validator.findings.sorted()
  }

  mutating func validate(_ uses: [TemplateUse]) {
    let known = Set(findings)
    findings = (findings + findings(validating: uses).filter { !known.contains($0) }).sorted()
  }

  /// The page's text. Nil only when there is no such template.
  func render<V: Answering>(_ view: V, with template: String, _ forms: inout Forms) -> [UInt8]? {
    forms.fill(view, template) { shape in
      var reader = ShapeReader(shape, assets: assets)
      return mustache.render(V.blanks(&reader), withTemplate: template).map(Form.init)
    }
  }
}
