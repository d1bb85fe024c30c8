import Foundation

/// Asks hosts whether addresses are there, through curl: its proxies, certificates and protocols are the system's.
///
/// Polite: one request at a time and one second between two for each host, redirects to it included; headers only; a host
/// that says that it is asked too often is left alone. Who asks is said.
struct Asking: Sendable {
  /// How many hosts are asked at the same time.
  private static let hostsAtOnce = 8
  private static let redirectLimit = 5

  private let turns = Turns(pause: .seconds(1))

  /// What curl is told for every request: nothing of the user's own settings, no body kept, 20 seconds at most.
  private static let options = [
    "--disable", "--silent", "--show-error", "--globoff", "--proto", "=http,https", "--connect-timeout", "10",
    "--max-time", "20", "--output", "/dev/null", "--user-agent", "Dossier (checks links; asks once a page)",
    "--write-out", "%{http_code}\n%{redirect_url}",
  ]

  /// - Parameter progress: how many addresses have been asked.
  /// - Returns: by address.
  /// - Throws: `external` when curl cannot be run.
  func answers(
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
      for _ in 0..<Asking.hostsAtOnce {
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
  private func one(_ addresses: [OutwardAddress]) async -> [String: Answer] {
    var answers: [String: Answer] = [:]
    var isAskedTooOften = false
    for address in addresses {
      let answer = isAskedTooOften ? .askedTooOften : await answer(to: address.url)
      answers[address.url] = answer
      isAskedTooOften = answer == .askedTooOften
    }
    return answers
  }

  /// Follows redirects itself, because only those that are all permanent say that the address is to be changed.
  private func answer(to url: String) async -> Answer {
    var (current, isPermanent) = (url, true)
    for _ in 0...Asking.redirectLimit {
      let reply: Reply
      switch await ask(current) {
      case .failure(let silence): return .unreachable(silence.reason)
      case .success(let got): reply = got
      }
      guard (300..<400).contains(reply.status), !reply.location.isEmpty else {
        let answer = Answer(status: reply.status)
        return answer == .found && current != url && isPermanent ? .moved(current) : answer
      }
      isPermanent = isPermanent && [301, 308].contains(reply.status)
      current = reply.location
    }
    return .unreachable("it leads from one address to the next more than \(Asking.redirectLimit) times")
  }

  private struct Reply: Sendable {
    let status: Int
    let location: String
  }

  /// Nobody answers.
  private struct Silence: Error {
    let reason: String
    /// Whether there was a host that did not know what to do with the request (curl's 18, 52, 56 and 92).
    let isOfHost: Bool
  }

  /// `HEAD`; where that seems not to be understood `GET`, of which the headers are read, too, and nothing else.
  private func ask(_ url: String) async -> Result<Reply, Silence> {
    let head = await request(url, ["--head"])
    switch head {
    case .success(let reply):
      guard reply.status >= 400, !Answer.tellsOfAsker(reply.status) || reply.status == 403 else {
        return head
      }
    case .failure(let silence):
      guard silence.isOfHost else { return head }
    }
    return await request(url, ["--head", "--request", "GET"])
  }

  private func request(_ url: String, _ method: [String]) async -> Result<Reply, Silence> {
    let ended = await turns.take(at: OutwardAddress.host(of: url)) {
      await Program.run("curl", Asking.options + method + ["--url", url])
    }
    guard let ended else { return .failure(Silence(reason: "curl cannot be run", isOfHost: false)) }
    let lines = ended.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let status = lines.first.flatMap(Int.init), status > 0 else {
      return .failure(
        Silence(reason: Asking.reason(ended), isOfHost: [18, 52, 56, 92].contains(ended.status)))
    }
    return .success(Reply(status: status, location: lines.count > 1 ? lines[1] : ""))
  }

  /// "curl: (6) Could not resolve host: x" without its beginning.
  private static func reason(_ ended: Program.Ended) -> String {
    guard let said = ended.reason else { return "curl ended with \(ended.status)" }
    guard said.utf8.starts(with: "curl: (".utf8), let end = said.firstIndex(of: ")") else { return said }
    return said[said.index(after: end)...].trimmingCharacters(in: .whitespaces)
  }
}
