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
      report.noDay(key(name), text, at: node.source)
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
      // What replaces all of it is told at all of it.
      let isWhole = !error.readings.isEmpty
      report.add(
        .badDate, "'\(name)': \(isWhole ? error.reason : error.message)",
        at: isWhole ? node.source : node.place(ofColumn: error.column), suggestions: error.readings)
      return nil
    }
  }
}

extension FileReport {
  /// A text where a day should be, perhaps a month or a day written otherwise.
  fileprivate mutating func noDay(_ key: SchemaKey, _ text: String, at source: Range<Int>) {
    let readings = EDTFDate.readings(of: text)
    let days = readings.filter { Written.yearMonthDay($0) != nil }
    let written = "not '\(Self.shortened(text))'"
    let isCoarser = days.isEmpty && !readings.isEmpty
    let advice =
      readings.isEmpty && key.need == .optional ? "; leave the key out where the day is unknown" : ""
    add(
      .badDate,
      isCoarser
        ? "'\(key.name)' takes one whole day, written YYYY-MM-DD, \(written); add what is missing"
        : "'\(key.name)' takes a day, written YYYY-MM-DD, \(written)\(advice)",
      at: source, suggestions: days)
  }
}

extension EDTFDate {
  /// Itself where it is a date, else the dates it may have been meant to be.
  fileprivate static func readings(of text: String) -> [String] {
    do {
      return [try EDTFDate(parsing: text).text]
    } catch {
      return error.readings
    }
  }
}
