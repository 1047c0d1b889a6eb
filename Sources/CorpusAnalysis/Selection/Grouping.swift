package import InvertedIndex

/// What a table has one part for.
public enum Grouping: Hashable, Sendable {
  case total, episode, show, speaker, day, week, month, quarter, year
  /// The value of a tag of that name; several values of one episode together.
  case tag(String)
  /// Parts of episodes, which begin with the recordings.
  case part(RecordingPart)

  /// Whether the groups are periods of time.
  public var isPeriod: Bool {
    switch self {
    case .total, .episode, .show, .speaker, .tag, .part: false
    case .day, .week, .month, .quarter, .year: true
    }
  }

  /// The group of an ISO date; empty where the date does not say.
  func period(of date: String) -> String {
    switch self {
    case .year: String(date.prefix(4))
    case .month: date.utf8.count >= 7 ? String(date.prefix(7)) : ""
    case .quarter: quarter(of: date)
    case .week: day(of: date).map { ISOWeek(ofDay: $0).label } ?? ""
    case .day: day(of: date) == nil ? "" : date
    case .total, .episode, .show, .speaker, .tag, .part: ""
    }
  }

  private func quarter(of date: String) -> String {
    guard let month = Int(date.dropFirst(5).prefix(2)), (1...12).contains(month) else { return "" }
    return "\(date.prefix(4))-Q\((month + 2) / 3)"
  }

  /// The number of the day, where the date is as precise.
  private func day(of date: String) -> Int? {
    guard let date = PartialDate(date), date.isDay else { return nil }
    return date.days.lowerBound
  }

  /// The group of an episode, or of what a speaker says in it.
  ///
  /// A label of speaker diarization, such as `SPEAKER_00`, names another person in each episode, so that its
  /// group has the episode in its name.
  ///
  /// - Parameters:
  ///   - name: what the episode is called in tables.
  ///   - start: when the cue starts, in milliseconds.
  package func label(
    _ record: EpisodeRecord, name: String, speaker: String, start: Int? = nil
  ) -> String {
    switch self {
    case .total: ""
    case .episode: name
    case .show: record.show
    case .speaker: DiarizationLabel.isOne(speaker) ? "\(speaker) (\(name))" : speaker
    case .tag(let name): record.tag(name).joined(separator: ", ")
    case .part(let part): part.label(of: start, duration: record.duration)
    case .day, .week, .month, .quarter, .year: period(of: record.date)
    }
  }
}

extension Grouping: CaseIterable, RawRepresentable {
  /// All but tags and parts, of which there is any number.
  public static let allCases: [Grouping] = [
    .total, .episode, .show, .speaker, .day, .week, .month, .quarter, .year,
  ]

  /// As people write it: `show`, `tag:party`, `part:600s`.
  public var rawValue: String {
    switch self {
    case .total: "total"
    case .episode: "episode"
    case .show: "show"
    case .speaker: "speaker"
    case .day: "day"
    case .week: "week"
    case .month: "month"
    case .quarter: "quarter"
    case .year: "year"
    case .tag(let name): Self.tagStart + name
    case .part(let part): Self.partStart + part.name
    }
  }

  public init?(rawValue: String) {
    if rawValue.hasPrefix(Self.tagStart), rawValue != Self.tagStart {
      self = .tag(String(rawValue.dropFirst(Self.tagStart.count)).lowercased())
      return
    }
    if rawValue.hasPrefix(Self.partStart) {
      guard let part = RecordingPart(String(rawValue.dropFirst(Self.partStart.count))) else {
        return nil
      }
      self = .part(part)
      return
    }
    guard let grouping = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
    self = grouping
  }

  private static let tagStart = "tag:"
  private static let partStart = "part:"
}
