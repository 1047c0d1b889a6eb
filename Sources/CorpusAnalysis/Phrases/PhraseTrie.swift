/// Finds the phrases of a list in rows of words.
struct PhraseTrie {
  private struct Step {
    let numbers: PairNumbers
    /// Of each row of words the phrase that it is; `UInt32.max` where it only begins some.
    let phrases: [UInt32]
  }

  /// Rows of two words, of three, and so on; of n words by the number of the first n − 1 and the last one.
  private var steps: [Step] = []
  /// Whether a term begins a phrase.
  private var begins: [Bool]

  private static let none = UInt32.max

  /// - Parameters:
  ///   - rows: the words of each phrase; two at least.
  ///   - termCount: of the index.
  init(_ rows: [[UInt32]], termCount: Int) {
    begins = [Bool](repeating: false, count: termCount)
    for row in rows { begins[Int(row[0])] = true }
    var numbers = rows.map { $0[0] }
    for words in 2..<6 {
      var keys: [UInt64] = []
      for (row, number) in zip(rows, numbers) where row.count >= words {
        keys.append(PhraseGrams.key(number, row[words - 1]))
      }
      if keys.isEmpty { break }
      let step = PairNumbers(Set(keys).sorted())
      var phrases = [UInt32](repeating: Self.none, count: step.keys.count)
      for (place, row) in rows.enumerated() where row.count >= words {
        numbers[place] = step.number(of: PhraseGrams.key(numbers[place], row[words - 1]))
        if row.count == words { phrases[Int(numbers[place])] = UInt32(place) }
      }
      steps.append(Step(numbers: step, phrases: phrases))
    }
  }

  /// Calls `body` with each phrase in a run and the place in the run where it begins.
  @inline(__always)
  func walk(
    _ terms: UnsafeBufferPointer<UInt32>, _ body: (_ phrase: Int, _ first: Int) throws -> Void
  ) rethrows {
    for first in terms.indices where begins[Int(terms[first])] {
      var number = terms[first]
      for (offset, step) in steps.enumerated() {
        guard first + offset + 1 < terms.count else { break }
        number = step.numbers.number(of: PhraseGrams.key(number, terms[first + offset + 1]))
        guard number != Self.none else { break }
        let phrase = step.phrases[Int(number)]
        if phrase != Self.none { try body(Int(phrase), first) }
      }
    }
  }
}
