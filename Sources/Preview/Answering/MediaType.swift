package import Diagnostics

/// What a file is, by the ending of its name.
package enum MediaType {
  package static let page = "text/html; charset=utf-8"
  static let events = "text/event-stream; charset=utf-8"

  /// `application/octet-stream` for an ending that is not known: a browser then saves the file.
  package static func of(_ path: RelativePath) -> String {
    let name = path.lastSegment.lowercased()
    guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "application/octet-stream" }
    return table[String(name[name.utf8.index(after: dot)...])] ?? "application/octet-stream"
  }

  /// By the registrations of IANA.
  private static let table: [String: String] = [
    "html": page, "htm": page, "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
    "mjs": "text/javascript; charset=utf-8", "json": "application/json", "xml": "application/xml",
    "txt": "text/plain; charset=utf-8", "md": "text/markdown; charset=utf-8",
    "csv": "text/csv; charset=utf-8",
    "ics": "text/calendar; charset=utf-8", "bib": "application/x-bibtex; charset=utf-8",
    "svg": "image/svg+xml", "png": "image/png", "jpg": "image/jpeg", "jpeg": "image/jpeg", "gif": "image/gif",
    "webp": "image/webp", "avif": "image/avif", "ico": "image/vnd.microsoft.icon", "pdf": "application/pdf",
    "woff": "font/woff", "woff2": "font/woff2", "ttf": "font/ttf", "otf": "font/otf", "mp3": "audio/mpeg",
    "m4a": "audio/mp4", "ogg": "audio/ogg", "opus": "audio/ogg", "wav": "audio/wav", "mp4": "video/mp4",
    "webm": "video/webm", "zip": "application/zip", "wasm": "application/wasm",
    "webmanifest":
      "application/manifest+json", "geojson": "application/geo+json",
  ]
}
