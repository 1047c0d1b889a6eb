import InvertedIndex

/// The sequences of two words and more that come at least so often, and how often; of words around joiners,
/// a joiner counts as a word.
///
/// A sequence of n words is numbered, among those of its length, by the sequence of its first n − 1 words and
/// its last word. One that is frequent enough has only parts that are, so each length is looked for
/// among the continuations of the one before.
struct PhraseGrams {
  struct Length {
    let numbers: PairNumbers
    let counts: [UInt32]
  }

  /// Of two words, of three, and so on.
  private(set) var lengths: [Length] = []
  /// Whether a term is frequent enough, and may stand in a phrase; the mark between runs is none.
  private let isPart: [Bool]

  static let none = UInt32.max

  static func key(_ first: UInt32, _ last: UInt32) -> UInt64 {
    UInt64(first) << 32 | UInt64(last)
  }

  /// - Parameters:
  ///   - rows: which rows of the corpus are looked at.
  ///   - isPart: whether a number of those rows may stand in a sequence.
  ///   - longest: the most words.
  init(
    _ corpus: CorpusWords, _ rows: CorpusRows, isPart: [Bool], longest: Int,
    minimum: Int, _ pairs: FrequentPairs
  ) throws {
    self.isPart = isPart
    guard !corpus.isEmpty(rows) else { return }
    while lengths.count + 2 <= longest {
      let found = try pairs.find(atLeast: minimum) { count in
        var row = Row()
        try corpus.walk(rows) { terms in
          row.fill(terms, self)
          for position in row.numbers.indices {
            if let key = next(row, terms, at: position) { try count(key) }
          }
        }
      }
      if found.isEmpty { break }
      lengths.append(
        Length(numbers: PairNumbers(found.map(\.key)), counts: found.map(\.count)))
    }
  }

  /// The key of the sequence at a position that is one word longer than those that are known, if its parts
  /// are frequent.
  @inline(__always)
  private func next(
    _ row: Row, _ terms: UnsafeBufferPointer<UInt32>, at position: Int
  ) -> UInt64? {
    let last = position + lengths.count + 1
    guard last < terms.count, position + 1 < row.numbers.count, row.numbers[position] != Self.none,
      row.numbers[position + 1] != Self.none
    else { return nil }
    return Self.key(row.numbers[position], terms[last])
  }

  /// For each position of a run the number of the longest sequences that are known.
  struct Row {
    fileprivate(set) var numbers: [UInt32] = []

    mutating func fill(_ terms: UnsafeBufferPointer<UInt32>, _ grams: PhraseGrams) {
      start(terms, grams)
      for step in grams.lengths.indices { lengthen(terms, grams, step) }
    }

    /// Numbers single words.
    mutating func start(_ terms: UnsafeBufferPointer<UInt32>, _ grams: PhraseGrams) {
      numbers.removeAll(keepingCapacity: true)
      for term in terms { numbers.append(grams.isPart[Int(term)] ? term : none) }
    }

    /// Replaces the numbers of sequences by those of the ones that are a word longer.
    @inline(__always)
    mutating func lengthen(
      _ terms: UnsafeBufferPointer<UInt32>, _ grams: PhraseGrams, _ step: Int
    ) {
      let known = grams.lengths[step].numbers
      let words = step + 2
      guard terms.count >= words else { return numbers.removeAll(keepingCapacity: true) }
      numbers.withUnsafeMutableBufferPointer { numbers in
        for position in 0...terms.count - words {
          numbers[position] =
            numbers[position] != none && numbers[position + 1] != none
            ? known.number(of: key(numbers[position], terms[position + words - 1])) : none
        }
      }
      numbers.removeLast(numbers.count - (terms.count - words + 1))
    }
  }

  /// The number of a sequence among those of its length; `nil` if it is not frequent.
  func number(of terms: ArraySlice<UInt32>) -> UInt32? {
    guard var number = terms.first else { return nil }
    for (step, term) in terms.dropFirst().enumerated() {
      guard step < lengths.count else { return nil }
      number = lengths[step].numbers.number(of: Self.key(number, term))
      if number == Self.none { return nil }
    }
    return number
  }

  /// How often a sequence of two words or more comes; 0 if that is not often enough.
  func count(of terms: ArraySlice<UInt32>) -> Int {
    guard terms.count > 1 else { return 0 }
    return number(of: terms).map { Int(lengths[terms.count - 2].counts[Int($0)]) } ?? 0
  }

  /// The words of a sequence.
  func terms(of number: Int, words: Int) -> [UInt32] {
    var terms: [UInt32] = []
    var number = UInt32(number)
    for length in lengths[..<(words - 1)].reversed() {
      let key = length.numbers.keys[Int(number)]
      terms.append(UInt32(truncatingIfNeeded: key))
      number = UInt32(key >> 32)
    }
    return [number] + terms.reversed()
  }
}
