import Diagnostics
import Testing

@testable import Rendering

struct TemplateFindingTests {
  @Test(arguments: [
    Marked("{{⟦titel⟧}}"), Marked("é{{# people }}{{⟦nam⟧}}{{/ people }}"), Marked("{{person.⟦nme⟧}}"),
    Marked("{{#⟦persons⟧}}{{/persons}}"), Marked("{{#people}}{{⟦.title⟧}}{{/people}}"),
    Marked("{{#⟦cuont(people)⟧}}{{/cuont(people)}}"), Marked("{{#authors}}{{⟦name⟧}}{{/authors}}"),
  ])
  func `a name that no view around it declares is found at its place`(template: Marked) throws {
    let findings = TemplateLibrary(page: template.text).findings
    let finding = try #require(findings.first)
    #expect(findings.count == 1)
    #expect(finding.code == .templateUnknownName)
    let range = try #require(finding.place.range)
    #expect(template.range.lowerBound >= range.lowerBound && template.range.upperBound <= range.upperBound)
    #expect(finding.place.path.string == "Templates/page.mustache")
  }

  @Test func `a mistyped name comes with what was meant`() {
    #expect(TemplateLibrary(page: "{{titel}}").findings.first?.suggestions == ["title"])
    #expect(TemplateLibrary(page: "{{>foto}}", ["foot": ""]).findings.first?.suggestions == ["foot"])
  }

  @Test(arguments: [
    "{{title}}", "{{#people}}{{name}} in {{title}}{{#friends}}{{name}}{{/friends}}{{/people}}",
    "{{person.name}}",
    "{{#authors}}{{.}}{{^last()}}, {{/last()}}{{/authors}}", "{{#extra}}{{anything}}{{/extra}}{{extra.a.b}}",
    "{{^missing}}none{{/missing}}", "{{count(people)}}", "{{#first(people)}}{{name}}{{/first(people)}}",
    "{{! {{{x}} }}", "{{uppercased(title)}}", "{ {x} }", "}}",
  ])
  func `a template that names what there is has no finding`(template: String) {
    #expect(TemplateLibrary(page: template).findings == [])
  }

  @Test(arguments: [
    Marked("a ⟦{{% CONTENT_TYPE: TEXT}}⟧ b"), Marked("⟦{{%CONTENT_TYPE:HTML}}⟧"), Marked("⟦{{=<% %>=}}⟧"),
    Marked("⟦{{>*title}}⟧"), Marked("⟦{{<*title}}⟧"), Marked("{{{⟦title⟧}}}"), Marked("{{& ⟦extra.x⟧ }}"),
    Marked("⟦{{#people}}⟧"), Marked("⟦{{/people}}⟧"), Marked("⟦{{⟧title"), Marked("⟦{{}}⟧"),
    Marked("⟦{{a b}}⟧"),
    Marked("{{#people}}⟦{{/person}}⟧"), Marked("{{>⟦nothing⟧}}"), Marked("⟦{{count(people}}⟧"),
    Marked("{{⟦people⟧}}"), Marked("{{#people}}{{{⟦.⟧}}}{{/people}}"), Marked("⟦{{⟧{body}}"),
  ])
  func `what would get around the loader, and bad syntax, is refused at its place`(template: Marked) throws {
    let findings = TemplateLibrary(page: template.text).findings
    let finding = try #require(findings.first)
    #expect(finding.code == .templateError)
    let range = try #require(finding.place.range)
    #expect(range.lowerBound <= template.range.lowerBound && range.upperBound >= template.range.upperBound)
  }

  @Test func `a partial that includes itself is found and not walked again`() {
    #expect(TemplateLibrary(page: "{{>page}}").findings.map(\.code) == [.templateError])
    #expect(TemplateLibrary(page: "{{>a}}", ["a": "{{>b}}", "b": "{{>a}}"]).findings.count == 1)
  }

  @Test func `a block that leads back into itself through another partial is found`() {
    let library = TemplateLibrary(
      page: "{{<base}}{{$x}}{{>part}}{{/x}}{{/base}}", ["base": "{{$x}}{{/x}}", "part": "{{$x}}{{/x}}"])
    #expect(library.findings.map(\.code) == [.templateError])
  }

  @Test(arguments: [100, 101, 5000])
  func `tags stand at most a hundred deep`(depth: Int) {
    let open = String(repeating: "{{#draft}}", count: depth)
    let close = String(repeating: "{{/draft}}", count: depth)
    #expect(TemplateLibrary(page: open + close).findings.isEmpty == (depth <= 100))
  }

  @Test func `partials count towards the depth`() {
    let half = String(repeating: "{{#draft}}", count: 60)
    let end = String(repeating: "{{/draft}}", count: 60)
    #expect(!TemplateLibrary(page: "\(half){{>part}}\(end)", ["part": half + end]).findings.isEmpty)
  }

  @Test func `a block is checked against the views it is printed among`() {
    let base: KeyValuePairs = ["base": "{{#people}}{{$row}}{{/row}}{{/people}}"]
    #expect(TemplateLibrary(page: "{{<base}}{{$row}}{{name}}{{/row}}{{/base}}", base).findings == [])
    #expect(TemplateLibrary(page: "{{<base}}{{$row}}{{nme}}{{/row}}{{/base}}", base).findings.count == 1)
  }

  @Test func `a missing value does not show the enclosing view's`() {
    let library = TemplateLibrary(page: "{{#people}}{{name}}:{{summary}};{{/people}}")
    #expect(library.render(SampleView(), with: "page") == "One:;Two:Second;")
  }

  @Test func `a site's own file replaces the built-in one`() {
    let theme = Theme(
      siteFiles: [.text("a.mustache", "mine")],
      builtIn: [.text("a.mustache", "theirs"), .text("b.mustache", "{{>a}}")])
    #expect(theme.templates.render(SampleView(), with: "b") == "mine")
  }
}
