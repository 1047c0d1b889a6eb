import ArgumentParser
import Zimu

/// What a step of a series over time is.
enum TrendStep: String, CaseIterable, ExpressibleByArgument {
  case month, quarter, year, episode

  var grouping: Grouping {
    switch self {
    case .month: .month
    case .quarter: .quarter
    case .year: .year
    case .episode: .episode
    }
  }
}
