/// Runs a pure function over `count` items, a chunk per task, and gives the results in the items' order.
///
/// The only place where work is spread over cores. Results depend on the items alone, never on scheduling.
///
/// - Parameters:
///   - jobs: how many chunks are under way at once.
///   - keep: what a core keeps from one item to the next (room, results that are asked for again). Each core
///     starts with this value; what `body` gives must be the same for any that it may have become.
///   - progress: called between chunks, from one task, with how many items are done.
/// - Throws: the first chunk's error, by the items' order among those that failed.
func fanOut<Value: Sendable, Kept: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, keeping keep: Kept, progress: (Int) -> Void,
  _ body: @escaping @Sendable (Int, inout Kept) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  let size = max(1, min(256, count / (max(1, jobs) * 4)))
  let starts = Array(stride(from: 0, to: count, by: size))
  var chunks = [Result<[Value], Failure>?](repeating: nil, count: starts.count)
  await withTaskGroup(of: (Int, Result<[Value], Failure>, Kept).self) { group in
    var next = 0
    func start(_ kept: Kept) {
      guard next < starts.count else { return }
      let index = next
      let range = starts[index]..<min(count, starts[index] + size)
      next += 1
      group.addTask {
        var kept = kept
        return (index, chunk(range, &kept, body), kept)
      }
    }
    for _ in 0..<max(1, jobs) { start(keep) }
    var done = 0
    for await (index, result, kept) in group {
      chunks[index] = result
      done += min(count, starts[index] + size) - starts[index]
      progress(done)
      start(kept)
    }
  }
  var values: [Value] = []
  values.reserveCapacity(count)
  for case .some(let result) in chunks { values += try result.get() }
  return values
}

/// For a function that keeps nothing.
func fanOut<Value: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, progress: (Int) -> Void,
  _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  try await fanOut(count, jobs: jobs, keeping: (), progress: progress) {
    (index, _) throws(Failure) in try body(index)
  }
}

private func chunk<Value, Kept, Failure: Error>(
  _ range: Range<Int>, _ kept: inout Kept, _ body: (Int, inout Kept) throws(Failure) -> Value
) -> Result<[Value], Failure> {
  do throws(Failure) {
    var values: [Value] = []
    values.reserveCapacity(range.count)
    for index in range { values.append(try body(index, &kept)) }
    return .success(values)
  } catch {
    return .failure(error)
  }
}
