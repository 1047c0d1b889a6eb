package import InvertedIndex

/// What a table has one part for.
public enum Grouping: String, CaseIterable, Sendable {
  case total, episode, show, speaker, month, quarter, year

  /// The group of an ISO date; empty where the date does not say.
  func period(of date: String) -> String {
    switch self {
    case .year: String(date.prefix(4))
    case .month: date.utf8.count >= 7 ? String(date.prefix(7)) : ""
    case .quarter: quarter(of: date)
    case .total, .episode, .show, .speaker: ""
    }
  }

  private func quarter(of date: String) -> String {
    guard let month = Int(date.dropFirst(5).prefix(2)), (1...12).contains(month) else { return "" }
    return "\(date.prefix(4))-Q\((month + 2) / 3)"
  }

  /// The group of an episode, or of what a speaker says in it.
  ///
  /// - Parameter name: what the episode is called in tables.
  package func label(_ record: EpisodeRecord, name: String, speaker: String) -> String {
    switch self {
    case .total: ""
    case .episode: name
    case .show: record.show
    case .speaker: speaker
    case .month, .quarter, .year: period(of: record.date)
    }
  }
}
