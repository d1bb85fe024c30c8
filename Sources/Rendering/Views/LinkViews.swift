/// A link with its words: to a page, an entity, another site.
struct LinkView: View {
  var text: String
  /// Relative to the page that shows it; nil where nothing is to be led to.
  var url: String?
  /// A line about where it leads.
  var summary: String?
  /// Whether it leads to an entity.
  var isEntity = false
  var count: Int?

  static let names: NameTable<Self> = [
    .text("text") { $0.text },
    .text("url") { $0.url },
    .text("summary") { $0.summary },
    .flag("entity") { $0.isEntity },
    .number("count") { $0.count },
  ]
}

/// A date: words for readers, and what HTML's `time` allows for machines.
struct DateView: View {
  var words: String
  /// HTML, 4.5.14: a year, month or day; nil where only EDTF can say it.
  var datetime: String?
  var edtf: String

  static let names: NameTable<Self> = [
    .text("words") { $0.words },
    .text("datetime") { $0.datetime },
    .text("edtf") { $0.edtf },
  ]
}

/// An entry of the table of contents.
struct HeadingView: Sendable {
  var text: String
  var id: String
  /// 2 to 6.
  var level: Int
}

/// Where a list's page stands among its others.
struct PaginationView: View {
  var number: Int
  var count: Int
  var previous: String?
  var next: String?

  static let names: NameTable<Self> = [
    .text("number") { String($0.number) },
    .text("count") { String($0.count) },
    .text("previous") { $0.previous },
    .text("next") { $0.next },
  ]
}

/// A small label that says in words what its colour says too.
struct ChipView: Sendable {
  var text: String
  var cssClass: String
  var url: String?
}
