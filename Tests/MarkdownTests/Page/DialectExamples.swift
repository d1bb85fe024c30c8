/// What the page on the dialect shows: each construct as it is written, by name.
enum DialectExamples {
  struct Example: Sendable, CustomTestStringConvertible {
    let name: String
    let source: String
    var testDescription: String { name }
  }

  static let all: [Example] = [
    Example(name: "wiki link", source: "The offer of [[Volodymyr Zelenskiy]] stands."),
    Example(
      name: "wiki link with words and heading",
      source:
        "[[donald-trump|The president]] answers; see [[briefings/truce#What is offered]] and [[#sources]]."),
    Example(
      name: "link and picture",
      source:
        "[the method](../pages/method.md) and [all claims](/claims/)\n\n![A map of the front](front.png)"),
    Example(
      name: "bare address", source: "It is at https://example.org/a_b_(c)?d=e, they say (http://example.org)."
    ),
    Example(name: "citation", source: "The offer is new [@elpais-truce, para. 2]."),
    Example(
      name: "citation of several sources",
      source: "Others agree [see @elpais-truce, pp. 33, 35–37 and elsewhere; -@reuters-talks]."),
    Example(
      name: "citation in the text",
      source: "@elpais-truce [para. 2] calls it a first, -@reuters-talks does not."),
    Example(
      name: "braces",
      source:
        "[@elpais-truce, {pp. iv, vi–xi}, with the notes] and [@{https://example.org/a_b}, {appendix B}]"),
    Example(
      name: "note",
      source: """
        The offer came on a Tuesday.[^day]

        [^day]: The report names weekdays only.

            - A second block is indented by four spaces.

            ```
            So is [^code].
            ```
        """),
    Example(name: "inline note", source: "It was short.^[Under a *hundred* words.]"),
    Example(
      name: "span",
      source: "[Kyiv proposes a pause]{.claim #pause by=volodymyr-zelenskiy}[@elpais-truce, para. 1]."),
    Example(
      name: "nested spans", source: "[He calls it [“a truce in the sky”]{.quote speaker=\"nobody\"}]{.claim}"),
    Example(
      name: "blocks",
      source: """
        ::: {.gap #answer}
        No answer is reported.
        :::

        ::: context
        Blocks nest:
        ::: key-judgments
        1. First.
        2. Second.
        :::
        :::
        """),
    Example(
      name: "headings", source: "## What is offered {#offer}\n\n## What is missing\n\nSources\n-------"),
    Example(name: "callout", source: "> [!WARNING]\n> The figures carry **no origin**."),
    Example(
      name: "table",
      source: """
        | Day      | Reported attacks | Source            |
        |:---------|-----------------:|:-----------------:|
        | 3 March  | 12               | [@elpais-truce]   |
        | 4 March  | `a \\| b`         |

        : Attacks by day {#attacks}
        """),
    Example(name: "strikethrough", source: "Talks begin on ~~Monday~~ *Tuesday*."),
    Example(
      name: "comment",
      source: """
        <!-- dossier: allow vague-likelihood the source's own wording -->

        It [might]{.quote} be <!-- not sure --> so.
        """),
    Example(
      name: "typography",
      source: "\"It's 'over'\" -- or so they said in '22... `\"--\"` 5\\'\\. \\\"as is\\\""),
  ]

  /// What other tools read, one finding each.
  static let foreign: [Example] = [
    Example(name: "task list", source: "- [ ] call them"),
    Example(name: "highlight", source: "==this=="),
    Example(name: "formula", source: "$x^2$"),
    Example(name: "hidden comment", source: "%%hidden%%"),
    Example(name: "embedding", source: "![[file]]"),
    Example(name: "definition list", source: "Term\n: words"),
    Example(name: "attributes on a link", source: "[words](/a){.claim}"),
    Example(name: "attributes on code", source: "`code`{.claim}"),
    Example(name: "attributes before a block", source: "{.gap}\nwords"),
    Example(name: "attributes of code blocks", source: "~~~ {.swift}\nlet x\n~~~"),
  ]
}

import Testing
