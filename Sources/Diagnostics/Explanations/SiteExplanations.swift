extension Explanation {
  static let templates: [Explanation] = [
    Explanation(
      .templateError, "A template or style sheet that cannot be used, or that prints nothing of its page.",
      because: "No page can be made, or an empty one, so that the run ends with exit code 2.",
      example: "{{#site}}", mend: "The message says what is wrong and what to write."),
    Explanation(
      .templateUnknownName, "A tag names something that the page does not offer.",
      because: "It would print nothing on every page. The run ends with exit code 2.",
      example: "<p>{{titel}}</p>",
      mend: "Take the suggestion; the documentation lists the names of each page."),
  ]

  static let site: [Explanation] = [
    Explanation(
      .emptyPage, "A briefing or page with neither a text nor a summary.",
      because: "Readers would follow a link to a title.",
      example: "title: Contact", mend: "Write one of them."),
    Explanation(
      .pageTooLarge, "A page that is slow to load.",
      because: "Its HTML and its pictures weigh more than 2 MB, for which a telephone takes seconds.",
      example: "(400000 words)", mend: "Make the pictures smaller, or divide the text."),
    Explanation(
      .noBaseURL, "Nobody says where the site will stand.",
      because: "Feeds, the sitemap and canonical links need whole addresses, so that they are not written.",
      example: "title: Harbour Desk",
      mend: "Add `base-url` to `site.yaml`, or use `--base-url` or `DOSSIER_BASE_URL`."),
  ]
}
