import Diagnostics

extension Finding {
  /// What keeps a template from being used.
  static func templateError(
    _ message: String, at place: Place, notes: [Note] = [], suggestions: [String] = []
  ) -> Finding {
    Finding(.templateError, message, at: place, notes: notes, suggestions: suggestions)
  }

  static func templateTooDeep(at place: Place) -> Finding {
    .templateError(
      "tags stand more than \(TemplateOutline.depthLimit) deep in one another here, partials counted",
      at: place)
  }

  static func partialCycle(_ name: String, at place: Place) -> Finding {
    .templateError("'\(name)' ends up including itself here", at: place)
  }

  static func unknownPartial(_ name: String, at place: Place, known: some Sequence<String>) -> Finding {
    .templateError(
      "no template '\(name).mustache' in Templates/ or in the built-in theme", at: place,
      suggestions: Suggestions.nearest(to: name, among: known))
  }

  static func unknownName(_ name: String, at place: Place, known: some Sequence<String>) -> Finding {
    Finding(
      .templateUnknownName, "no '\(name)' is offered here", at: place,
      suggestions: Suggestions.nearest(to: name, among: known))
  }

  static func rawText(_ name: String, at place: Place) -> Finding {
    .templateError("'\(name)' is text, not finished markup: write {{\(name)}}", at: place)
  }

  static func notPrintable(_ name: String, at place: Place) -> Finding {
    .templateError("'\(name)' is no text: write {{#\(name)}}…{{/\(name)}}", at: place)
  }
}
