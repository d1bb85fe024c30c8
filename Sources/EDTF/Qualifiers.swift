/// The marks, as they apply.
extension CalendarDate {
  /// Of the year: its own marks and those right of anything after it.
  public var yearQualifier: Qualifier? {
    .joined(year.before, .joined(year.after, .joined(part?.after, day?.after)))
  }

  /// Of the month or season.
  public var partQualifier: Qualifier? {
    .joined(part?.before, .joined(part?.after, day?.after))
  }

  public var dayQualifier: Qualifier? { .joined(day?.before, day?.after) }

  /// Of each component there is, in the order of writing.
  public var qualifiers: [Qualifier?] {
    [yearQualifier] + (part == nil ? [] : [partQualifier]) + (day == nil ? [] : [dayQualifier])
  }

  /// The one qualifier of the whole date; nil when there is none or components differ.
  public var qualifier: Qualifier? {
    let all = qualifiers
    return all.allSatisfy { $0 == all[0] } ? all[0] : nil
  }
}

extension EDTFDate {
  /// The marks on any component of any date in it, each once.
  public var qualifiers: [Qualifier] {
    let present = Set(form.dates.flatMap(\.qualifiers).compactMap { $0 })
    return Qualifier.allCases.filter(present.contains)
  }

  /// Whether any part of it is marked `?` or `%`.
  public var isUncertain: Bool { qualifiers.contains(where: \.isUncertain) }

  /// Whether any part of it is marked `~` or `%`.
  public var isApproximate: Bool { qualifiers.contains(where: \.isApproximate) }
}
