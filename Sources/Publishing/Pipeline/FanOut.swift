/// Runs a pure function over `count` items, a chunk per task, and gives the results in the items' order.
///
/// The only place where work is spread over cores. Results depend on the items alone, never on scheduling.
///
/// - Parameters:
///   - jobs: how many chunks are under way at once.
///   - progress: called between chunks, from one task, with how many items are done.
/// - Throws: the first chunk's error, by the items' order among those that failed.
func fanOut<Value: Sendable, Failure: Error>(
  _ count: Int, jobs: Int, progress: (Int) -> Void,
  _ body: @escaping @Sendable (Int) throws(Failure) -> Value
) async throws(Failure) -> [Value] {
  let size = max(1, min(256, count / (max(1, jobs) * 4)))
  let starts = Array(stride(from: 0, to: count, by: size))
  var chunks = [Result<[Value], Failure>?](repeating: nil, count: starts.count)
  await withTaskGroup(of: (Int, Result<[Value], Failure>).self) { group in
    var next = 0
    func start() {
      guard next < starts.count else { return }
      let index = next
      let range = starts[index]..<min(count, starts[index] + size)
      next += 1
      group.addTask { (index, chunk(range, body)) }
    }
    for _ in 0..<max(1, jobs) { start() }
    var done = 0
    for await (index, result) in group {
      chunks[index] = result
      done += min(count, starts[index] + size) - starts[index]
      progress(done)
      start()
    }
  }
  var values: [Value] = []
  values.reserveCapacity(count)
  for case .some(let result) in chunks { values += try result.get() }
  return values
}

private func chunk<Value, Failure: Error>(
  _ range: Range<Int>, _ body: (Int) throws(Failure) -> Value
) -> Result<[Value], Failure> {
  do throws(Failure) {
    var values: [Value] = []
    values.reserveCapacity(range.count)
    for index in range { values.append(try body(index)) }
    return .success(values)
  } catch {
    return .failure(error)
  }
}
