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
    let (first, last) = (details.word(match.first), details.word(match.last))
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
      let form = try form(of: next..<start)
      guard try isSeparator(form, at: next) else { break }
      (start, left) = (next, left - Self.length(form))
    }
    return start
  }

  /// Where so many bytes of separators end that begin at a place of the text.
  private func after(_ place: Int, _ count: Int) throws(ICUError) -> Int {
    var (end, left) = (place, count)
    while left > 0, end < details.text.count {
      var next = end + 1
      while next < details.text.count, details.text[next] & 0xC0 == 0x80 { next += 1 }
      let form = try form(of: end..<next)
      guard try isSeparator(form, at: end) else { break }
      (end, left) = (next, left - Self.length(form))
    }
    return end
  }

  /// Whether a character has no letter, or is the s of a possessive, which belongs to no word.
  ///
  /// - Parameter form: of the character at a place.
  private func isSeparator(_ form: ArraySlice<UInt8>, at place: Int) throws(ICUError) -> Bool {
    guard Self.scalars(form).contains(where: { CharacterProperties.isLetter($0.value) }) else {
      return true
    }
    guard form == [UInt8(ascii: "s")] else { return false }
    return try scalar(before: place) == 0x27
  }

  /// The search form of a character, which may depend on what stands beside it.
  private func form(of range: Range<Int>) throws(ICUError) -> ArraySlice<UInt8> {
    let text = details.text[range]
    guard PatternAnalyzer.hasContext(text) else { return try analyzer.folded(text).bytes }
    return try analyzer.folded(
      text, before: scalar(before: range.lowerBound), after: scalar(from: range.upperBound)
    ).bytes
  }

  /// How many bytes are folded at a time, until they come to something.
  private static let step = 16

  /// The code point in search form that stands before a place.
  private func scalar(before place: Int) throws(ICUError) -> UInt32? {
    var end = place
    while end > 0 {
      var start = max(0, end - Self.step)
      while start > 0, details.text[start] & 0xC0 == 0x80 { start -= 1 }
      if let last = Self.scalars(try analyzer.folded(details.text[start..<end]).bytes).last {
        return last.value
      }
      end = start
    }
    return nil
  }

  /// The code point in search form that stands at a place or, if nothing comes of that, behind it.
  private func scalar(from place: Int) throws(ICUError) -> UInt32? {
    var start = place
    while start < details.text.count {
      var end = min(details.text.count, start + Self.step)
      while end < details.text.count, details.text[end] & 0xC0 == 0x80 { end += 1 }
      if let first = Self.scalars(try analyzer.folded(details.text[start..<end]).bytes).first {
        return first.value
      }
      start = end
    }
    return nil
  }

  private static func scalars(_ form: ArraySlice<UInt8>) -> String.UnicodeScalarView {
    String(decoding: form, as: UTF8.self).unicodeScalars
  }

  /// How many bytes matching compares of a separator in search form: none of white space.
  private static func length(_ form: ArraySlice<UInt8>) -> Int {
    scalars(form).allSatisfy { CharacterProperties.isWhiteSpace($0.value) } ? 0 : form.count
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
