import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@testable import Rendering

/// A drawing of a timeline taken apart again, from its markup alone.
final class Drawing: NSObject, XMLParserDelegate {
  struct Box {
    var left: Double
    var right: Double
    /// Above the axis is below zero.
    var top: Double
    var bottom: Double
    var height: Double { bottom - top }

    func overlaps(_ other: Box) -> Bool {
      left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }
  }

  /// Part of a sign: a share of the width, and pixels around it.
  fileprivate struct Part {
    let share: ClosedRange<Double>
    let pixels: ClosedRange<Double>
    let rows: ClosedRange<Double>
  }

  struct Sign {
    var url = ""
    var title = ""
    var text = ""
    var classes: [String] = []
    var isFaded = false
    fileprivate var narrowRow = 0.0
    fileprivate var wideRow = 0.0
    fileprivate var isColumn = false
    fileprivate var parts: [Part] = []

    /// Of a sign for several.
    var count: Int? { text.hasPrefix("+") ? Int(text.dropFirst()) : nil }

    func box(width: Double) -> Box {
      let row = width < Double(TimelinePlot.wideWidth) ? narrowRow : wideRow
      let shift = isColumn ? 0 : -row * Double(TimelinePlot.rowHeight) - 12
      return Box(
        left: parts.map { $0.share.lowerBound * width + $0.pixels.lowerBound }.min() ?? 0,
        right: parts.map { $0.share.upperBound * width + $0.pixels.upperBound }.max() ?? 0,
        top: shift + (parts.map(\.rows.lowerBound).min() ?? 0),
        bottom: shift + (parts.map(\.rows.upperBound).max() ?? 0))
    }
  }

  struct Tick {
    let place: Double
    let isMinor: Bool
    let isCentred: Bool
    var label = ""

    /// Seven pixels a letter are more than any font takes.
    func span(width: Double) -> ClosedRange<Double> {
      let (middle, length) = (place * width, Double(label.count) * 6.5)
      return isCentred ? middle - length / 2...middle + length / 2 : middle...middle + length
    }
  }

  private(set) var signs: [Sign] = []
  private(set) var ticks: [Tick] = []
  private var sign: Sign?
  private var isTitle = false
  private var isMinor = false
  private var nested: [Double] = []
  private var rows: (narrow: Int, wide: Int) = (0, 0)

  init(_ markup: String) throws {
    super.init()
    let end = try #require(markup.range(of: "</div>"))
    let parser = XMLParser(data: Data(markup[..<end.upperBound].utf8))
    parser.delegate = self
    try #require(parser.parse(), "\(String(describing: parser.parserError))")
  }

  /// Of all rows, in pixels.
  func height(width: Int) -> Int {
    (width < TimelinePlot.wideWidth ? rows.narrow : rows.wide) * TimelinePlot.rowHeight
  }

  // MARK: Reading

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    func number(_ key: String) -> Double { Double(attributes[key] ?? "") ?? 0 }
    func share(_ key: String) -> Double { (Double((attributes[key] ?? "0%").dropLast()) ?? 0) / 100 }
    let style = (attributes["style"] ?? "").split(whereSeparator: { ":;".contains($0) }).map(String.init)
    if let kind = attributes["class"], sign != nil { sign?.classes.append(kind) }
    if attributes["mask"] != nil { sign?.isFaded = true }
    let base = nested.last ?? 0
    func add(_ share: ClosedRange<Double>, _ pixels: ClosedRange<Double>, _ rows: ClosedRange<Double>) {
      sign?.parts.append(Part(share: share, pixels: pixels, rows: rows))
    }
    switch name {
    case "svg":
      if style.count == 4 { rows = (Int(style[1]) ?? 0, Int(style[3]) ?? 0) }
      nested.append(share("x"))
    case "a":
      sign = Sign(url: attributes["href"] ?? "")
      sign?.narrowRow = style.count == 4 ? Double(style[1]) ?? 0 : 0
      sign?.wideRow = style.count == 4 ? Double(style[3]) ?? 0 : 0
      sign?.isColumn = style.isEmpty
    case "title": isTitle = true
    case "g": isMinor = attributes["class"] == "minor"
    case "circle":
      let r = number("r")
      if attributes["cx"]?.hasSuffix("%") == true {
        add(share("cx")...share("cx"), -r...r, -r...r)
      } else {
        add(base...base, number("cx") - r...number("cx") + r, -r...r)
      }
    case "rect":
      let rows = number("y")...number("y") + number("height")
      if attributes["width"]?.hasSuffix("%") == true {
        add(share("x")...share("x") + share("width"), 0...0, rows)
      } else {
        add(base...base, number("x")...number("x") + number("width"), rows)
      }
    case "path":
      let isLeft = attributes["d"]?.contains("-8 6") == true && attributes["d"]?.contains("l-8") == true
      if attributes["class"] == "tip" { add(base...base, isLeft ? -8...0 : 0...8, -6...6) }
    case "text":
      if sign == nil {
        if attributes["class"] == nil {
          ticks.append(
            Tick(place: share("x"), isMinor: isMinor, isCentred: attributes["text-anchor"] == "middle"))
        }
      } else {
        let reach = attributes["class"] == "more" ? 12.0 : 4
        add(share("x")...share("x"), -reach...reach, -5...5)
      }
    default: break
    }
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) {
    if isTitle {
      sign?.title += string
    } else if sign != nil {
      sign?.text += string.trimmingCharacters(in: .whitespacesAndNewlines)
    } else if !ticks.isEmpty {
      ticks[ticks.count - 1].label += string.trimmingCharacters(in: .whitespacesAndNewlines)
    }
  }

  func parser(
    _ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?
  ) {
    switch name {
    case "svg": nested.removeLast()
    case "title": isTitle = false
    case "g": isMinor = false
    case "a":
      if let sign { signs.append(sign) }
      sign = nil
    default: break
    }
  }
}
