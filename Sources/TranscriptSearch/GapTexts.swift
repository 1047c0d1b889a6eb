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
  private var stream: EpisodeStream?
  /// Whether the episode has speakers, so that their changes end turns.
  private var hasSpeakers = false

  init(_ part: IndexPart, _ analyzer: PatternAnalyzer, crossesCues: Bool) {
    (self.part, self.analyzer, self.crossesCues) = (part, analyzer, crossesCues)
  }

  private func load(_ episode: Int) throws(IndexError) {
    guard episode != self.episode else { return }
    details = try part.details(of: episode)
    stream = try part.stream(of: episode)
    hasSpeakers = try !part.record(of: episode).speakers.isEmpty
    self.episode = episode
  }

  /// The separators between a word and the next one; `nil` where a match may not go on to that.
  func separators(after word: Int, in episode: Int) throws(IndexError) -> [UInt8]? {
    try load(episode)
    guard word + 1 < details.words.count, isCrossed(after: word) else { return nil }
    let gap = details.words[word].upperBound..<details.words[word + 1].lowerBound
    return try edges(of: word).tail + separators(in: gap) + edges(of: word + 1).lead
  }

  /// The separators after a word, as far as a match may reach.
  func trailing(after word: Int, in episode: Int) throws(IndexError) -> [UInt8] {
    if let all = try separators(after: word, in: episode) { return all }
    let end = details.cues[cue(of: word)].text.upperBound
    return try edges(of: word).tail + separators(in: details.words[word].upperBound..<end)
  }

  /// The separators before a word, as far as a match may reach.
  func leading(before word: Int, in episode: Int) throws(IndexError) -> [UInt8] {
    try load(episode)
    if word > 0, let all = try separators(after: word - 1, in: episode) { return all }
    let start = details.cues[cue(of: word)].text.lowerBound
    return try separators(in: start..<details.words[word].lowerBound) + edges(of: word).lead
  }

  private func separators(in range: Range<Int>) -> [UInt8] {
    (try? analyzer.separators(of: details.text[range])) ?? []
  }

  /// Separators that came of the same character as a word: ㈣ is `(四)` in search form.
  private func edges(of word: Int) throws(IndexError) -> (lead: [UInt8], tail: [UInt8]) {
    let term = part.term(ofSpelling: try stream!.spelling(at: word))
    let key = Array(try part.key(of: term))
    guard let form = try? analyzer.folded(details.text[details.words[word]]).bytes,
      form.count > key.count, let start = form.firstRange(of: key)
    else {
      return ([], [])
    }
    return (
      (try? analyzer.separators(of: form[..<start.lowerBound])) ?? [],
      (try? analyzer.separators(of: form[start.upperBound...])) ?? []
    )
  }

  /// Whether a match may go on from a word to the next one, whatever stands between them.
  private func isCrossed(after word: Int) -> Bool {
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
    let characters = try characters(of: folded(text).bytes)
    return characters.filter { $0.kind != .space }.reduce(into: [UInt8]()) {
      $0.append(utf8: $1.value)
    }
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
