/// Bounds widened for drawing.
extension CalendarDate {
  func drawnBounds(in hemisphere: Hemisphere) -> DateBounds {
    let reach = reach(in: hemisphere)
    let (first, last) = (firstDay(in: hemisphere), lastDay(in: hemisphere))
    let isMonthsEnd = last.day == CivilDay.daysIn(month: last.month, year: last.year)
    let end = last.adding(months: reach.months, toMonthsEnd: precision < .day && isMonthsEnd)
    return DateBounds(
      lower: .day(first.adding(months: -reach.months, toMonthsEnd: false).adding(days: -reach.days)),
      upper: .day(end.adding(days: reach.days)))
  }

  /// How far the marks push: the unit of each component that *carries* an approximate mark, so that
  /// `2004-06-11~` reaches a day, `2004-06~-11` a month.
  private func reach(in hemisphere: Hemisphere) -> (months: Int, days: Int) {
    var months = 0
    if year.isApproximate { months += 12 * year.value.unit }
    if let part, part.isApproximate { months += part.value.season?.months(in: hemisphere).count ?? 1 }
    return (months, day?.isApproximate == true ? 1 : 0)
  }
}

extension Marked {
  fileprivate var isApproximate: Bool {
    (before?.isApproximate ?? false) || (after?.isApproximate ?? false)
  }
}

extension CivilDay {
  /// The same day some months later, or the last day of that month where there is none.
  fileprivate func adding(months: Int, toMonthsEnd: Bool) -> CivilDay {
    if months == 0 { return self }
    let total = month - 1 + months
    let years = total >= 0 ? total / 12 : (total - 11) / 12
    let (year, month) = (year + years, total - years * 12 + 1)
    guard CivilDay.years.contains(year) else { return self }
    let last = CivilDay.daysIn(month: month, year: year)
    return CivilDay(known: year, month, toMonthsEnd ? last : min(day, last))
  }
}
