import Algorithms
import ICUSupport
import InvertedIndex
import TextNormalization

/// What stands between the words of one episode after another, as matching compares it.
final class InterwordText {
  private let segment: SegmentReader
  private let analyzer: PatternAnalyzer
  private let crossesCues: Bool
  private var episode = -1
  private var details = EpisodeWords.Details()
  private var stream: EpisodeStream?
  /// Whether the episode has speakers, so that their changes end turns.
  private var hasSpeakers = false

  init(_ segment: SegmentReader, _ analyzer: PatternAnalyzer, crossesCues: Bool) {
    (self.segment, self.analyzer, self.crossesCues) = (segment, analyzer, crossesCues)
  }

  private func load(_ episode: Int) throws {
    guard episode != self.episode else { return }
    details = try segment.surroundings(of: episode)
    stream = try segment.stream(of: episode)
    hasSpeakers = try !segment.record(of: episode).speakers.isEmpty
    self.episode = episode
  }

  /// The separators between a word and the next one; `nil` where a match may not go on to that.
  func separators(after word: Int, in episode: Int) throws -> [UInt8]? {
    try load(episode)
    guard word + 1 < details.words.count, isCrossed(after: word) else { return nil }
    let gap = details.words[word].upperBound..<details.words[word + 1].lowerBound
    return try edges(of: word).tail + separators(in: gap, after: word, before: word + 1)
      + edges(of: word + 1).lead
  }

  /// The separators after a word, as far as a match may reach.
  func trailing(after word: Int, in episode: Int) throws -> [UInt8] {
    if let all = try separators(after: word, in: episode) { return all }
    var last = cue(of: word)
    // Cues without words may follow in the turn.
    while last + 1 < details.cues.count, details.cues[last + 1].words.isEmpty,
      isTurn(last...last + 1)
    {
      last += 1
    }
    let end = details.cues[last].text.upperBound
    return try edges(of: word).tail
      + separators(in: details.words[word].upperBound..<end, after: word)
  }

  /// The separators before a word, as far as a match may reach.
  func leading(before word: Int, in episode: Int) throws -> [UInt8] {
    try load(episode)
    if word > 0, let all = try separators(after: word - 1, in: episode) { return all }
    var first = cue(of: word)
    while first > 0, details.cues[first - 1].words.isEmpty, isTurn(first - 1...first) { first -= 1 }
    let start = details.cues[first].text.lowerBound
    return try separators(in: start..<details.words[word].lowerBound, before: word)
      + edges(of: word).lead
  }

  /// Whether a match may have two words: whether they stand in one turn, or one cue.
  func isOneTurn(from word: Int, to last: Int, in episode: Int) throws -> Bool {
    let stream = try segment.stream(of: episode)
    let (first, end) = (stream.cue(ofWord: word), stream.cue(ofWord: last))
    guard first < end else { return true }
    guard crossesCues, try !segment.record(of: episode).speakers.isEmpty else { return crossesCues }
    try load(episode)
    return isTurn(first...end)
  }

  /// How many bytes of separators before and behind a word came of the same characters as the word.
  func edgeCounts(of word: Int, in episode: Int) throws -> (lead: Int, tail: Int) {
    try load(episode)
    let edges = try edges(of: word)
    return (edges.lead.count, edges.tail.count)
  }

  /// What is left of a part of the text without white space.
  ///
  /// - Parameters: the words that it touches.
  private func separators(
    in range: Range<Int>, after word: Int? = nil, before next: Int? = nil
  ) throws -> [UInt8] {
    let text = details.text[range]
    guard PatternAnalyzer.hasContext(text) else {
      return PatternAnalyzer.separators(ofForm: try analyzer.folded(text).bytes)
    }
    let form = try analyzer.folded(
      text, before: word.flatMap { try scalars(of: $0).last },
      after: next.flatMap { try scalars(of: $0).first })
    return PatternAnalyzer.separators(ofForm: form.bytes)
  }

  /// The code points in search form of a word, and of separators that came of the same characters.
  private func scalars(of word: Int) throws -> [UInt32] {
    let edges = try edges(of: word)
    let key = try segment.key(of: segment.term(ofSpelling: try stream!.spelling(at: word)))
    return String(decoding: edges.lead + key + edges.tail, as: UTF8.self).unicodeScalars.map(
      \.value)
  }

  /// Separators that came of the same character as a word: ㈣ is `(四)` in search form.
  private func edges(of word: Int) throws -> (lead: [UInt8], tail: [UInt8]) {
    let number = try stream!.spelling(at: word)
    let spelling = [UInt8](try segment.spelling(number))[...]
    let key = try segment.key(of: segment.term(ofSpelling: number))
    // Most words are spelled as their key, or have no separator in them.
    guard !spelling.elementsEqual(key) else { return ([], []) }
    let form = try analyzer.folded(spelling).bytes
    guard form.count > key.count, let start = form.firstRange(of: key) else { return ([], []) }
    return (
      PatternAnalyzer.separators(ofForm: form[..<start.lowerBound]),
      PatternAnalyzer.separators(ofForm: form[start.upperBound...])
    )
  }

  /// Whether a match may go on from a word to the next one, whatever stands between them.
  private func isCrossed(after word: Int) -> Bool {
    let (first, last) = (cue(of: word), cue(of: word + 1))
    return isTurn(first...last)
  }

  /// Whether a match may go on from the first of some cues to the last one.
  private func isTurn(_ cues: ClosedRange<Int>) -> Bool {
    guard cues.count > 1 else { return true }
    guard crossesCues else { return false }
    let speaker = details.cues[cues.lowerBound].speaker
    return !hasSpeakers || details.cues[cues].allSatisfy { $0.speaker == speaker }
  }

  private func cue(of word: Int) -> Int {
    details.cues.partitioningIndex { $0.words.upperBound > word }
  }
}

extension PatternAnalyzer {
  /// What is left of a text in search form without its white space.
  fileprivate static func separators(ofForm form: ArraySlice<UInt8>) -> [UInt8] {
    guard !form.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return Array(form) }
    var result: [UInt8] = []
    for scalar in String(decoding: form, as: UTF8.self).unicodeScalars
    where !CharacterProperties.isWhiteSpace(scalar.value) {
      result.append(utf8: scalar.value)
    }
    return result
  }
}
