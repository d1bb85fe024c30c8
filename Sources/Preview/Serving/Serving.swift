import Diagnostics
import Foundation
import Hummingbird
import Logging
import Publishing
import ServiceLifecycle
import UnixSignals

/// A preview from the first build to the signal that ends it.
package struct Serving: Sendable {
  private let settings: ServeSettings
  private let say: @Sendable (String) -> Void
  /// Called with the preview's address once it listens.
  private let isReady: @Sendable (String) async -> Void

  /// How long connections are given to end.
  private static let farewell = Duration.milliseconds(700)

  /// - Parameters:
  ///   - say: takes one line for the terminal.
  ///   - isReady: called once, when requests are answered.
  package init(
    _ settings: ServeSettings, say: @escaping @Sendable (String) -> Void,
    isReady: @escaping @Sendable (String) async -> Void
  ) {
    self.settings = settings
    self.say = say
    self.isReady = isReady
  }

  /// Serves until SIGINT, SIGTERM or cancellation.
  /// - Returns: the signal's number; 0 without one.
  package func run() async throws(ServeError) -> Int32 {
    let (hosts, port) = try listening()
    let connections = OpenFiles.connections()
    let sources = SourceFiles(root: settings.run.root, editor: settings.editor)
    let preview = Preview(
      cacheLimit: settings.cacheLimit, report: Report(FindingList([]), isFailure: false, sources: sources))
    let watch = Watch(root: settings.run.root, polls: settings.polls)
    let answering = Answering(preview, Admission(host: settings.host), root: settings.run.root)
    let servers = hosts.map { Server(answering: answering, host: $0, port: port, connections: connections) }
    let name = hosts.count > 1 ? "localhost" : hosts[0].contains(":") ? "[\(hosts[0])]" : hosts[0]
    // Nothing else holds what is rebuilt: an old site goes as soon as there is a new one.
    return try await serve(servers, preview, port) { [settings, say, isReady] listen in
      var rebuilding = Rebuilding(settings, preview, say: say)
      await rebuilding.run(.everything)
      await listen()
      await isReady("http://\(name):\(port)\(await preview.base)")
      await rebuilding.follow(watch.changes)
    }
  }

  // MARK: Listening

  /// Checked before the first build, which may take its time.
  private func listening() throws(ServeError) -> (hosts: [String], port: Int) {
    var hosts = settings.hosts
    // A machine without IPv6 is served by IPv4 alone.
    if hosts.count > 1, case .refused = Port.state(0, on: "::1") { hosts = ["127.0.0.1"] }
    guard settings.port != 0 else {
      guard let port = Port.any(on: hosts) else {
        throw .cannotListen(host: settings.host, port: 0, reason: "no port is free")
      }
      return (hosts, port)
    }
    for host in hosts {
      switch Port.state(settings.port, on: host) {
      case .free: continue
      case .taken: throw .portTaken(settings.port, next: Port.next(after: settings.port, on: hosts))
      case .refused(let reason): throw .cannotListen(host: host, port: settings.port, reason: reason)
      }
    }
    return (hosts, settings.port)
  }

  // MARK: Running

  private enum End: Sendable {
    case signal(Int32)
    case server
    case failure(String)
    case other
  }

  /// - Parameter work: runs as long as the servers do, which begin when it calls what it is given.
  private func serve(
    _ servers: [Server], _ preview: Preview, _ port: Int,
    work: @escaping @Sendable (_ listen: @Sendable () async -> Void) async -> Void
  ) async throws(ServeError) -> Int32 {
    let (running, runs) = AsyncStream.makeStream(of: Void.self)
    let (starting, starts) = AsyncStream.makeStream(of: Void.self)
    let group = Serving.group(servers) { runs.yield() }
    let end = await withTaskGroup(of: End.self) { tasks in
      tasks.addTask { await Serving.signal() }
      tasks.addTask {
        for await _ in starting { break }
        return Task.isCancelled ? .other : await Serving.run(group)
      }
      tasks.addTask {
        await work {
          starts.yield()
          var count = 0
          for await _ in running {
            count += 1
            if count == servers.count { break }
          }
        }
        return .other
      }
      tasks.addTask {
        while (try? await Task.sleep(for: .seconds(10))) != nil { await preview.beat() }
        return .other
      }
      let end = await tasks.next() ?? .other
      await stop(group, preview, end)
      tasks.cancelAll()
      return end
    }
    switch end {
    case .signal(let number): return number
    case .failure(let reason): throw .cannotListen(host: settings.host, port: port, reason: reason)
    case .server, .other: return 0
    }
  }

  private static func signal() async -> End {
    for await signal in await UnixSignalsSequence(trapping: .sigint, .sigterm) {
      return .signal(signal == .sigint ? SIGINT : SIGTERM)
    }
    return .other
  }

  private static func run(_ group: ServiceGroup) async -> End {
    do {
      try await group.run()
      return .server
    } catch {
      return .failure("\(error)")
    }
  }

  /// Streams are ended, then connections. One that does not end in time is left: the process goes.
  private func stop(_ group: ServiceGroup, _ preview: Preview, _ end: End) async {
    await preview.closeAll()
    await group.triggerGracefulShutdown()
    guard case .signal(let number) = end else { return }
    Task.detached {
      try? await Task.sleep(for: Serving.farewell)
      exit(128 + number)
    }
  }

  private static func group(_ servers: [Server], isReady: @escaping @Sendable () -> Void) -> ServiceGroup {
    let logger = Logger(label: "dossier") { _ in SwiftLogNoOpLogHandler() }
    let services: [any Service] = servers.map { $0.application(isReady: isReady) }
    return ServiceGroup(configuration: ServiceGroupConfiguration(services: services, logger: logger))
  }
}
