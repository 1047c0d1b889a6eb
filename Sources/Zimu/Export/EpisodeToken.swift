import CorpusAnalysis
import ICUSupport
import InvertedIndex
import TextNormalization
import WordSegmentation

/// A word of a cue, or a character between its words that is not white space.
struct EpisodeToken: Hashable, Sendable {
  /// The original spelling.
  let text: String
  /// The search form.
  let key: String
  /// `symbol` for punctuation, and `other` for letters that are no words, as those of sound marks; the kinds of words
  /// else.
  let kind: WordKind
  /// UTF-8 bytes of the cue's text.
  let range: Range<Int>
  /// When the word of the transcript begins in which it does, in milliseconds, where that has times of words.
  let start: Int?
}

/// Reads the tokens of episodes, cue by cue.
struct TokenReading {
  /// A cue with its tokens, in order.
  struct Cue {
    let number: Int
    let record: CueRecord
    let text: ArraySlice<UInt8>
    let tokens: [EpisodeToken]
  }

  private let reader: IndexReader
  private let folder: SearchFormFolder

  init(_ reader: IndexReader) throws {
    self.reader = reader
    folder = try SearchFormFolder()
  }

  /// Calls `body` with each of some cues of an episode.
  ///
  /// - Parameter numbers: from 0, in order.
  func forEachCue(
    _ numbers: [Int], of episode: Int, _ body: (Cue) throws -> Void
  ) throws {
    let details = try reader.details(of: episode)
    let spellings = try reader.words(of: episode)
    var known: [UInt32: (key: String, kind: WordKind)] = [:]
    for number in numbers {
      let cue = details.cues[number]
      var tokens: [EpisodeToken] = []
      var position = cue.text.lowerBound
      for word in cue.words {
        let place = details.words[word]
        try addOthers(of: position..<place.lowerBound, in: details, cue, to: &tokens)
        let (key, kind) = try term(of: spellings[word], &known)
        tokens.append(
          EpisodeToken(
            text: String(decoding: details.text[place], as: UTF8.self), key: key, kind: kind,
            range: place.moved(by: -cue.text.lowerBound),
            start: details.wordStart(at: place.lowerBound, in: cue)))
        position = place.upperBound
      }
      try addOthers(of: position..<cue.text.upperBound, in: details, cue, to: &tokens)
      try body(Cue(number: number, record: cue, text: details.text[cue.text], tokens: tokens))
    }
  }

  private func term(
    of spelling: UInt32, _ known: inout [UInt32: (key: String, kind: WordKind)]
  ) throws -> (key: String, kind: WordKind) {
    if let term = known[spelling] { return term }
    let number = try reader.term(ofSpelling: Int(spelling))
    let key = String(decoding: try reader.key(of: number), as: UTF8.self)
    let term = (key, WordKind(rawValue: try reader.kind(of: number)) ?? .other)
    known[spelling] = term
    return term
  }

  /// Adds what stands between words: runs of letters and digits, and any other character by itself.
  private func addOthers(
    of place: Range<Int>, in details: EpisodeWords.Details, _ cue: CueRecord,
    to tokens: inout [EpisodeToken]
  ) throws {
    let gap = details.text[place]
    guard gap.contains(where: { $0 > 0x20 }) else { return }
    var run = ""
    var end = gap.startIndex - cue.text.lowerBound
    func add(_ text: String, _ kind: WordKind, before end: Int) throws {
      // What has no search form cannot be seen.
      guard case let key = try folder.fold(text), !key.isEmpty else { return }
      let range = end - text.utf8.count..<end
      let start = details.wordStart(at: cue.text.lowerBound + range.lowerBound, in: cue)
      tokens.append(EpisodeToken(text: text, key: key, kind: kind, range: range, start: start))
    }
    for character in String(decoding: gap, as: UTF8.self) {
      let isOfRun = character.isLetter || character.isNumber
      if !isOfRun, !run.isEmpty {
        try add(run, .other, before: end)
        run = ""
      }
      end += character.utf8.count
      if isOfRun {
        run.append(character)
      } else if !character.isWhitespace {
        try add(String(character), .symbol, before: end)
      }
    }
    if !run.isEmpty { try add(run, .other, before: end) }
  }
}

extension Range<Int> {
  fileprivate func moved(by distance: Int) -> Range<Int> {
    lowerBound + distance..<upperBound + distance
  }
}
