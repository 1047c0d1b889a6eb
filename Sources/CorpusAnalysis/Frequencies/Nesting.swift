/// Tells terms that stand mostly inside of one longer phrase (摩尔 in 摩尔定律).
struct Nesting {
  /// Of each term the phrases that it stands in, and how often in each.
  private var longer: [Int: [(phrase: Int, times: Int)]] = [:]

  /// - Parameter wordCount: the number of the first phrase.
  init(_ phrases: [Phrase], wordCount: Int) {
    let numbers = Dictionary(
      uniqueKeysWithValues: phrases.enumerated().map { ($1.row, wordCount + $0) })
    for (place, phrase) in phrases.enumerated() {
      var times: [Int: Int] = [:]
      for word in phrase.words { times[Int(word), default: 0] += 1 }
      for row in phrase.row.innerRows {
        if let number = numbers[row] { times[number] = phrase.row.count(of: row) }
      }
      for (term, times) in times {
        longer[term, default: []].append((wordCount + place, times))
      }
    }
  }

  /// The phrase that has at least six in ten of a term's occurrences; the one with the most, if there are
  /// several, and of those the first by its key.
  ///
  /// - Parameters:
  ///   - count: how often a term occurs.
  ///   - isShown: whether a phrase may be listed at all; one that is nested itself is not.
  func phrase(
    around term: Int, count: (Int) -> Int, isShown: (Int) -> Bool
  ) -> Int? {
    guard let longer = longer[term] else { return nil }
    let all = count(term)
    var best: (phrase: Int, inside: Int)?
    for (phrase, times) in longer where isShown(phrase) {
      let inside = min(all, count(phrase) * times)
      guard inside > 0, 10 * inside >= 6 * all, inside > best?.inside ?? 0,
        self.phrase(around: phrase, count: count, isShown: isShown) == nil
      else { continue }
      best = (phrase, inside)
    }
    return best?.phrase
  }
}

extension [UInt32] {
  /// How often a shorter row of words stands in this one.
  fileprivate func count(of row: [UInt32]) -> Int {
    (0...count - row.count).count { self[$0..<$0 + row.count].elementsEqual(row) }
  }
}
