import InvertedIndex

/// Finds the phrases of a list in rows of words.
struct PhraseTrie {
  private struct Step {
    let numbers: PairNumbers
    /// Of each row of words the phrase that it is; `UInt32.max` where it only begins some.
    let phrases: [UInt32]
  }

  /// Rows of two numbers, of three, and so on; of n by the number of the first n − 1 and the last one.
  private var steps: [Step] = []
  /// Whether a term begins a phrase.
  private var begins: [Bool]

  private static let none = UInt32.max

  /// - Parameters:
  ///   - rows: of each phrase, see `PhraseRow`; two words at least.
  ///   - termCount: of the index.
  init(_ rows: [[UInt32]], termCount: Int) {
    begins = [Bool](repeating: false, count: termCount)
    for row in rows { begins[Int(row[0])] = true }
    var numbers = rows.map { $0[0] }
    for words in 2..<max(2, 1 + (rows.map(\.count).max() ?? 0)) {
      var keys: Set<UInt64> = []
      for (row, number) in zip(rows, numbers) where row.count >= words {
        keys.insert(PhraseGrams.key(number, row[words - 1]))
      }
      let step = PairNumbers(keys.sorted())
      var phrases = [UInt32](repeating: Self.none, count: step.keys.count)
      for (place, row) in rows.enumerated() where row.count >= words {
        numbers[place] = step.number(of: PhraseGrams.key(numbers[place], row[words - 1]))
        if row.count == words { phrases[Int(numbers[place])] = UInt32(place) }
      }
      steps.append(Step(numbers: step, phrases: phrases))
    }
  }

  /// Calls `body` with each phrase in some words, and the position where it begins.
  func walk(_ words: MemberWords, _ body: (_ phrase: Int, _ first: Int) throws -> Void) rethrows {
    guard !steps.isEmpty else { return }
    try words.terms.withUnsafeBufferPointer { terms in
      try words.joints.withUnsafeBufferPointer { joints in
        try begins.withUnsafeBufferPointer { begins in
          for range in words.ranges {
            for first in range where begins[Int(terms[first])] {
              try follow(terms, joints, first, range.upperBound, body)
            }
          }
        }
      }
    }
  }

  /// Finds the phrases that begin at a position.
  @inline(__always)
  private func follow(
    _ terms: UnsafeBufferPointer<UInt32>, _ joints: UnsafeBufferPointer<WordJoint>, _ first: Int,
    _ limit: Int, _ body: (_ phrase: Int, _ first: Int) throws -> Void
  ) rethrows {
    var number = terms[first]
    var last = first
    var step = 0
    while step < steps.count {
      guard last + 1 < limit else { return }
      if joints[last].isParted {
        guard let joiner = joints[last].joiner else { return }
        number = next(number, PhraseRow.number(of: joiner), step)
        step += 1
        guard number != Self.none, step < steps.count else { return }
      }
      last += 1
      number = next(number, terms[last], step)
      if number == Self.none { return }
      let phrase = steps[step].phrases[Int(number)]
      if phrase != Self.none { try body(Int(phrase), first) }
      step += 1
    }
  }

  @inline(__always)
  private func next(_ number: UInt32, _ last: UInt32, _ step: Int) -> UInt32 {
    steps[step].numbers.number(of: PhraseGrams.key(number, last))
  }
}
