import ArgumentParser
import Reporting

/// What a wide table shows of each group.
enum WideValue: String, CaseIterable, ExpressibleByArgument {
  case count
  case perMillion = "per_million"
  case episodes

  /// - Parameter perMillion: `nil` of a group without words.
  func cell(count: Int, perMillion: Double?, episodes: Int) -> Table.Cell {
    switch self {
    case .count: .integer(count)
    case .perMillion: .decimal(perMillion, places: 2)
    case .episodes: .integer(episodes)
    }
  }

  /// A column for each group; a show that is called like another column must not take its place in JSON.
  ///
  /// - Parameter others: the names of the other columns.
  static func columns(_ groups: [String], besides others: [Table.Column]) -> [Table.Column] {
    var taken = Set(others.map(\.name))
    return groups.map { group in
      // What has no show, speaker or date needs a name, too.
      var name = group.isEmpty ? "(none)" : group
      while !taken.insert(name).inserted { name += " (group)" }
      return .number(name)
    }
  }
}
