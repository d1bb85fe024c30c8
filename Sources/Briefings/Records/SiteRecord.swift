import Diagnostics
import EDTF
import Foundation

extension SiteConfiguration {
  init(_ fields: Fields, _ report: inout FileReport) {
    self.init()
    title = fields.text("title", &report)?.value ?? ""
    readBaseURL(fields, &report)
    language = fields.language("language", &report) ?? language
    timeZone =
      fields.text("time-zone", &report, near: Self.timeZones(near:)) { TimeZone(identifier: $0) != nil }?
      .value
      ?? timeZone
    yardstick = fields.choice("yardstick", Yardstick.self, &report) ?? yardstick
    hemisphere = fields.choice("hemisphere", Hemisphere.self, &report) ?? hemisphere
    publisher = fields.text("publisher", &report)?.value
    feedLimit = fields.map("feeds", &report)?.number("limit", &report) ?? feedLimit
    linkNames = fields.choice("link-names", NameLinking.self, &report) ?? linkNames
    typography = fields.flag("typography", &report) ?? typography
    for (code, severity) in fields.pairs("check", &report) { readCheck(code, severity, &report) }
    navigation = fields.maps("navigation", &report).compactMap { Self.navigationEntry($0, &report) }
  }

  /// By a slip, or by the city alone.
  private static func timeZones(near text: String) -> [String] {
    let zones = TimeZone.knownTimeZoneIdentifiers
    let near = Suggestions.nearest(to: text, among: zones)
    guard near.isEmpty else { return near }
    return Suggestions.nearest(to: text, among: zones.map(city(of:))).flatMap { city in
      zones.filter { Self.city(of: $0) == city }.sorted()
    }
  }

  private static func city(of zone: String) -> String {
    zone.split(separator: "/").last.map(String.init) ?? zone
  }

  private mutating func readBaseURL(_ fields: Fields, _ report: inout FileReport) {
    guard let written = fields.address("base-url", &report), let node = fields.node("base-url") else {
      return
    }
    guard !written.utf8.contains(UInt8(ascii: "?")), !written.utf8.contains(UInt8(ascii: "#")) else {
      report.add(
        .wrongType, "'base-url' has neither '?' nor '#': pages' paths are put behind it", at: node.source)
      return
    }
    guard let url = Self.baseURL(written) else {
      report.add(
        .wrongType,
        "'base-url' takes an address that visitors can read: a host, a port up to 65535 if need be, and a path; no user, quotation mark, '<' or '>'",
        at: node.source)
      return
    }
    baseURL = url
  }

  /// The address as `baseURL` holds it; nil when it is no absolute http or https address below which pages can lie.
  package static func baseURL(_ text: String) -> String? {
    guard Written.isBase(text) else { return nil }
    return text.utf8.last == UInt8(ascii: "/") ? text : text + "/"
  }

  private mutating func readCheck(
    _ written: Located<String>, _ severity: Located<String>, _ report: inout FileReport
  ) {
    guard let code = FindingCode(rawValue: written.value) else {
      report.add(
        .unknownKey, "no check is called '\(FileReport.shortened(written.value))'", at: written.source,
        suggestions: Suggestions.nearest(to: written.value, among: FindingCode.allCases.map(\.rawValue)))
      return
    }
    guard let severity = Severity(rawValue: severity.value) else {
      let words = Severity.allCases.map(\.rawValue)
      report.add(
        .wrongType, "'\(code.rawValue)' takes one of \(words.joined(separator: ", "))", at: severity.source,
        suggestions: Suggestions.nearest(to: severity.value, among: words))
      return
    }
    guard !code.isFixed || severity == .error else {
      report.add(
        .wrongType, "'\(code.rawValue)' stays an error: pages would be wrong without it; remove the line",
        at: written.source)
      return
    }
    severities[code] = severity
  }

  private static func navigationEntry(
    _ fields: Fields, _ report: inout FileReport
  ) -> (text: String, link: Located<String>)? {
    let text = fields.text("text", &report)
    let link = fields.text("link", &report)
    guard let text, let link else { return nil }
    return (text.value, link)
  }
}
