import Briefings
import EDTF
import Linking

extension PageContext {
  /// A page that offers all owners of a name, each with what tells it from the others.
  func sharedName(_ name: SharedName) -> SharedNameView {
    let folded = fold(name.text)
    let owners = name.owners.compactMap { slug -> LinkView? in
      guard let link = entity(slug), let owner = site.entity(slug) else { return nil }
      return LinkView(text: link.text, url: link.url, summary: bearing(of: folded, by: owner), isEntity: true)
    }
    return SharedNameView(name: typeset(name.text), owners: owners)
  }

  /// "Place in Ruritania, from 2020, mentioned 3 times. A port."
  private func bearing(of folded: String, by owner: EntityPage) -> String {
    var words = owner.record.type.singular
    if let whole = entity(owner.within ?? owner.place) { words += " in \(whole.text)" }
    words += spans(of: folded, in: owner.record).map { ", \($0)" }.joined()
    if owner.mentionCount > 0 { words += ", mentioned \(counted(owner.mentionCount, "time", "times"))" }
    return owner.record.summary.isEmpty ? words : "\(words). \(typeset(owner.record.summary))"
  }

  /// The times for which the name is the owner's; none when it always is.
  private func spans(of folded: String, in record: Entity) -> [String] {
    guard fold(record.name.value) != folded else { return [] }
    return record.aliases.filter { fold($0.text.value) == folded }.compactMap { alias in
      let words = [
        alias.from.map { "from \($0.value.words(language: language))" },
        alias.to.map { "until \($0.value.words(language: language))" },
      ].compactMap { $0 }
      return words.isEmpty ? nil : words.joined(separator: " ")
    }
  }
}
