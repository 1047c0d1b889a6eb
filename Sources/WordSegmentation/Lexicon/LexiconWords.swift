import ICUSupport
import TextNormalization

/// Words with costs, each once, in the order of their UTF-16 code units.
struct LexiconWords {
  /// The code units of all words, one after another.
  private(set) var units: [UInt16] = []
  /// The end of each word in `units`.
  private(set) var ends: [Int] = []
  private(set) var costs: [UInt16] = []

  var count: Int { ends.count }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// ICU's words as they are.
  init(_ dictionary: BreakDictionary) {
    (units, ends, costs) = (dictionary.units, dictionary.ends, dictionary.costs)
  }

  /// ICU's words in search form; the probabilities of words that become one add up.
  init(folding dictionary: BreakDictionary, with folder: SearchFormFolder) throws(ICUError) {
    let forms = try FoldedWords(dictionary, folder)
    for index in forms.sorted() {
      let word = forms.units[forms.range(index)]
      if let last = ends.indices.last, units[range(last)] == word {
        costs[last] = WordCost.ofEither(costs[last], dictionary.costs[index])
      } else if !word.isEmpty {
        units += word
        ends.append(units.count)
        costs.append(dictionary.costs[index])
      }
    }
  }
}

/// The search form of every word of a dictionary.
private struct FoldedWords {
  var units: [UInt16] = []
  var ends: [Int] = []

  /// Folds all words at once, a newline after each: a newline combines with nothing.
  init(_ dictionary: BreakDictionary, _ folder: SearchFormFolder) throws(ICUError) {
    var text: [UInt8] = []
    text.reserveCapacity(dictionary.units.count * 3 + dictionary.ends.count)
    var start = 0
    for end in dictionary.ends {
      for unit in dictionary.units[start..<end] { text.append(utf8: UInt32(unit)) }
      text.append(0x0A)
      start = end
    }
    let form = try folder.fold(text.span)
    for unit in String(decoding: form.bytes, as: UTF8.self).utf16 {
      if unit == 0x0A { ends.append(units.count) } else { units.append(unit) }
    }
    precondition(ends.count == dictionary.ends.count, "a word is a line")
  }

  func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : ends[index - 1])..<ends[index]
  }

  /// The numbers of the words in the order of their code units.
  func sorted() -> [Int] {
    // The first four units as one integer decide nearly always.
    let keys = ends.indices.map { index in
      let word = units[range(index)].prefix(4)
      let packed = word.reduce(UInt64(0)) { $0 << 16 | UInt64($1) }
      return (key: packed << UInt64(16 * (4 - word.count)), index: index)
    }
    return keys.sorted { first, second in
      first.key != second.key
        ? first.key < second.key
        : units[range(first.index)].lexicographicallyPrecedes(units[range(second.index)])
    }.map(\.index)
  }
}
