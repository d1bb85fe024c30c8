/// Whose turn it is to ask a host: one request at a time and a pause between two, whichever address led there.
actor Turns {
  private var last: [String: Task<Void, Never>] = [:]
  private let pause: Duration

  init(pause: Duration) { self.pause = pause }

  /// Waits for those that came before, then asks.
  func take<Value: Sendable>(at host: String, _ ask: @escaping @Sendable () async -> Value) async -> Value {
    let (before, pause) = (last[host], pause)
    let turn = Task {
      if let before {
        await before.value
        try? await Task.sleep(for: pause)
      }
      return await ask()
    }
    last[host] = Task { _ = await turn.value }
    return await turn.value
  }
}
