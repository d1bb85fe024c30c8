import Linking

extension MentionKinds {
  /// What a mention is beside the entity's name standing in a text: "by alias, in a claim".
  var words: String {
    var words: [String] = []
    if contains(.explicit) { words.append("by link") }
    if contains(.alias) { words.append("by alias") }
    if contains(.inClaim) { words.append("in a claim") }
    if contains(.inQuotation) { words.append("in a quotation") }
    if contains(.asSpeaker) { words.append("as speaker") }
    if contains(.inEvent) { words.append("in an event") }
    return words.joined(separator: ", ")
  }
}
