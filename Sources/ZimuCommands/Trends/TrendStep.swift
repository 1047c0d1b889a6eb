import ArgumentParser
import Zimu

/// What a step of a series over time is.
enum TrendStep: String, CaseIterable, ExpressibleByArgument {
  case day, week, month, quarter, year, episode

  var grouping: Grouping {
    switch self {
    case .day: .day
    case .week: .week
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .episode: .episode
    }
  }
}
