import ICUSupport
import InvertedIndex
import TextNormalization

/// What stands between the words of one episode after another, as matching compares it.
final class GapTexts {
  private let part: IndexPart
  private let analyzer: PatternAnalyzer
  private let crossesCues: Bool
  private var episode = -1
  private var details = EpisodeWords.Details()
  /// Whether the episode has speakers, so that their changes end turns.
  private var hasSpeakers = false

  init(_ part: IndexPart, _ analyzer: PatternAnalyzer, crossesCues: Bool) {
    (self.part, self.analyzer, self.crossesCues) = (part, analyzer, crossesCues)
  }

  private func load(_ episode: Int) throws(IndexError) {
    guard episode != self.episode else { return }
    details = try part.details(of: episode)
    hasSpeakers = try !part.record(of: episode).speakers.isEmpty
    self.episode = episode
  }

  /// The separators after a word, or, for -1, before the first one; `nil` where a match may not go on
  /// to the next word.
  func separators(after word: Int, in episode: Int) throws(IndexError) -> [UInt8] {
    try load(episode)
    let words = details.words
    let start = word < 0 ? 0 : words[word].upperBound
    let end = word + 1 < words.count ? words[word + 1].lowerBound : details.text.count
    return (try? analyzer.separators(of: details.text[start..<end])) ?? []
  }

  /// Whether a match may go on from a word to the next one, whatever stands between them.
  func isCrossed(after word: Int, in episode: Int) throws(IndexError) -> Bool {
    try load(episode)
    guard word >= 0, word + 1 < details.words.count else { return false }
    let (first, last) = (cue(of: word), cue(of: word + 1))
    guard first < last else { return true }
    guard crossesCues else { return false }
    return !hasSpeakers
      || details.cues[first...last].allSatisfy { $0.speaker == details.cues[first].speaker }
  }

  private func cue(of word: Int) -> Int {
    details.cues.partitioningIndex { $0.words.upperBound > word }
  }
}

extension PatternAnalyzer {
  /// What is left of a text, in search form, without its white space.
  fileprivate func separators(of text: ArraySlice<UInt8>) throws -> [UInt8] {
    try characters(of: folded(text).bytes).filter { $0.kind != .space }
      .reduce(into: [UInt8]()) { $0.append(utf8: $1.value) }
  }
}

extension Array {
  /// The first index whose element is in the second part, of which all before are not.
  func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
    var (first, last) = (startIndex, endIndex)
    while first < last {
      let middle = (first + last) / 2
      if isSecond(self[middle]) { last = middle } else { first = middle + 1 }
    }
    return first
  }
}
