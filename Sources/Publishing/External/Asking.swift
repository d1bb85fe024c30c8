import Foundation

/// Asks hosts whether addresses are there, through curl: its proxies, certificates and protocols are the system's.
///
/// Polite: one request at a time and one second between two for each host, `HEAD` first, and who asks is said.
struct Asking: Sendable {
  /// How many hosts are asked at the same time.
  private static let hostsAtOnce = 8
  private static let redirectLimit = 5
  private static let pause = Duration.seconds(1)

  /// What curl is told for every request: nothing of the user's own settings, no body kept, 20 seconds at most.
  private static let options = [
    "--disable", "--silent", "--show-error", "--globoff", "--proto", "=http,https", "--connect-timeout", "10",
    "--max-time", "20", "--output", "/dev/null", "--user-agent", "Dossier (checks links; asks once a page)",
    "--write-out", "%{http_code}\n%{redirect_url}",
  ]

  /// - Parameter progress: how many addresses have been asked.
  /// - Returns: by address.
  /// - Throws: `external` when curl cannot be run.
  static func answers(
    to addresses: [OutwardAddress], progress: (Int) -> Void
  ) async throws(RunError) -> [String: Answer] {
    guard let curl = await Program.run("curl", ["--version"]), curl.status == 0 else {
      throw .external("'--external' asks through curl, which cannot be run: install it")
    }
    let hosts = Dictionary(grouping: addresses, by: \.host).values
      .sorted { ($0.first?.url ?? "") < ($1.first?.url ?? "") }
    var answers: [String: Answer] = [:]
    await withTaskGroup(of: [String: Answer].self) { group in
      var waiting = hosts.makeIterator()
      for _ in 0..<hostsAtOnce {
        if let host = waiting.next() { group.addTask { await one(host) } }
      }
      for await found in group {
        answers.merge(found) { first, _ in first }
        progress(answers.count)
        if let host = waiting.next() { group.addTask { await one(host) } }
      }
    }
    return answers
  }

  /// The addresses of one host, one after the other.
  private static func one(_ addresses: [OutwardAddress]) async -> [String: Answer] {
    var answers: [String: Answer] = [:]
    for (index, address) in addresses.enumerated() {
      if index > 0 { try? await Task.sleep(for: pause) }
      answers[address.url] = await answer(to: address.url)
    }
    return answers
  }

  /// Follows redirects itself, because only those that are all permanent say that the address is to be changed.
  private static func answer(to url: String) async -> Answer {
    var (current, isPermanent) = (url, true)
    for _ in 0...redirectLimit {
      let reply: (status: Int, location: String)
      switch await ask(current) {
      case .failure(let answer): return answer.answer
      case .success(let got): reply = got
      }
      guard (300..<400).contains(reply.status), !reply.location.isEmpty else {
        let answer = Answer(status: reply.status)
        return answer == .found && current != url && isPermanent ? .moved(current) : answer
      }
      isPermanent = isPermanent && [301, 308].contains(reply.status)
      current = reply.location
    }
    return .unreachable("it leads from one address to the next more than \(redirectLimit) times")
  }

  private struct Failure: Error { let answer: Answer }

  /// `HEAD`; what is refused so is asked for again with `GET`, which some hosts answer alone.
  private static func ask(_ url: String) async -> Result<(status: Int, location: String), Failure> {
    let head = await request(url, ["--head"])
    guard case .success(let reply) = head, reply.status >= 400 else { return head }
    return await request(url, ["--range", "0-0"])
  }

  private static func request(
    _ url: String, _ method: [String]
  ) async -> Result<(status: Int, location: String), Failure> {
    guard let ended = await Program.run("curl", options + method + ["--url", url]) else {
      return .failure(Failure(answer: .unreachable("curl cannot be run")))
    }
    let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let status = lines.first.flatMap(Int.init), status > 0 else {
      return .failure(Failure(answer: .unreachable(reason(ended))))
    }
    return .success((status, lines.count > 1 ? lines[1] : ""))
  }

  /// "curl: (6) Could not resolve host: x" without its beginning.
  private static func reason(_ ended: Program.Ended) -> String {
    guard let said = ended.reason else { return "curl ended with \(ended.status)" }
    guard said.utf8.starts(with: "curl: (".utf8), let end = said.firstIndex(of: ")") else { return said }
    return said[said.index(after: end)...].trimmingCharacters(in: .whitespaces)
  }
}
