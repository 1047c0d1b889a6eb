public import InvertedIndex

/// A condition on what is known of an episode and of who speaks: `show:indigo AND -speaker:主持人`.
public indirect enum FieldFilter: Hashable, Sendable {
  /// The fields that a filter can ask for.
  public enum Field: String, CaseIterable, Sendable {
    case show, title, speaker, episode, id, date, time, tag
  }

  case field(Field, String)
  case and([FieldFilter])
  case or([FieldFilter])
  case not(FieldFilter)

  /// What a filter is held against; texts in search form, the date ISO.
  public struct Subject: Hashable, Sendable {
    public var show, title, speaker, episode, date: String
    public var id: EpisodeID
    /// The values of each tag by its name.
    public var tags: [String: [String]]
    /// When the cue starts, in milliseconds; `nil` where that is unknown.
    public var start: Int?

    public init(
      show: String, title: String, speaker: String, episode: String, id: EpisodeID, date: String,
      tags: [String: [String]] = [:], start: Int? = nil
    ) {
      self.start = start
      (self.show, self.title, self.speaker) = (show, title, speaker)
      (self.episode, self.id, self.date, self.tags) = (episode, id, date, tags)
    }
  }

  /// Whether the filter looks at speakers, so that one episode may match in part.
  public var usesSpeakers: Bool {
    switch self {
    case .field(let field, _): field == .speaker
    case .and(let parts), .or(let parts): parts.contains(where: \.usesSpeakers)
    case .not(let filter): filter.usesSpeakers
    }
  }

  /// Whether the filter looks at the times of cues, so that one episode may match in part.
  public var usesTimes: Bool {
    switch self {
    case .field(let field, _): field == .time
    case .and(let parts), .or(let parts): parts.contains(where: \.usesTimes)
    case .not(let filter): filter.usesTimes
    }
  }

  /// Whether a cue of an episode may match, whoever speaks in it at whatever time.
  public func mayMatch(_ subject: Subject) -> Bool { outcomes(subject).canMatch }

  private func outcomes(_ subject: Subject) -> (canMatch: Bool, canFail: Bool) {
    switch self {
    case .field(.speaker, _), .field(.time, _): return (true, true)
    case .field: return (matches(subject), !matches(subject))
    case .and(let parts):
      let all = parts.map { $0.outcomes(subject) }
      return (all.allSatisfy(\.canMatch), all.contains(where: \.canFail))
    case .or(let parts):
      let all = parts.map { $0.outcomes(subject) }
      return (all.contains(where: \.canMatch), all.allSatisfy(\.canFail))
    case .not(let filter):
      let outcomes = filter.outcomes(subject)
      return (outcomes.canFail, outcomes.canMatch)
    }
  }

  /// Whether a subject fits.
  ///
  /// Shows, speakers and the values of tags are compared whole; a title or episode need only contain the text; a date
  /// lies in a range if every day that it may be does; a cue lies in a range of time if it starts in it, the end of the
  /// range aside.
  public func matches(_ subject: Subject) -> Bool {
    switch self {
    case .field(.show, let value): subject.show == value
    case .field(.speaker, let value): subject.speaker == value
    case .field(.title, let value):
      value.isEmpty ? subject.title.isEmpty : subject.title.contains(value)
    case .field(.episode, let value): value.isEmpty || subject.episode.contains(value)
    case .field(.id, let value): EpisodeID(value) == subject.id
    case .field(.time, let value): TimeRange(value)?.contains(subject.start) ?? false
    case .field(.date, let value): DateRange(value).contains(subject.date)
    case .field(.tag, let value): TagTest(value).matches(subject.tags)
    case .and(let parts): parts.allSatisfy { $0.matches(subject) }
    case .or(let parts): parts.contains { $0.matches(subject) }
    case .not(let filter): !filter.matches(subject)
    }
  }
}

/// What is asked of tags: `party=DPP`, a value of a tag; `party`, whatever its value; `party=`, that there is none.
struct TagTest: Hashable, Sendable {
  private let name: Substring
  private let value: Substring?

  init(_ text: String) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    (name, value) = (parts[0], parts.count > 1 ? parts[1] : nil)
  }

  /// Whether a tag is named.
  var isValid: Bool { !name.isEmpty }

  func matches(_ tags: [String: [String]]) -> Bool {
    let values = tags[String(name)] ?? []
    guard let value else { return !values.isEmpty }
    return value.isEmpty ? values.isEmpty : values.contains { $0 == value }
  }
}

/// A range of ISO dates, each as precise as it is written: `2024-01..2024-06`, `2024..`, `2024-11`.
struct DateRange: Hashable, Sendable {
  let first: Substring
  let last: Substring

  init(_ text: String) {
    if let dots = text.firstRange(of: "..") {
      first = text[..<dots.lowerBound]
      last = text[dots.upperBound...]
    } else {
      (first, last) = (text[...], text[...])
    }
  }

  /// Whether the bounds look like dates and are not both missing.
  var isValid: Bool {
    let bounds = [first, last].filter { !$0.isEmpty }
    guard !bounds.isEmpty, bounds.allSatisfy({ PartialDate($0) != nil }) else { return false }
    let common = min(first.count, last.count)
    return last.isEmpty || first.prefix(common) <= last.prefix(common)
  }

  /// Whether all days that a date may be lie in the range: `2024-01` lies in `2024-01..2024-06`, not in
  /// `2024-01-15..2024-06`.
  func contains(_ date: String) -> Bool {
    // `date:""` asks for what is undated.
    if first.isEmpty && last.isEmpty { return date.isEmpty }
    guard let days = PartialDate(date)?.days else { return false }
    if !first.isEmpty {
      guard let from = PartialDate(first)?.days, from.lowerBound <= days.lowerBound else {
        return false
      }
    }
    if !last.isEmpty {
      guard let to = PartialDate(last)?.days, days.upperBound <= to.upperBound else { return false }
    }
    return true
  }
}
