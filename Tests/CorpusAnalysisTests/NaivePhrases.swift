import Foundation
import InvertedIndex
import TestSupport

@testable import CorpusAnalysis

/// Finds phrases by counting every row of words in a dictionary: the plain twin of `PhraseFinder`.
struct NaivePhrases {
  struct Row: Hashable {
    let count: Int
    let logLikelihood, npmi, freedom, cValue: Double
  }

  private var counts: [[String]: Int] = [:]
  private var before: [[String]: [String]] = [:]
  private var after: [[String]: [String]] = [:]
  private var words = 0

  /// Words that may stand nowhere, and those that may only stand inside.
  static let stopped: Set<String> = ["的", "我们"]
  static let inner: Set<String> = ["与", "一张"]

  init(_ episodes: [PlainEpisode]) {
    for episode in episodes {
      var run: [String] = []
      for (word, gap) in zip(episode.words, episode.gaps) {
        run.append(word.key)
        words += 1
        if gap == .other || gap == .turnEnd {
          add(run)
          run = []
        }
      }
    }
  }

  private mutating func add(_ run: [String]) {
    for first in run.indices {
      for end in first + 1...min(run.count, first + 5) {
        let row = Array(run[first..<end])
        if row.count > 1, row.contains(where: Self.stopped.contains) { continue }
        counts[row, default: 0] += 1
        before[row, default: []].append(first == 0 ? UUID().uuidString : run[first - 1])
        after[row, default: []].append(end == run.count ? UUID().uuidString : run[end])
      }
    }
  }

  private func entropy(_ neighbours: [String]) -> Double {
    Dictionary(grouping: neighbours) { $0 }.values.reduce(0) { sum, same in
      let share = Double(same.count) / Double(neighbours.count)
      return sum - share * log2(share)
    }
  }

  private func logLikelihood(_ a: Int, _ first: Int, _ second: Int) -> Double {
    let n = Double(words)
    let cells =
      [(a, first, second), (first - a, first, words - second)]
      + [
        (second - a, words - first, second),
        (words - first - second + a, words - first, words - second),
      ]
    return 2
      * cells.reduce(0) { sum, cell in
        let expected = Double(cell.1) * Double(cell.2) / n
        return cell.0 <= 0 ? sum : sum + Double(cell.0) * log(Double(cell.0) / expected)
      }
  }

  private func npmi(_ a: Int, _ first: Int, _ second: Int) -> Double {
    let (n, p) = (Double(words), Double(a) / Double(words))
    return p >= 1 ? 1 : log2(p / (Double(first) / n * Double(second) / n)) / -log2(p)
  }

  /// All phrases, by their words.
  func phrases(_ criteria: PhraseCriteria) -> [[String]: Row] {
    let ends = Self.inner.union(Self.stopped)
    var rows: [[String]: Row] = [:]
    for (row, count) in counts where row.count > 1 && count >= criteria.minimum {
      if ends.contains(row.first!) || ends.contains(row.last!) { continue }
      let splits = (1..<row.count).map {
        (counts[Array(row[..<$0])]!, counts[Array(row[$0...])]!)
      }
      let likelihood = splits.map { logLikelihood(count, $0.0, $0.1) }.min()!
      let npmi = splits.map { self.npmi(count, $0.0, $0.1) }.min()!
      let freedom = min(entropy(before[row]!), entropy(after[row]!))
      guard likelihood >= criteria.logLikelihood, npmi >= criteria.npmi,
        freedom >= criteria.freedom - 1e-9
      else { continue }
      rows[row] = Row(
        count: count, logLikelihood: likelihood, npmi: npmi, freedom: freedom, cValue: 0)
    }
    var standing: [[String]: Row] = [:]
    for (words, row) in rows {
      let longer = rows.filter { $0.key.count > words.count && Self.contains($0.key, words) }
      let nested =
        longer.isEmpty
        ? 0 : Double(longer.values.reduce(0) { $0 + $1.count }) / Double(longer.count)
      let alone = Double(row.count) - nested
      guard alone >= Double(criteria.minimum) else { continue }
      standing[words] = Row(
        count: row.count, logLikelihood: row.logLikelihood, npmi: row.npmi, freedom: row.freedom,
        cValue: log2(Double(words.count)) * alone)
    }
    return standing
  }

  static func contains(_ row: [String], _ part: [String]) -> Bool {
    (0...row.count - part.count).contains { Array(row[$0..<$0 + part.count]) == part }
  }
}
