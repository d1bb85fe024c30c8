/// `[…]` and `{…}`.
extension Reader {
  mutating func readSet() throws(Refusal) -> DateSet {
    let choice: DateSet.Choice = take(UInt8(ascii: "[")) ? .one : .all
    if choice == .all { take(UInt8(ascii: "{")) }
    let closing = UInt8(ascii: choice == .one ? "]" : "}")
    var members: [DateSet.Member] = []
    repeat {
      if case .from = members.last {
        throw Refusal(offset: offset, message: "a date with '..' after it is the last of a set")
      }
      members.append(try readMember(isFirst: members.isEmpty, closing: closing))
    } while take(.comma)
    guard take(closing) else { throw notClosed(with: closing) }
    if members.count == 1, case .date = members[0] {
      throw Refusal(offset: 0, message: "a set has two dates or a range; write the date alone")
    }
    try expectEnd()
    return DateSet(choice: choice, members: members)
  }

  private mutating func readMember(isFirst: Bool, closing: UInt8) throws(Refusal) -> DateSet.Member {
    let place = offset
    if takeDots() {
      guard isFirst else {
        throw Refusal(offset: place, message: "a date with '..' before it is the first of a set")
      }
      return .upTo(try readDate())
    }
    let date = try readDate()
    guard takeDots() else { return .date(date) }
    if peek == .comma || peek == closing || peek == nil { return .from(date) }
    let endPlace = offset
    let end = try readDate()
    guard date.precision == end.precision else {
      throw Refusal(offset: endPlace, message: "both ends of a range are given equally finely")
    }
    try expectOrder(date, end, at: endPlace, of: "range")
    return .range(date, end)
  }

  private func notClosed(with closing: UInt8) -> Refusal {
    let bracket = String(decoding: [closing], as: UTF8.self)
    switch peek {
    case nil: return Refusal(offset: 0, message: "this set is not closed with \(bracket)")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      return Refusal(offset: offset, message: "this set is closed with \(bracket)")
    case let byte?: return unexpected(byte)
    }
  }
}
