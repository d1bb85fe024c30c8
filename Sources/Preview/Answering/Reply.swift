package import Diagnostics

package struct Header: Sendable, Equatable {
  package let name: String
  package let value: String

  package init(_ name: String, _ value: String) {
    self.name = name
    self.value = value
  }
}

/// An answer before it is written to a connection.
package struct Reply: Sendable, Equatable {
  package enum Body: Sendable, Equatable {
    case none
    case bytes(ArraySlice<UInt8>)
    /// A part of a file of `Content/`, below the root.
    case file(RelativePath, Range<Int>)
  }

  package var status: Int
  package var headers: [Header]
  package var body: Body

  package init(_ status: Int, headers: [Header], body: Body = .none) {
    self.status = status
    self.headers = headers + Reply.always
    self.body = body
  }

  /// Says in a line of text why a request is not answered.
  package init(refusing status: Int, _ reason: String, headers: [Header] = []) {
    let bytes = Array((reason + "\n").utf8)
    self.init(
      status,
      headers: headers + [
        Header("Content-Type", "text/plain; charset=utf-8"), Header("Content-Length", "\(bytes.count)"),
        Header("Cache-Control", "no-store"),
      ], body: .bytes(bytes[...]))
  }

  /// To another address of the site, for now: what stands there may change with the next edit.
  package init(redirecting location: String) {
    self.init(
      302,
      headers: [
        Header("Location", location), Header("Content-Length", "0"), Header("Cache-Control", "no-store"),
      ])
  }

  /// On every answer: nothing is guessed to be a script, no other site may embed or read anything.
  private static let always = [
    Header("X-Content-Type-Options", "nosniff"), Header("Cross-Origin-Resource-Policy", "same-origin"),
    Header("Referrer-Policy", "same-origin"),
  ]

  package func header(_ name: String) -> String? { headers.first { $0.name == name }?.value }

  /// The same without its body, as HEAD is answered (RFC 9110, 9.3.2).
  package var withoutBody: Reply {
    var reply = self
    reply.body = .none
    return reply
  }
}
