extension Explanation {
  static let judgments: [Explanation] = [
    Explanation(
      .mixedYardsticks, "A term of likelihood from another table than the page's.",
      because:
        "`probable` and `likely` are words of two tables; a page that mixes them cannot be read by either.",
      example: "likelihood=improbable", mend: "Take the suggestion, or set `yardstick` to the other table."),
    Explanation(
      .likelihoodWithConfidence, "A likelihood and a confidence in one sentence.",
      because: "ICD 203 keeps them apart: readers take one for the other.",
      example: "We judge with high confidence that it is likely to sail.",
      mend: "Give confidence a sentence of its own, or the attribute `confidence`."),
    Explanation(
      .probabilityOutsideTerm, "A number `p` outside the band of its term.",
      because: "The term and the number would say two different things.",
      example: "likelihood=unlikely p=0.7", mend: "Correct one of the two."),
    Explanation(
      .judgmentWithoutBasis, "A judgment with neither a citation nor `based-on`.",
      because: "A reader must be able to see what a conclusion rests on.",
      example: "[The ferry is unlikely to run.]{.judgment confidence=low}",
      mend: "Cite a source, or name the claims it is based on."),
    Explanation(
      .vagueLikelihood, "May, might, could, possibly or suggests in a judgment without a term.",
      because: "Such a word fits every outcome. Quotations are exempt.",
      example: "[The ferry might run in April.]{.judgment confidence=low} [@harbour-notice]",
      mend: "Use a term of the page's table, or state one by `likelihood=`."),
    Explanation(
      .unusedAssumption, "An assumption that no judgment is based on.",
      because: "Either it does not matter, or a judgment hides what it rests on.",
      example: "[The winter will be mild.]{.assumption #mild}",
      mend: "Name it in a judgment's `based-on`, or remove it."),
    Explanation(
      .keyJudgmentsLength, "More than five key judgments, or one of more than 60 words.",
      because: "Key judgments are what a reader takes along who reads nothing else.",
      example: "6. Six.", mend: "Keep the five that matter, each in a sentence or two."),
  ]
}
