import Diagnostics
import EDTF

extension Entity {
  init(_ fields: Fields, file: ContentFile, slug: Slug, _ report: inout FileReport) {
    let name = fields.text("name", &report)
    let type = fields.choice("type", EntityType.self, &report)
    self.init(
      file: file, slug: slug, name: name ?? Located(slug.string, fields.opening), type: type ?? .topic)
    common = CommonMatter(fields, &report)
    sortName = fields.text("sort-name", &report)?.value
    aliases = Alias.list(fields, &report)
    not = fields.texts("not", &report)
    summary = fields.text("summary", &report)?.value ?? ""
    sources = fields.texts("sources", &report)
    wikidata = fields.text("wikidata", &report, where: Written.isWikidata)?.value
    readLinks(fields, &report)
    for fields in fields.maps("relations", &report) {
      if let relation = Relation(fields, &report) { relations.append(relation) }
    }
    readDates(fields, ofType: type, &report)
    place = fields.text("place", &report)
    within = fields.text("within", &report)
    parties = fields.texts("parties", &report)
    readCoordinates(fields, &report)
  }

  private mutating func readLinks(_ fields: Fields, _ report: inout FileReport) {
    for (label, url) in fields.pairs("links", &report) {
      if Written.isAddress(url.value) {
        links.append((label.value, url.value))
        outward.append(url)
      } else {
        report.add(
          .wrongType, "a link takes \(Shape.address.words), not '\(FileReport.shortened(url.value))'",
          at: url.source)
      }
    }
  }

  /// In the order of the model: what begins, what ends, what happens.
  private static let datesOfTypes: [(key: String, types: Set<EntityType>)] = [
    ("born", [.person]),
    ("died", [.person]),
    ("founded", [.organization, .place, .agreement, .work, .topic]),
    ("dissolved", [.organization, .place, .agreement, .work, .topic]),
    ("date", [.event, .agreement, .work, .topic]),
  ]

  /// - Parameter type: nil when it could not be read: then every date is taken.
  private mutating func readDates(_ fields: Fields, ofType type: EntityType?, _ report: inout FileReport) {
    for (key, types) in Self.datesOfTypes {
      guard fields.node(key) != nil else { continue }
      let date = fields.date(key, &report)
      guard type.map(types.contains) ?? true else {
        let known = Self.datesOfTypes.filter { $0.types.contains(type ?? .topic) }.map(\.key)
        report.add(
          .unknownKey,
          "an entity of type '\((type ?? .topic).rawValue)' has no '\(key)'; its dates are \(known.joined(separator: " and "))",
          at: fields.source(ofKey: key))
        continue
      }
      if let date { dates.append((key, date)) }
    }
  }

  private mutating func readCoordinates(_ fields: Fields, _ report: inout FileReport) {
    guard let node = fields.node("coordinates") else { return }
    guard case .sequence(let items) = node.content, items.count == 2,
      let latitude = items[0].text.flatMap({ Written.degrees($0, limit: 90) }),
      let longitude = items[1].text.flatMap({ Written.degrees($0, limit: 180) })
    else {
      report.add(
        .wrongType,
        "'coordinates' takes [latitude, longitude] in degrees: latitude from -90 to 90, then longitude from -180 to 180",
        at: node.source)
      return
    }
    coordinates = (latitude, longitude)
  }
}

extension Alias {
  /// Texts and maps in one list, or a single text.
  fileprivate static func list(_ fields: Fields, _ report: inout FileReport) -> [Alias] {
    guard let node = fields.node("aliases") else { return [] }
    switch node.content {
    case .scalar(let text): return [Alias(text: Located(text, node.source))]
    case .mapping:
      report.wrongType(fields.key("aliases"), node)
      return []
    case .sequence(let items):
      return items.compactMap { Alias($0, fields.key("aliases"), &report) }
    }
  }

  private init?(_ item: YAMLNode, _ key: SchemaKey, _ report: inout FileReport) {
    switch item.content {
    case .scalar(let text) where !item.isBlank: self.init(text: Located(text, item.source))
    case .mapping(let pairs):
      self.init(Fields(pairs, .alias, opening: item.source, into: &report), &report)
    case .scalar, .sequence:
      report.wrongType(key, item)
      return nil
    }
  }

  private init?(_ fields: Fields, _ report: inout FileReport) {
    let text = fields.text("text", &report)
    let letterCase = fields.word("case", &report)
    let isAutomatic = fields.flag("auto", &report)
    let isAfterName = fields.flag("after-name", &report)
    let language = fields.language("language", &report)
    let from = fields.date("from", &report)
    let to = fields.date("to", &report)
    guard let text else { return nil }
    self.init(text: text)
    self.isCaseSensitive = letterCase.map { $0.value == "sensitive" }
    self.isAutomatic = isAutomatic ?? true
    self.isAfterName = isAfterName ?? false
    self.language = language
    self.from = from
    self.to = to
  }
}

extension Relation {
  fileprivate init?(_ fields: Fields, _ report: inout FileReport) {
    let to = fields.text("to", &report)
    let kind = fields.text("kind", &report)
    let from = fields.date("from", &report)
    let until = fields.date("until", &report)
    guard let to, let kind else { return nil }
    self.init(to: to, kind: kind.value, from: from, until: until)
  }
}
