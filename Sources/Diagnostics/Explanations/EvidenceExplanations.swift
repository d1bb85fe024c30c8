extension Explanation {
  static let evidence: [Explanation] = [
    Explanation(
      .uncitedClaim, "A claim without a citation.",
      because:
        "A claim is what somebody said; the reader must see who. One that is marked `unverified` is exempt.",
      example: "[The hull needs plates]{.claim}.", mend: "Cite a source, or mark it `status=unverified`."),
    Explanation(
      .uncitedQuote, "A quotation without a citation.",
      because: "Words in somebody's mouth need the place where they were said.",
      example: "[\"No,\"]{.quote speaker=ada-moor} said Ada Moor.",
      mend: "Cite the source that has these words."),
    Explanation(
      .corroborationMissing, "`corroborated` with fewer than two independent publications.",
      because: "Copies of one report are one publication: `origin` of a source says what it copies.",
      example: "[The hull needs plates]{.claim status=corroborated} [@harbour-notice].",
      mend: "Cite another publication, or take the word back."),
    Explanation(
      .unknownSpeaker, "The speaker of a quotation is no entity.",
      because: "Quotations are gathered on their speaker's page.",
      example: "speaker=ada-more", mend: "Take the suggestion, or add the entity: `dossier new entity`."),
    Explanation(
      .sourceIncomplete, "A source with no `url`, or with a `url` but neither `accessed` nor `archive-url`.",
      because: "Pages change and go: readers must know where it stood, and when it was read.",
      example: "url: https://example.org/report",
      mend: "Complete the record, or write `url: unknown` when there is none."),
    Explanation(
      .unusedSource, "A source that no briefing cites or lists.",
      because: "It is published and nothing rests on it: perhaps a citation was forgotten.",
      example: "Content/sources/tide-table.md",
      mend: "Cite it, list it under a briefing's `sources`, or remove it."),
    Explanation(
      .eventAfterSource, "An event that happened after everything cited for it had appeared.",
      because:
        "A source cannot report what came more than a day later: a date is wrong, or the event was only planned.",
      example: "date=2025-03-09", mend: "Correct a date, or mark the event `status=scheduled`."),
    Explanation(
      .silentCorrection,
      "A published claim, judgment or quotation changed, and `corrections` says nothing of it.",
      because: "Readers who saw the old words must be able to find out. Told by `check --since`.",
      example: "The hull needs no plates", mend: "Add an entry to the briefing's `corrections`."),
  ]

  static let quotations: [Explanation] = [
    Explanation(
      .quoteNotFound, "The source's text does not hold the words of a quotation.",
      because:
        "What stands between quotation marks was said so, word for word. Only the local text is asked.",
      example: "\"She will never sail,\"",
      mend: "Quote the source's own words, or take the quotation marks off."),
    Explanation(
      .quoteChanged, "A quotation is not the one that was found in its source.",
      because: "`dossier verify` left a receipt for other words under the same identifier.",
      example: "\"She will not sail before she is safe,\"",
      mend: "Put the words back, or run `dossier verify` again."),
    Explanation(
      .badReceipt, "A line of receipts that cannot be read.",
      because: "It proves no quotation: an edit by hand, or a merge, has broken it.",
      example: "<<<<<<< HEAD",
      mend: "Run `dossier verify` where the source's text is: it writes the file anew."),
    Explanation(
      .quoteUnverified, "A quotation that nobody compared with its source.",
      because: "There is neither a local text of the source nor a receipt of `dossier verify`.",
      example: "\"She will not sail until she is safe,\"",
      mend: "Run `dossier verify` where the source's text is."),
    Explanation(
      .staleReceipt, "A receipt for a quotation that is no longer there.",
      because: "It proves nothing any more.",
      example: "Content/sources/receipts/harbour-notice.jsonl",
      mend: "Run `dossier verify`, which removes it."),
    Explanation(
      .copiedWords, "More of a source's own words than a short quotation has.",
      because:
        "Facts may be retold, sentences may not. Told by `check --copied-words`, which needs the source's text.",
      example: "She will not sail until she is safe and sound again and has been inspected twice",
      mend: "Say it in words of your own, or quote less."),
  ]
}
