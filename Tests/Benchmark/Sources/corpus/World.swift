/// What the briefings are about and rest on.
struct World {
  var entities: [Entity] = []
  /// By date, oldest first, so that a briefing can cite what was published before it.
  var sources: [Source] = []

  struct Entity {
    let name: String
    let slug: String
    let type: String
    /// Found in the text as the name is.
    let alias: String?
    let summary: String
    let body: String
  }

  struct Source {
    let slug: String
    let title: String
    let publisher: String
    let published: Day
    let body: String
  }

  init(briefings: Int, dice: inout Dice) {
    var names = Names()
    for index in 0..<max(16, briefings / 5) { entities.append(Entity(index: index, &names, &dice)) }
    let count = max(8, briefings / 10)
    for index in 0..<count {
      let day = Day(index * Day.count / count)
      sources.append(
        Source(
          slug: "source-\(index + 1)", title: Prose.heading(&dice),
          publisher: dice.pick(["Evening Post", "Courier", "Wire Service", "Daily Record", "Gazette"]),
          published: day, body: "\(Prose.sentence(&dice)) \(Prose.sentence(&dice))"))
    }
  }
}

extension World.Entity {
  init(index: Int, _ names: inout Names, _ dice: inout Dice) {
    let word = names.word(&dice)
    switch index % 10 {
    case 0...4:
      name = "\(dice.pick(Names.given)) \(word)"
      (type, alias) = ("person", dice.oneIn(3) ? word : nil)
    case 5, 6:
      name = "\(word) \(dice.pick(Names.bodies))"
      (type, alias) = ("organization", dice.oneIn(2) ? word : nil)
    case 7, 8: (name, type, alias) = (word, "place", nil)
    default: (name, type, alias) = ("\(word) \(dice.pick(Names.accords))", "agreement", nil)
    }
    slug = corpus.slug(name)
    summary = Prose.sentence(&dice)
    body = "\(Prose.sentence(&dice)) \(Prose.sentence(&dice))\n\n\(Prose.sentence(&dice))"
  }
}
