import ICUSupport
import TextNormalization

@testable import WordSegmentation

/// The plain twin of the lattice: words in a dictionary, every word at every place, the first of the
/// cheapest kept.
struct NaiveLattice {
  private(set) var costs: [[UInt16]: UInt64] = [:]

  init(_ form: Lexicon.Form) throws {
    let dictionary = try BreakDictionary.read()
    let words =
      switch form {
      case .original: LexiconWords(dictionary)
      case .search: try LexiconWords(folding: dictionary, with: SearchFormFolder())
      }
    for index in 0..<words.count {
      costs[Array(words.units[words.range(index)])] = UInt64(words.costs[index])
    }
  }

  /// Adds a word, or gives it another cost.
  mutating func set(_ word: [UInt16], cost: UInt64) { costs[word] = cost }

  mutating func remove(_ word: String) { costs[Array(word.utf16)] = nil }

  /// The ends of the words of the cheapest cut of a row of Han, and its cost.
  func cut(_ row: [UInt16]) -> (ends: [Int], cost: UInt64) {
    var best = [UInt64](repeating: .max, count: row.count + 1)
    var starts = [Int](repeating: 0, count: row.count + 1)
    best[0] = 0
    for start in row.indices {
      for end in start + 1...min(row.count, start + 64) {
        let known = costs[Array(row[start..<end])]
        guard let cost = known ?? (end == start + 1 ? 255 : nil) else { continue }
        if best[start] + cost < best[end] { (best[end], starts[end]) = (best[start] + cost, start) }
      }
    }
    var ends: [Int] = []
    var end = row.count
    while end > 0 {
      ends.append(end)
      end = starts[end]
    }
    return (ends.reversed(), best[row.count])
  }
}
