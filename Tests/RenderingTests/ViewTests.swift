import Mustache
import Testing

@testable import Rendering

struct ViewTests {
  /// All views that a template can meet, by walking from the kinds of pages.
  static let views: [any View.Type] = {
    var found: [any View.Type] = PageKind.allCases.map(\.view) + [ChromeView.self]
    var position = 0
    while position < found.count {
      for kind in found[position].declaration.kinds.sorted(by: { $0.key < $1.key }).map(\.value) {
        switch kind {
        case .view(let view), .list(let view):
          if !found.contains(where: { $0 == view }) { found.append(view) }
        default: break
        }
      }
      position += 1
    }
    return found
  }()

  @Test func `the kinds of pages lead to every view`() {
    for view in Self.views { #expect(!view.declaration.kinds.isEmpty || view == NotFoundView.self) }
    #expect(Self.views.count > 25)
  }

  @Test(arguments: PageKind.allCases)
  func `every declared name is known to the validator in the way it is declared`(kind: PageKind) {
    let declaration = kind.view.pageDeclaration(assets: ["style_css"])
    var text = ""
    for (name, kind) in declaration.kinds.sorted(by: { $0.key < $1.key }) {
      switch kind {
      case .html: text += "{{{\(name)}}}"
      case .text, .open: text += "{{\(name)}}"
      case .map(let keys): text += keys.map { "{{\(name).\($0)}}" }.joined()
      case .flag, .texts, .view, .list: text += "{{#\(name)}}{{/\(name)}}{{^\(name)}}{{/\(name)}}"
      }
    }
    var library = TemplateLibrary([.text("all.mustache", text)])
    library.validate([TemplateUse(template: "all", declaration: declaration)])
    #expect(library.findings == [])
  }

  @Test func `every declared name answers without looking into an enclosing view`() throws {
    let event = EventView(
      date: DateView(words: "", edtf: ""), text: "", places: [], who: [], sources: [], pages: [])
    let views: [any View] = [LinkView(text: ""), event, NotFoundView()]
    for view in views {
      for name in type(of: view).declaration.kinds.keys {
        #expect(blanks(view).child(named: name) != nil, "\(name)")
      }
      #expect(blanks(view).child(named: "nothing") == nil)
    }
  }

  private func blanks<V: View>(_ view: V) -> BlankView {
    var answers = Answers()
    view.answer(&answers)
    var reader = ShapeReader(answers.shape, assets: AssetsView(addresses: [:]))
    return V.blanks(&reader)
  }
}
