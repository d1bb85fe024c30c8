import Publishing

/// One line on standard error for work that lasts: stage, done and total. Erased at the end.
final class Progress {
  private let terminal: Terminal
  private let start = ContinuousClock.now
  private var isShown = false

  init(_ terminal: Terminal) { self.terminal = terminal }

  func show(_ stage: Stage, _ done: Int, _ total: Int) {
    guard terminal.showsProgress, ContinuousClock.now - start > .milliseconds(500) else { return }
    isShown = true
    terminal.draw("\r\u{1B}[K\(stage.rawValue) \(done)/\(total)")
  }

  func erase() {
    if isShown { terminal.draw("\r\u{1B}[K") }
    isShown = false
  }
}
