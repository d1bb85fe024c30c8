/// What a browser asks for: the parts of an HTTP request that an answer depends on.
package struct PageRequest: Sendable, Equatable {
  package var method = "GET"
  /// The request's target as it was sent: path and query.
  package var target: String
  /// `Host`, nil when there was none.
  package var host: String?
  package var origin: String?
  /// `Sec-Fetch-Site`: what a browser says of who asks.
  package var fetchSite: String?
  package var ifNoneMatch: String?
  package var range: String?
  package var ifRange: String?

  package init(_ target: String) { self.target = target }
}
