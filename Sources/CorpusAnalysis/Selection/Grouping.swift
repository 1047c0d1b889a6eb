package import InvertedIndex

/// The groups that are counted separately.
public enum Grouping: Hashable, Sendable {
  /// One group for everything.
  case total
  /// One group per episode.
  case episode
  /// One group per show.
  case show
  /// One group per speaker. A diarization label, such as `SPEAKER_00`, is a speaker of one episode only.
  case speaker
  /// One group per day, such as `2024-11-30`.
  case day
  /// One group per ISO week.
  case week
  /// One group per month, such as `2024-11`.
  case month
  /// One group per quarter, such as `2024-Q4`.
  case quarter
  /// One group per year, such as `2024`.
  case year
  /// One group per value of the tag with this name. Several values of one episode make one label.
  case tag(String)
  /// One group per part of the recordings, such as every ten minutes.
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
  /// All groupings except those by tags and by parts, which are unlimited in number.
  public static let allCases: [Grouping] = [
    .total, .episode, .show, .speaker, .day, .week, .month, .quarter, .year,
  ]

  /// The name of the grouping: `show`, `tag:party` or `part:600s`.
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

  /// Creates a grouping from its name.
  ///
  /// - Parameter rawValue: the name, such as `month`, `tag:party` or `part:10min`.
  /// - Returns: `nil` for an unknown name.
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
