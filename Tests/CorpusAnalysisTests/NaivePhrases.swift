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

  /// Rows and what stands around each of their places.
  private struct Counts {
    var counts: [[String]: Int] = [:]
    var before: [[String]: [String]] = [:]
    var after: [[String]: [String]] = [:]

    mutating func add(_ run: [String], longest: Int, where isCounted: ([String]) -> Bool) {
      for first in run.indices {
        for end in first + 1...min(run.count, first + longest) {
          let row = Array(run[first..<end])
          guard isCounted(row) else { continue }
          counts[row, default: 0] += 1
          before[row, default: []].append(first == 0 ? UUID().uuidString : run[first - 1])
          after[row, default: []].append(end == run.count ? UUID().uuidString : run[end])
        }
      }
    }

    func entropies(_ row: [String]) -> (before: Double, after: Double) {
      (Self.entropy(before[row]!), Self.entropy(after[row]!))
    }

    private static func entropy(_ neighbours: [String]) -> Double {
      Dictionary(grouping: neighbours) { $0 }.values.reduce(0) { sum, same in
        let share = Double(same.count) / Double(neighbours.count)
        return sum - share * log2(share)
      }
    }
  }

  private var plain = Counts()
  /// Of words and joiners, those that have a joiner in them.
  private var joined = Counts()
  private var words = 0

  /// Words that may stand nowhere, and those that may only stand inside.
  static let stopped: Set<String> = ["的", "我们", "to"]
  /// Stop words of one letter, which are names beside joiners.
  static let letters: Set<String> = ["a"]
  static let inner: Set<String> = ["与", "一张"]
  static let numbers: Set<String> = ["一张", "19", "4"]

  init(_ episodes: [PlainEpisode]) {
    for episode in episodes {
      let joiners = Dictionary(
        uniqueKeysWithValues: episode.joiners.map { ($0.position, String($0.joint.character!)) })
      var (run, all, chain): ([String], [String], [String]) = ([], [], [])
      for (position, (word, gap)) in zip(episode.words, episode.gaps).enumerated() {
        words += 1
        run.append(word.key)
        chain.append(word.key)
        let isJoin =
          joiners[position].map { joiner in
            joiner != "." && joiner != "'" && joiner != "#"
              || !Self.isHan(word.key) && !Self.numbers.contains(word.key)
                && !Self.isHan(episode.words[position + 1].key)
          } ?? false
        let isParted = gap == .other || gap == .turnEnd
        if isParted {
          plain.add(run, longest: 5) { $0.count == 1 || !$0.contains(where: Self.isStopped) }
          run = []
        }
        if isJoin {
          chain.append(joiners[position]!)
          continue
        }
        all += Self.mayHaveNames(chain) ? chain : Self.broken(chain)
        chain = []
        if isParted {
          add(all)
          all = []
        }
      }
    }
  }

  private static let joints: Set<String> = ["-", "/", "&", "·", ".", "+", "#", "'"]

  private static func isStopped(_ word: String) -> Bool {
    stopped.contains(word) || letters.contains(word)
  }

  static func isHan(_ word: String) -> Bool { word.utf8.first! >= 0x80 && word != "·" }

  /// What is no name is as if nothing joined it.
  private static func broken(_ chain: [String]) -> [String] {
    chain.map { joints.contains($0) ? "|" : $0 }
  }

  private static func mayHaveNames(_ chain: [String]) -> Bool {
    let words = chain.filter { !joints.contains($0) }
    return !words.allSatisfy(numbers.contains) && !words.allSatisfy(stopped.contains)
      && Set(words).count > 1
  }

  private static func isName(_ chain: [String]) -> Bool {
    guard mayHaveNames(chain) else { return false }
    let words = chain.filter { !joints.contains($0) }
    let hosts = words.indices.filter { words[$0] == "node.js" }
    if chain.contains("/") { return hosts.isEmpty && !words.contains(where: stopped.contains) }
    return hosts.allSatisfy { $0 == 0 }
  }

  /// Counts what stands between stop words that no joiner touches.
  private mutating func add(_ all: [String]) {
    var run: [String] = []
    for (place, word) in all.enumerated() {
      let isTouched =
        place > 0 && Self.joints.contains(all[place - 1])
        || place + 1 < all.count && Self.joints.contains(all[place + 1])
      if word == "|" || Self.isStopped(word) && !isTouched {
        joined.add(run, longest: 31) { $0.contains(where: Self.joints.contains) }
        run = []
      } else {
        run.append(word)
      }
    }
    joined.add(run, longest: 31) { $0.contains(where: Self.joints.contains) }
  }

  private func logLikelihood(_ a: Int, _ first: Int, _ second: Int) -> Double {
    let n = Double(words)
    let cells =
      [(a, first, second), (first - a, first, words - second)]
      + [
        (second - a, words - first, second),
        (words - first - second + a, words - first, words - second),
      ]
    return max(
      0,
      2
        * cells.reduce(0) { sum, cell in
          let expected = Double(cell.1) * Double(cell.2) / n
          return cell.0 <= 0 ? sum : sum + Double(cell.0) * log(Double(cell.0) / expected)
        })
  }

  private func npmi(_ a: Int, _ first: Int, _ second: Int) -> Double {
    let (n, p) = (Double(words), Double(a) / Double(words))
    return p >= 1 ? 1 : log2(p / (Double(first) / n * Double(second) / n)) / -log2(p)
  }

  /// All phrases, by their words and joiners.
  func phrases(_ criteria: PhraseCriteria) -> [[String]: Row] {
    let rows = plainRows(criteria).merging(joinedRows(criteria)) { first, _ in first }
    var standing: [[String]: Row] = [:]
    for (words, row) in rows {
      let longer = rows.filter { $0.key.count > words.count && Self.contains($0.key, words) }
      let nested =
        longer.isEmpty
        ? 0 : Double(longer.values.reduce(0) { $0 + $1.count }) / Double(longer.count)
      let alone = Double(row.count) - nested
      guard alone >= Double(criteria.minimum) else { continue }
      let length = words.count { !Self.joints.contains($0) }
      standing[words] = Row(
        count: row.count, logLikelihood: row.logLikelihood, npmi: row.npmi, freedom: row.freedom,
        cValue: log2(Double(length)) * alone)
    }
    return standing
  }

  private func plainRows(_ criteria: PhraseCriteria) -> [[String]: Row] {
    let ends = Self.inner.union(Self.stopped).union(Self.letters).union(Self.numbers)
    var rows: [[String]: Row] = [:]
    for (row, count) in plain.counts where row.count > 1 && count >= criteria.minimum {
      if ends.contains(row.first!) || !Self.mayEnd(row) { continue }
      let splits = (1..<row.count).map {
        (plain.counts[Array(row[..<$0])]!, plain.counts[Array(row[$0...])]!)
      }
      let likelihood = splits.map { logLikelihood(count, $0.0, $0.1) }.min()!
      let npmi = splits.map { self.npmi(count, $0.0, $0.1) }.min()!
      let (before, after) = plain.entropies(row)
      guard likelihood >= criteria.logLikelihood, npmi >= criteria.npmi,
        min(before, after) >= criteria.freedom - 1e-9
      else { continue }
      rows[row] = Row(
        count: count, logLikelihood: likelihood, npmi: npmi, freedom: min(before, after), cValue: 0)
    }
    return rows
  }

  /// Whether a row may end as it does: with a number only after letters.
  private static func mayEnd(_ row: [String]) -> Bool {
    let last = row[row.count - 1]
    if last == "19" || last == "4" {
      return !isHan(row[row.count - 2]) && !numbers.contains(row[row.count - 2])
    }
    return !inner.contains(last) && !isStopped(last)
  }

  private func joinedRows(_ criteria: PhraseCriteria) -> [[String]: Row] {
    var rows: [[String]: Row] = [:]
    for (row, count) in joined.counts where count >= criteria.minimum && isJoinedPhrase(row) {
      let continued = [
        joined.before[row]!.count(where: Self.joints.contains),
        joined.after[row]!.count(where: Self.joints.contains),
      ]
      guard count - continued.max()! >= criteria.minimum else { continue }
      var (likelihood, npmi, isCohesive) = (Double.infinity, Double.infinity, true)
      for split in 1..<row.count where !Self.joints.contains(row[split]) {
        let isJoin = Self.joints.contains(row[split - 1])
        let first = max(count, self.count(Array(row[..<(isJoin ? split - 1 : split)])))
        let second = max(count, self.count(Array(row[split...])))
        let values = (logLikelihood(count, first, second), self.npmi(count, first, second))
        (likelihood, npmi) = (min(likelihood, values.0), min(npmi, values.1))
        if !isJoin, values.0 < criteria.logLikelihood || values.1 < criteria.npmi {
          isCohesive = false
        }
      }
      let (before, after) = joined.entropies(row)
      let isFree =
        (before >= criteria.freedom - 1e-9 || Self.isWhole(row[0], beside: row[1]))
        && (after >= criteria.freedom - 1e-9
          || Self.isWhole(row[row.count - 1], beside: row[row.count - 2]))
      guard isCohesive, isFree else { continue }
      rows[row] = Row(
        count: count, logLikelihood: likelihood, npmi: npmi, freedom: min(before, after), cValue: 0)
    }
    return rows
  }

  private func count(_ row: [String]) -> Int {
    (row.contains(where: Self.joints.contains) ? joined : plain).counts[row] ?? 0
  }

  /// Whether a word at an end needs no freedom: letters or numbers that are joined.
  private static func isWhole(_ word: String, beside other: String) -> Bool {
    joints.contains(other) && !isHan(word) && !stopped.contains(word)
  }

  private func isJoinedPhrase(_ row: [String]) -> Bool {
    let (first, last) = (row[0], row[row.count - 1])
    guard !Self.joints.contains(first), !Self.joints.contains(last) else { return false }
    let words = row.filter { !Self.joints.contains($0) }
    let isHanName = row.allSatisfy { $0 == "·" || Self.isHan($0) }
    guard
      words.count <= 5
        || isHanName && row.split(separator: "·").allSatisfy({ $0.count <= 7 })
    else { return false }
    // What joiners join is a name of its own.
    var chain = [first]
    for place in 1..<row.count {
      if !Self.joints.contains(row[place]), !Self.joints.contains(row[place - 1]) {
        if chain.count > 1, !Self.isName(chain) { return false }
        chain = []
      }
      chain.append(row[place])
    }
    if chain.count > 1, !Self.isName(chain) { return false }
    let isInner = Self.inner.union(Self.stopped).union(Self.letters).union(Self.numbers)
    guard
      Self.joints.contains(row[1]) && !Self.isHan(first) || !isInner.contains(first)
    else { return false }
    return Self.joints.contains(row[row.count - 2])
      ? !Self.isHan(last) || !isInner.contains(last) : Self.mayEnd(row)
  }

  static func contains(_ row: [String], _ part: [String]) -> Bool {
    (0...row.count - part.count).contains { Array(row[$0..<$0 + part.count]) == part }
  }
}
