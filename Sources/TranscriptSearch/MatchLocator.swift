import InvertedIndex
import TextNormalization

/// Finds the bytes of the original text that a match covers.
struct MatchLocator {
  private let details: EpisodeWords.Details
  private let analyzer: PatternAnalyzer

  init(_ details: EpisodeWords.Details, _ analyzer: PatternAnalyzer) {
    (self.details, self.analyzer) = (details, analyzer)
  }

  /// The range of a match in the episode's text.
  func range(of match: PatternMatch) -> Range<Int> {
    let (first, last) = (details.words[match.first], details.words[match.last])
    let start = match.start == 0 ? 0 : part(match.start, of: first, isEnd: false)
    let lower = first.lowerBound + start
    return lower..<max(lower, last.lowerBound + part(match.end, of: last, isEnd: true))
  }

  /// Where in the original of a word an offset of what matching compares lies.
  private func part(_ offset: Int, of word: Range<Int>, isEnd: Bool) -> Int {
    guard let text = try? analyzer.folded(details.text[word]),
      let pattern = try? analyzer.pattern(ofForm: text.bytes)
    else {
      return isEnd ? word.count : 0
    }
    if offset >= pattern.count { return word.count }
    let place = Self.place(of: offset, of: pattern.bytes, in: text.bytes, isEnd: isEnd)
    return isEnd
      ? text.offsets.original(of: 0..<place).upperBound
      : text.offsets.original(of: place..<place + 1).lowerBound
  }

  /// Where an offset of what matching compares lies in a key, which may have more white space.
  private static func place(
    of offset: Int, of compared: [UInt8], in key: ArraySlice<UInt8>, isEnd: Bool
  ) -> Int {
    var done = 0
    for (index, byte) in key.enumerated() {
      if isEnd, done == offset { return index }
      guard done < compared.count, byte == compared[done] else { continue }
      if !isEnd, done == offset { return index }
      done += 1
    }
    return key.count
  }
}
