import ICUSupport
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
  func range(of match: PatternMatch) throws(ICUError) -> Range<Int> {
    let (first, last) = (details.words[match.first], details.words[match.last])
    let start = try analyzer.original(ofStart: match.start, in: details.text[first])
    let lower = try before(first.lowerBound + start, match.leading)
    let end = last.lowerBound + (try analyzer.original(ofEnd: match.end, in: details.text[last]))
    let upper = try after(end, match.trailing)
    return lower..<max(lower, upper)
  }

  /// The original text of a match.
  func text(of match: PatternMatch) throws(ICUError) -> ArraySlice<UInt8> {
    details.text[try range(of: match)]
  }

  /// Where so many bytes of separators begin, in search form, that end at a place of the text.
  private func before(_ place: Int, _ count: Int) throws(ICUError) -> Int {
    var (start, left) = (place, count)
    while left > 0, start > 0 {
      var next = start - 1
      while next > 0, details.text[next] & 0xC0 == 0x80 { next -= 1 }
      let form = try analyzer.folded(details.text[next..<start]).bytes
      guard !Self.hasLetter(form) else { break }
      (start, left) = (next, left - Self.length(form))
    }
    return start
  }

  /// Where so many bytes of separators end that begin at a place of the text, a possessive `'s` among them.
  private func after(_ place: Int, _ count: Int) throws(ICUError) -> Int {
    var (end, left, last) = (place, count, ArraySlice<UInt8>())
    while left > 0, end < details.text.count {
      var next = end + 1
      while next < details.text.count, details.text[next] & 0xC0 == 0x80 { next += 1 }
      let form = try analyzer.folded(details.text[end..<next]).bytes
      guard !Self.hasLetter(form) || last + form == Self.possessive else { break }
      (end, left) = (next, left - Self.length(form))
      if !form.isEmpty { last = form }
    }
    return end
  }

  private static let possessive = Array("'s".utf8)[...]

  private static func hasLetter(_ form: ArraySlice<UInt8>) -> Bool {
    String(decoding: form, as: UTF8.self).unicodeScalars
      .contains { CharacterProperties.isLetter($0.value) }
  }

  /// How many bytes matching compares of a separator in search form: none of white space.
  private static func length(_ form: ArraySlice<UInt8>) -> Int {
    let scalars = String(decoding: form, as: UTF8.self).unicodeScalars
    return scalars.allSatisfy { CharacterProperties.isWhiteSpace($0.value) } ? 0 : form.count
  }
}

extension PatternAnalyzer {
  /// Where in the original of a word a match begins.
  ///
  /// - Parameter offset: in bytes of what matching compares.
  func original(ofStart offset: Int, in word: ArraySlice<UInt8>) throws(ICUError) -> Int {
    if offset == 0 { return 0 }
    let (text, pattern) = try forms(of: word)
    if offset >= pattern.count { return word.count }
    let place = Self.place(of: offset, of: pattern.bytes, in: text.bytes, isEnd: false)
    return text.offsets.original(of: place..<place + 1).lowerBound
  }

  /// Where in the original of a word a match ends.
  ///
  /// - Parameter offset: in bytes of what matching compares.
  func original(ofEnd offset: Int, in word: ArraySlice<UInt8>) throws(ICUError) -> Int {
    let (text, pattern) = try forms(of: word)
    if offset >= pattern.count { return word.count }
    let place = Self.place(of: offset, of: pattern.bytes, in: text.bytes, isEnd: true)
    return text.offsets.original(of: 0..<place).upperBound
  }

  /// A word in search form, and what matching compares of it.
  private func forms(
    of word: ArraySlice<UInt8>
  ) throws(ICUError) -> (text: NormalizedText, pattern: TextPattern) {
    let text = try folded(word)
    return (text, try pattern(ofForm: text.bytes))
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
