extension Explanation {
  static let text: [Explanation] = [
    Explanation(
      .rawHTML, "HTML in a text.",
      because:
        "Pages are made of what was checked, and raw HTML is not. Comments are allowed, on lines of their own or inside a paragraph.",
      example: "It <b>sailed</b> at noon.", mend: "Write it in Markdown, or escape the `<` with a backslash."),
    Explanation(
      .reservedCharacter, "The character U+1BC9F in a text or in front matter.",
      because:
        "Dossier marks places with it while it works; in an author's text it would be taken for such a mark.",
      example: #"It sailed\u{1BC9F}."#, mend: "Remove the character."),
    Explanation(
      .repairedCharacter, "A reference to a character that is none, shown as U+FFFD.",
      because: "`&#xFFFE;` and its like have no place in a text that is exchanged.",
      example: "It sailed&#xFFFE; at noon.", mend: "Remove the reference."),
    Explanation(
      .unsupportedSyntax,
      "A construct that stands where it cannot, that is not written as it must be, or that only other tools read.",
      because:
        "It is printed as it is written: task lists, `==marks==`, formulas, `%%comments%%`, `![[embeddings]]`, definition lists, attributes on links and code, links and notes that lack a bracket, `##Heading`, and the two texts of a conflict that Git left, which is an error. A group of attributes that does not parse annotates nothing: its claim is on no register.",
      example: "It sailed ==at noon==.", mend: "Write what the message says, or escape the first character."),
    Explanation(
      .rowTooLong, "A row of a table with more cells than its header.",
      because: "The cells too many are not shown.",
      example: "| Monday | 2 | late |",
      mend: "Put a backslash before a pipe that is meant literally, or remove the cell."),
    Explanation(
      .unusedNote, "A note that nothing refers to.",
      because: "It is not shown: notes stand beside the words that refer to them.",
      example: "[^plates]: Nobody asks for it.", mend: "Refer to it in the text, or remove it."),
    Explanation(
      .unknownNote, "A reference to a note that is not defined.",
      because: "The reader would find a mark that leads nowhere.",
      example: "It sailed.[^nowhere]", mend: "Add a line that begins with `[^nowhere]:`."),
    Explanation(
      .unknownCallout, "A callout of a type that does not exist.",
      because: "There are five, each with a heading and a color of its own.",
      example: "> [!DANGER]", mend: "Write NOTE, TIP, IMPORTANT, WARNING or CAUTION."),
    Explanation(
      .headingOrder, "A heading of level 1 below the title, or a level left out on the way down.",
      because:
        "Screen readers offer headings as a table of contents (WCAG 2.2, 1.3.1). The page's title is its level 1.",
      example: "### Plans", mend: "Begin the heading as the message says."),
    Explanation(
      .imageWithoutText, "A picture without words for those who do not see it.",
      because:
        "Screen readers have nothing to say, and where the picture is not loaded nothing stands in its place.",
      example: "![](map.png)", mend: "Say between `![` and `]` what the picture shows."),
    Explanation(
      .linkText,
      "A link with no words, or with words that say nothing: here, click here, link, read more, this.",
      because: "Links are read out of their sentence: in lists of links, and by searching eyes.",
      example: "More is told [here](../pages/about.md).", mend: "Name what is there."),
    Explanation(
      .languageOfPage, "A template whose `<html>` does not say in which language the page is.",
      because:
        "Screen readers choose their voice by it, browsers their hyphens and quotation marks (WCAG 2.2, 3.1.1).",
      example: "<html>", mend: #"Write `<html lang="{{page.language}}">`."#),
    Explanation(
      .mixedSpelling, "One name in two spellings.",
      because:
        "Readers wonder whether two people are meant, and a search finds half. Quotations may spell as they like.",
      example: "Ada Moör left. Ada Moor came back.", mend: "Write the spelling of the entity's name."),
  ]
}
