/// Finds the first and the last real day that a pattern of digits can mean.
struct Completion {
  let year: Year
  let month: MaskedNumber?
  let day: MaskedNumber?

  var earliest: CivilDay? {
    guard let day else {
      return (1...12).first(where: admits).map { CivilDay(known: year.least, $0, 1) }
    }
    let years = (year.least...year.greatest).lazy.filter(year.admits)
    for year in years {
      for month in 1...12 where admits(month) {
        let length = CivilDay.daysIn(month: month, year: year)
        if let day = (1...length).first(where: day.admits) { return CivilDay(known: year, month, day) }
      }
    }
    return nil
  }

  var latest: CivilDay? {
    guard let day else {
      return (1...12).last(where: admits).map { CivilDay.end(of: $0, in: year.greatest) }
    }
    let years = (year.least...year.greatest).reversed().lazy.filter(year.admits)
    for year in years {
      for month in (1...12).reversed() where admits(month) {
        let length = CivilDay.daysIn(month: month, year: year)
        if let day = (1...length).last(where: day.admits) { return CivilDay(known: year, month, day) }
      }
    }
    return nil
  }

  private func admits(_ candidate: Int) -> Bool { month?.admits(candidate) ?? true }
}
