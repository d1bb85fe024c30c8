/// Writes one briefing: eight mentions of six entities, six citations, three events, two judgments, two
/// claims, two notes, five headings, two lists.
struct Writing {
  let world: World
  var dice: Dice
  private var entities: [Int] = []
  private var sources: [Int] = []
  private var events: [Briefing.Event] = []
  private var nextEntity = 0
  private var nextSource = 0

  init(world: World, dice: Dice) {
    self.world = world
    self.dice = dice
  }

  mutating func briefing(number: Int) -> Briefing {
    let published = Day(90 + dice.below(Day.count - 90))
    chooseEntities()
    chooseSources(before: published)
    let title = Prose.heading(&dice)
    let summary = Prose.sentence(&dice)
    addEvent(Prose.heading(&dice), who: entities[5])
    let blocks = judgments() + account() + background() + [.notes([words(1), words(1)])]
    return Briefing(
      slug: "\(slug(title))-\(number)", title: title, published: published, summary: summary, blocks: blocks,
      entities: entities, sources: sources, events: events)
  }
}

// What the briefing is about.
extension Writing {
  private mutating func chooseEntities() {
    (entities, nextEntity) = ([], 0)
    while entities.count < 6 {
      let index = dice.skewed(below: world.entities.count)
      if !entities.contains(index) { entities.append(index) }
    }
  }

  /// Four of the sources from the weeks before; of the oldest briefings some that are newer.
  private mutating func chooseSources(before day: Day) {
    (sources, nextSource, events) = ([], 0, [])
    let last = max(7, day.number * world.sources.count / Day.count)
    while sources.count < 4 {
      let index = min(world.sources.count - 1, last) - dice.below(8)
      if !sources.contains(index) { sources.append(index) }
    }
  }

  @discardableResult
  private mutating func addEvent(_ title: String, who: Int) -> Briefing.Event {
    let source = sources[0]
    let day = Day(max(0, world.sources[source].published.number - dice.below(30)))
    let event = Briefing.Event(
      date: day.edtf(&dice), year: day.year, title: title, who: who, source: source)
    events.append(event)
    return event
  }
}

// The parts of its text.
extension Writing {
  private mutating func judgments() -> [Briefing.Block] {
    let item: (inout Writing, String) -> [Briefing.Inline] = { writing, attributes in
      let words = "We judge it \(writing.dice.pick(["likely", "unlikely", "very likely"])) that "
      let inner: [Briefing.Inline] = [
        .words(words + Prose.clause(&writing.dice) + " for "), writing.name(),
      ]
      return [.annotated(inner, attributes: ".judgment \(attributes)"), .words(" ")] + writing.citation("")
    }
    let items = [item(&self, "confidence=moderate"), item(&self, "confidence=high based-on=premise")]
    return [.region("key-judgments", [.list(items, isOrdered: false)]), .paragraph(words(2))]
  }

  private mutating func account() -> [Briefing.Block] {
    let met: [Briefing.Inline] = [
      .words("The talks with "), name(), .words(" " + dice.pick(Prose.places) + " began"),
    ]
    let closed: [Briefing.Inline] = [name(), .words(" closed the " + dice.pick(Prose.nouns))]
    return [
      .heading(level: 2, Prose.heading(&dice)),
      .paragraph(words(1) + event(met) + words(1) + [.note(1)]),
      .paragraph(claim("") + words(2)),
      .heading(level: 3, Prose.heading(&dice)),
      .paragraph(event(closed) + words(2)),
      .list((0..<4).map { _ in words(1) }, isOrdered: dice.oneIn(2)),
      .paragraph(claim("#second-claim ") + words(1)),
    ]
  }

  private mutating func background() -> [Briefing.Block] {
    let premise = [
      Briefing.Inline.annotated([.words(Prose.clause(&dice))], attributes: "#premise .assumption")
    ]
    var blocks: [Briefing.Block] = [
      .heading(level: 2, Prose.heading(&dice)),
      .paragraph([.words("We take it that ")] + premise + [.words(". ")] + words(1) + [.note(2)]),
      .paragraph(words(1) + [.words("What "), link(), .words(" wants is told elsewhere. ")] + words(1)),
      .heading(level: 2, Prose.heading(&dice)),
    ]
    if dice.oneIn(3) { blocks.append(.callout(words(2))) }
    if dice.oneIn(4) { blocks.append(table()) }
    if dice.oneIn(8) { blocks.append(.code(["if reports < 2 {", "  status = \"single\"", "}"])) }
    blocks.append(
      .paragraph(words(2) + [.words("So did "), alias(), .words(". ")] + words(1)))
    blocks += [.region("gap", [.paragraph(words(1))]), .heading(level: 2, "Outlook"), .paragraph(words(2))]
    return blocks
  }

  private mutating func table() -> Briefing.Block {
    let rows = (0..<4).map { _ in [dice.pick(Prose.nouns), dice.pick(Prose.places), "\(dice.below(1000))"] }
    return .table([["What", "Where", "Number"]] + rows)
  }
}

// The constructs in its sentences.
extension Writing {
  private mutating func words(_ sentences: Int) -> [Briefing.Inline] {
    [.words((0..<sentences).map { _ in Prose.sentence(&dice) + " " }.joined())]
  }

  private mutating func name() -> Briefing.Inline {
    let entity = entities[nextEntity % entities.count]
    nextEntity += 1
    return .name(entity, shown: world.entities[entity].name)
  }

  private mutating func alias() -> Briefing.Inline {
    let entity = entities[1]
    return .name(entity, shown: world.entities[entity].alias ?? world.entities[entity].name)
  }

  private mutating func link() -> Briefing.Inline {
    let entity = entities[5]
    return .link(entity, label: "the \(dice.pick(Prose.adjectives)) side")
  }

  private mutating func citation(_ end: String) -> [Briefing.Inline] {
    let source = sources[nextSource % sources.count]
    nextSource += 1
    return [.citation(source, page: 1 + dice.below(40)), .words("." + end)]
  }

  private mutating func claim(_ id: String) -> [Briefing.Inline] {
    let inner: [Briefing.Inline] = [
      name(), .words(" " + dice.pick(Prose.verbs) + " the " + dice.pick(Prose.nouns)),
    ]
    let by = world.entities[entities[0]].slug
    return [.annotated(inner, attributes: "\(id).claim by=\(by)"), .words(" ")] + citation(" ")
  }

  private mutating func event(_ inner: [Briefing.Inline]) -> [Briefing.Inline] {
    let event = addEvent(Prose.heading(&dice), who: entities[events.count])
    let attributes = ".event date=\"\(event.date)\" who=\(world.entities[event.who].slug)"
    return [
      .annotated(inner, attributes: attributes), .words(" "),
      .citation(event.source, page: 1 + dice.below(40)), .words(". "),
    ]
  }
}
