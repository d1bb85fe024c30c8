extension Explanation {
  static let links: [Explanation] = [
    Explanation(
      .unknownLink, "A link that leads nowhere on the site.",
      because:
        "Readers would get an error. A link may name a page by its identifier, name, title, alias or path; in a template it begins with `{{root}}`, because pages lie at any depth.",
      example: "See [[no-such-page]].", mend: "Take the suggestion, or make the page."),
    Explanation(
      .unknownAnchor, "A link to a heading or identifier that the page does not have.",
      because: "The page would open at its top, and the reader would look for the place in vain.",
      example: "See [[ferry#nowhere]].",
      mend: "Take the suggestion, or give the heading this identifier by `{#…}`."),
    Explanation(
      .unknownSource, "A citation of a source without a record.",
      because: "Every citation leads to a page that says what the source is.",
      example: "It sailed [@harbour-notise].",
      mend:
        #"Take the suggestion, add `Content/sources/<key>.md`, or write `\@name` where no citation is meant."#
    ),
    Explanation(
      .unknownEntity, "An attribute or a key names an entity that is not there.",
      because: "Who did it, where and to whom leads to entities' pages.",
      example: "topics: [iland-line]", mend: "Take the suggestion, or add the entity: `dossier new entity`."),
    Explanation(
      .unknownReference, "An attribute names an annotation that is not there.",
      because: "A judgment would rest on nothing, a claim dispute nobody.",
      example: "based-on=hul", mend: "Take the suggestion, or give the other annotation this identifier."),
    Explanation(
      .missingImage, "A picture that is not in `Content/`.",
      because: "The page would show an empty frame.",
      example: "![The harbour](harbour.png)", mend: "Correct the path, or put the picture beside the text."),
    Explanation(
      .remoteImage, "A picture, or a style sheet's file, of another host.",
      because:
        "Pages ask nothing of other hosts: these would learn who reads what, and may be gone tomorrow.",
      example: "![The harbour](https://example.org/harbour.png)",
      mend: "Copy it beside the text, or into `Templates/assets/`."),
    Explanation(
      .unsafeLink, "An address that is neither relative nor http, https, mailto or tel.",
      because: "Such an address could run a script in the reader's browser.",
      example: "See [the log](javascript:alert).", mend: "Correct the address."),
    Explanation(
      .movedPage, "A link by an identifier or a path that a page had before.",
      because: "It works, because the page lists it under `redirects`; the new name is shorter to follow.",
      example: "See [[old-ship]].", mend: "Write the name that the message says."),
    Explanation(
      .deadLink, "An address on another host that is not there, or a host that does not answer.",
      because:
        "Readers who follow it learn nothing, and what rests on it can no longer be verified. Asked only by `check --external`.",
      example: "[the log](https://example.invalid/log)",
      mend: "Correct the address, or link to an archive's copy. It is asked for again with each run."),
    Explanation(
      .movedLink, "An address on another host that has moved for good.",
      because: "It works as long as the host keeps the old one. Asked only by `check --external`.",
      example: "[the log](http://example.org/log)", mend: "Write the address that the message says."),
    Explanation(
      .withheld, "A draft or a future page, or a link to one.",
      because:
        "Withheld pages are on no list and in no feed; a link to one keeps its words and loses the link.",
      example: "draft: true",
      mend: "Nothing, until it is to be published: then remove `draft`, or wait for the day."),
  ]
}
