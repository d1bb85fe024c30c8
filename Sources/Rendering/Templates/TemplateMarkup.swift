import Diagnostics

/// What a template's own HTML says, beside what its tags print.
struct TemplateMarkup: Sendable {
  /// In the order of the file.
  let links: [TemplateLink]
  /// Identifiers that stand in it as they are.
  let identifiers: [String]
  /// What it owes readers who hear the page, in the order of the file.
  let findings: [Finding]

  /// O(length).
  init(_ file: ThemeFile) {
    let tags = TagScanner(file.bytes).tags
    let elements = TemplateElement.all(in: file.bytes, tags)
    links = TemplateLink.all(in: elements, tags, of: file)
    identifiers = elements.compactMap { $0["id"]?.text }
    findings = elements.compactMap { element in
      TemplateMarkup.problem(of: element).map { code, message in
        Finding(code, message, at: Place(file.sitePath, element.range))
      }
    }
  }

  private static func problem(of element: TemplateElement) -> (FindingCode, String)? {
    switch element.name {
    case "img" where element["alt"] == nil:
      (.imageWithoutText, #"the picture has no text; write alt="…", and alt="" where it only adorns"#)
    case "html" where element["lang"] == nil:
      (.languageOfPage, #"nothing says in which language the page is; write lang="{{page.language}}""#)
    default: nil
    }
  }
}
