package import Publishing

/// What a preview is asked to do.
package struct ServeSettings: Sendable {
  package var run: RunSettings
  /// A name or an address. The loopback addresses of both families are served together.
  package var host = "127.0.0.1"
  /// 0: any that is free.
  package var port = 8000
  /// With `{path}`, `{line}` and `{column}`; nil: pages have no links to the editor.
  package var editor: String?
  package var polls = false
  /// In bytes.
  package var cacheLimit = 64 << 20

  package init(_ run: RunSettings) { self.run = run }

  /// What is listened on.
  var hosts: [String] {
    host == "127.0.0.1" || host == "localhost" ? ["127.0.0.1", "::1"] : [host]
  }
}

/// Why a preview cannot be served: exit 2.
package enum ServeError: Error, Equatable {
  case portTaken(Int, next: Int?)
  case cannotListen(host: String, port: Int, reason: String)
}

extension ServeError: CustomStringConvertible {
  package var description: String {
    switch self {
    case .portTaken(let port, let next?): "port \(port) is taken; 'dossier serve --port \(next)' is free"
    case .portTaken(let port, nil): "port \(port) is taken; 'dossier serve --port 0' takes any that is free"
    case .cannotListen(let host, let port, let reason): "cannot listen on \(host), port \(port): \(reason)"
    }
  }
}
