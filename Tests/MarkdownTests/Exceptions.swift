import Foundation

/// A file of named exceptions: `name`, a tab, the reason; one a line.
struct Exceptions {
  /// By the example's name.
  let reasons: [String: String]

  init(of file: String) {
    let path = Suites.fixtures.appending(path: file)
    let text = (try? String(contentsOf: path, encoding: .utf8)) ?? ""
    var reasons: [String: String] = [:]
    for line in text.split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 1)
      reasons[String(fields[0])] = fields.count > 1 ? String(fields[1]) : ""
    }
    self.reasons = reasons
  }
}
