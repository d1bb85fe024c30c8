extension Explanation {
  static let frontMatter: [Explanation] = [
    Explanation(
      .unknownKey, "A key that this kind of file does not take, or a check that does not exist.",
      because:
        "Keys are closed: a misspelled `draft` would publish a draft, and a check that nobody knows would check nothing.",
      example: "draaft: true", mend: "Take the suggestion, or remove the line."),
    Explanation(
      .wrongType, "A value of another shape than its key takes.",
      because:
        "The message says what the key takes. YAML's own guesses do not count: `yes` is a word, not a flag.",
      example: "draft: yes", mend: "Write a value of the shape that the message names."),
    Explanation(
      .missingKey, "A required key is absent or empty, or the file has no front matter at all.",
      because:
        "A briefing needs `title`, `published` and `summary`, a draft only `title`; an entity needs `name` and `type`.",
      example: "published: 2025-04-01\nsummary: One.", mend: "Add the key that the message names."),
    Explanation(
      .duplicateKey, "A key that is written twice.",
      because: "Only one of the two values could count, and nobody would see which.",
      example: "title: Third\ntitle: The third", mend: "Keep one of the two."),
    Explanation(
      .badYAML, "The front matter or `site.yaml` is not YAML, or no second `---` ends it.",
      because:
        "Most often a value holds a colon and a blank, begins with a quotation mark, `@` or `&`, or is indented by a tab. A `#` behind a blank begins a comment, and the words behind it would be lost.",
      example: "title: Ferry: the end", mend: "Put the value between quotation marks."),
    Explanation(
      .yamlTooLarge,
      "More than 100 aliases, 1,000 values through aliases, 100,000 values, 32 indentations or 128 brackets inside each other.",
      because: "A few lines of aliases can stand for billions of values; no briefing needs that many.",
      example: String(repeating: "[", count: 129),
      mend: "Write out what the aliases stand for, or shorten it."
    ),
    Explanation(
      .badDate, "No such day, or not a date in EDTF.",
      because:
        "Days are checked against the calendar. What is uncertain has a form of its own: `2025-02?`, `2025~`, `2025-02/2025-04`.",
      example: "published: 2025-02-30", mend: "Correct the date; the message often has the right spelling."),
  ]
}
