import Testing

@testable import Preview

struct AdmissionTests {
  private let admission = Admission(host: "127.0.0.1")

  private func request(host: String?, method: String = "GET") -> PageRequest {
    var request = PageRequest("/")
    request.host = host
    request.method = method
    return request
  }

  @Test(arguments: [
    "localhost", "localhost:8000", "LOCALHOST:1", "127.0.0.1:8000", "[::1]:8000", "[::1]", "localhost.",
    "desk.localhost:8000",
  ])
  func `this machine's own names are admitted`(host: String) {
    #expect(admission.refusal(of: request(host: host)) == nil)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8000", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.0.5",
    "10.0.0.1:8000", "notlocalhost", "[::2]:80",
  ])
  func `a name that a DNS server could turn to this machine is refused`(host: String) {
    #expect(admission.refusal(of: request(host: host))?.status == 421)
  }

  @Test(arguments: [nil, "", ":80", "localhost:80x", "local host", "[::1", "[::1]x", "a/b", "a\r\nb"])
  func `what is no host is refused`(host: String?) {
    #expect(admission.refusal(of: request(host: host))?.status == 400)
  }

  @Test(arguments: ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "PROPFIND"])
  func `only GET and HEAD are answered`(method: String) {
    let refusal = admission.refusal(of: request(host: "localhost", method: method))
    #expect(refusal?.status == 405)
    #expect(refusal?.header("Allow") == "GET, HEAD")
  }

  @Test func `who listens on the network is reached by its number, not by a stranger's name`() {
    let open = Admission(host: "0.0.0.0")
    #expect(open.refusal(of: request(host: "192.168.0.5:8000")) == nil)
    #expect(open.refusal(of: request(host: "evil.example"))?.status == 421)
    #expect(Admission(host: "desk.lan").refusal(of: request(host: "desk.lan:8000")) == nil)
  }

  @Test(
    arguments: [
      (nil, nil, true), ("http://localhost:8000", "same-origin", true), ("http://localhost:9000", nil, false),
      ("http://evil.example", nil, false), ("null", nil, false), ("https://localhost:8000", nil, false),
      (nil, "cross-site", false), (nil, "same-site", false), (nil, "none", true),
    ] as [(String?, String?, Bool)])
  func `the event stream is for the preview's own pages`(origin: String?, site: String?, isAdmitted: Bool) {
    var request = request(host: "localhost:8000")
    request.origin = origin
    request.fetchSite = site
    #expect(admission.admitsEvents(request) == isAdmitted)
  }
}
