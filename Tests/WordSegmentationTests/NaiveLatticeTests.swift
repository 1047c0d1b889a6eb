import ICUSupport
import TestSupport
import Testing

@testable import WordSegmentation

/// The segmenter against the plain twin, with words of users and without.
@Suite struct NaiveLatticeTests {
  /// A row of Han made of pieces of words, in the form of the lexicon.
  private func row(
    _ words: [[UInt16]], _ length: Int, _ generator: inout SeededGenerator
  ) -> [UInt16] {
    var row: [UInt16] = []
    while row.count < length {
      let word = words.randomElement(using: &generator)!
      row += word.prefix(Int.random(in: 1...word.count, using: &generator))
    }
    return row
  }

  private func ends(_ row: [UInt16], _ segmenter: WordSegmenter) throws -> [Int] {
    var tokens = TokenBuffer()
    let bytes = Array(String(decoding: row, as: UTF16.self).utf8)
    try segmenter.segment(bytes.span, into: &tokens)
    return tokens.tokens.map { Int($0.end) / 3 }
  }

  @Test(arguments: Lexicon.Form.allCases) func cutsAreTheTwins(form: Lexicon.Form) throws {
    let naive = try NaiveLattice(form)
    let words = naive.costs.keys.filter { $0.allSatisfy { (0x4E00...0x9FFF).contains($0) } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    let segmenter = try WordSegmenter(Lexicon.shared(form))
    var generator = SeededGenerator(seed: 51)
    for _ in 0..<300 {
      let row = row(words, 30, &generator)
      #expect(try ends(row, segmenter) == naive.cut(row).ends)
    }
  }

  @Test(arguments: Lexicon.Form.allCases) func wordsOfUsersAreTheTwins(form: Lexicon.Form) throws {
    let base = try NaiveLattice(form)
    let words = base.costs.keys.filter { $0.allSatisfy { (0x4E00...0x9FFF).contains($0) } }
      .sorted { $0.lexicographicallyPrecedes($1) }
    var generator = SeededGenerator(seed: 52)
    for round in 0..<12 {
      var naive = base
      var lines: [String] = []
      var terms: [[UInt16]] = []
      for _ in 0..<6 {
        let term = row(words, 3, &generator).prefix(6)
        let text = String(decoding: term, as: UTF16.self)
        // In the twin a word has one spelling: terms are words in search form.
        guard form == .search, terms.allSatisfy({ $0 != Array(term) }) else { continue }
        let weight = round % 2 == 0 ? nil : Double.random(in: 1...1e6, using: &generator)
        lines.append(weight.map { "\(text)\t\($0)" } ?? text)
        terms.append(Array(term))
      }
      // Costs of their own cuts are those without any term.
      let costs = terms.enumerated().map { index, term in
        round % 2 == 0
          ? base.cut(term).cost
          : WordCost.ofFrequency(Double(lines[index].split(separator: "\t")[1])!)
      }
      for (term, cost) in zip(terms, costs) {
        naive.set(term, cost: cost)
      }
      let removed = words.randomElement(using: &generator)!
      let removedText = String(decoding: removed, as: UTF16.self)
      if form == .search, !terms.contains(removed) {
        lines.append("-\(removedText)")
        naive.remove(removedText)
      }
      let user = try UserDictionary.parse(Array(lines.joined(separator: "\n").utf8), file: "")
      let segmenter = try WordSegmenter(UserWords(user, Lexicon.shared(form)))
      for _ in 0..<20 {
        let row =
          row(words, 12, &generator) + (terms.randomElement(using: &generator) ?? []) + removed
        #expect(try ends(row, segmenter) == naive.cut(row).ends)
      }
    }
  }
}
