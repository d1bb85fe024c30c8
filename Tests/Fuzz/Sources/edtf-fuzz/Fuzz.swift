import EDTF

/// What libFuzzer calls with each input: a date is printed as it was read, or refused.
func tryInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  do {
    let date = try EDTFDate(parsing: text)
    let again = try EDTFDate(parsing: date.text)
    precondition(again == date && again.text == date.text, "a printed date is read as the same")
    precondition(!date.words(language: "en").isEmpty, "a date has words")
    for hemisphere in [Hemisphere.north, .south] {
      let bounds = date.bounds(hemisphere: hemisphere)
      if let lower = bounds.lower.day, let upper = bounds.upper.day {
        precondition(lower <= upper, "a date does not end before it begins")
      }
    }
  } catch {
    precondition(!"\(error)".isEmpty, "a refusal has words")
  }
  return 0
}
