/// The English words that decide whether a period ends a sentence.
///
/// Case counts: `Gen.` is a rank, *gen* a word; `No. 5` is a number, *no.* an answer.
enum SentenceWords {
  /// Before a name or a comparison: a sentence never ends here.
  static let neverLast = set(
    """
    Mr Mrs Ms Mx Dr Prof Gen Col Lt Maj Capt Cpl Sgt Pvt Adm Cmdr Cdr Brig Gov Sen Sens Rep Reps Rev Hon Pres Amb
    Msgr Messrs Mme Mlle Sra Srta Supt Insp Det Atty vs cf viz ca approx e.g i.e
    """)

  /// Short only before a number: *No. 5*, *pp. 3–4*.
  static let beforeNumber = set(
    "No Nos no nos Nr Art Arts art Fig Figs fig figs Vol Vols vol vols p pp par para paras Ch ch Op")

  /// Short, and at a sentence's end as often as not.
  static let abbreviations = set(
    """
    Inc Corp Ltd Co Cos Bros Jr Sr Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec etc al Ave Rd Blvd St Ste Mt Ft
    Dept Univ Assn est ed eds Calif Fla Conn Ariz Mich Minn Tenn Sec Fr
    """)

  /// Words that begin sentences and seldom names: after an abbreviation they tell the two uses apart.
  static let first = set(
    """
    A About According Across Additionally After All Also Although Among An And Another Any As At Because Before Both
    But By Despite During Each Earlier Even Every Few Finally First For Four From Given He Hence Her Here His How
    However If In Indeed Instead It Its Last Later Less Many Meanwhile More Moreover Most Much My Neither Never
    Nevertheless No None Nor Not Nothing Now Of On Once One Only Or Other Others Our Over Rather Second She Should
    Since So Some Still Such Ten That The Their Then There Therefore These They This Those Though Three Through Thus
    To Today Two Under Unless Until We What When Where Whether Which While Who Why With Within Without Would Yes
    Yesterday Yet You Your
    """)

  /// What a speaker does to a quoted question or call.
  static let said = set(
    """
    added admitted announced answered argued asked began called claimed concluded continued cried declared demanded
    explained insisted joked noted posted recalled remarked replied responded said says shouted stated stressed
    told tweeted warned wondered wrote yelled
    """)

  private static func set(_ words: String) -> Set<String> {
    Set(words.split(whereSeparator: \.isWhitespace).map(String.init))
  }
}
