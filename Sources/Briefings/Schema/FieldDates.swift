import Diagnostics
import EDTF

/// Dates in front matter.
extension Fields {
  /// A civil day, strictly YYYY-MM-DD.
  func day(_ name: String, _ report: inout FileReport) -> Located<CivilDay>? {
    guard let node = node(name) else { return nil }
    guard let text = node.text else {
      report.wrongType(key(name), node)
      return nil
    }
    guard let numbers = Written.yearMonthDay(text) else {
      report.add(
        .badDate, "'\(name)' takes a day, written YYYY-MM-DD, not '\(FileReport.shortened(text))'",
        at: node.source)
      return nil
    }
    guard let day = CivilDay(year: numbers.year, month: numbers.month, day: numbers.day) else {
      report.add(.badDate, "there is no day \(text)", at: node.source)
      return nil
    }
    return Located(day, node.source)
  }

  /// An EDTF date.
  func date(_ name: String, _ report: inout FileReport) -> Located<EDTFDate>? {
    guard let node = node(name) else { return nil }
    guard let text = node.text else {
      report.wrongType(key(name), node)
      return nil
    }
    do {
      return Located(try EDTFDate(parsing: text), node.source)
    } catch {
      report.add(.badDate, "'\(name)': \(error.message)", at: node.place(ofColumn: error.column))
      return nil
    }
  }
}
