/// One briefing, before it is written in either site's Markdown.
struct Briefing {
  let slug: String
  let title: String
  let published: Day
  let summary: String
  let blocks: [Block]
  /// Indices in `World.entities` of what it is about.
  let entities: [Int]
  /// Indices in `World.sources`, in the order of first citation.
  let sources: [Int]
  /// The first stands in the front matter, the others in the text.
  let events: [Event]

  struct Event {
    /// EDTF.
    let date: String
    let year: Int
    let title: String
    let who: Int
    let source: Int
  }

  indirect enum Inline {
    case words(String)
    /// An entity's name or alias, left to be found.
    case name(Int, shown: String)
    /// An entity linked by the writer.
    case link(Int, label: String)
    case citation(Int, page: Int)
    case note(Int)
    case annotated([Inline], attributes: String)
  }

  enum Block {
    case heading(level: Int, String)
    case paragraph([Inline])
    case list([[Inline]], isOrdered: Bool)
    case callout([Inline])
    case table([[String]])
    case code([String])
    /// A fenced block of that role.
    case region(String, [Block])
    /// The bodies of the notes, by number from 1.
    case notes([[Inline]])
  }
}
