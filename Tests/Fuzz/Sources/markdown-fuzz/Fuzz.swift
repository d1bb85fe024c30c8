import Foundation

/// What libFuzzer calls with each input: no text may crash the library or make it contradict itself.
func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  // The file reader refuses what is no UTF-8, so the library never sees it.
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do {
    try Laws.check(Array(text.utf8))
  } catch {
    FileHandle.standardError.write(Data("This does not hold: \(error.law).\n".utf8))
    abort()
  }
  return 0
}
