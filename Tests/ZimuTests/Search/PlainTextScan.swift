import Foundation
import ICUSupport
import InvertedIndex
import TextNormalization
import Transcripts

@testable import TranscriptSearch

/// The plain twin of text search: a scan through the search form of every turn, knowing nothing of
/// words but where ICU's rules have boundaries.
struct PlainTextScan {
  /// A turn as it is scanned: white space where it counts, a barrier where there is a sound mark.
  fileprivate struct Turn {
    var bytes: [UInt8] = []
    /// For each byte where its character lies in the episode's text.
    var original: [Range<Int>] = []
    var isBoundary: [Bool] = []
    var kinds: [TextPattern.Kind] = []
    /// The bytes, a zero after the last, as C has strings.
    var string: [CChar] = []
  }

  private static let barrier: UInt8 = 0xFF
  fileprivate let episodes: [[Turn]]
  private let texts: [[UInt8]]

  init(_ index: IndexReader, _ analyzer: PatternAnalyzer) throws {
    var episodes: [[Turn]] = []
    for episode in 0..<index.episodeCount {
      let text = try index.text(of: episode)
      let hasSpeakers = try !index.record(of: episode).speakers.isEmpty
      var turns = [Turn()]
      var last: Int??
      for cue in try index.cues(of: episode) {
        if hasSpeakers, let last, last != cue.speaker { turns.append(Turn()) }
        last = .some(cue.speaker)
        try turns[turns.count - 1].add(text, cue.text, analyzer)
      }
      for index in turns.indices {
        turns[index].string = turns[index].bytes.map(CChar.init(bitPattern:)) + [0]
      }
      episodes.append(turns.filter { !$0.bytes.isEmpty })
    }
    self.episodes = episodes
    texts = try (0..<index.episodeCount).map { try index.text(of: $0) }
  }

  /// Where a pattern stands, as byte ranges of an episode's text.
  struct Place {
    /// From the first character of a word to the last one, and with separators at the ends.
    let words: Range<Int>
    let all: Range<Int>
  }

  /// Where a pattern stands in each episode.
  func places(of pattern: TextPattern) -> [Int: [Place]] {
    var places: [Int: [Place]] = [:]
    for (episode, turns) in episodes.enumerated() {
      let found = turns.flatMap { $0.places(of: pattern) }
      if !found.isEmpty { places[episode] = found }
    }
    return places
  }

  /// Where a text stands in each episode that is spelled so in the original.
  func places(spelled text: String, _ analyzer: PatternAnalyzer) throws -> [Int: [Place]] {
    let pattern = try analyzer.pattern(of: text)
    let spelling = try analyzer.seen(Array(text.utf8))
    var places: [Int: [Place]] = [:]
    for (episode, turns) in episodes.enumerated() {
      for turn in turns {
        for range in turn.ranges(of: pattern) {
          let original = turn.characters(in: range).flatMap { texts[episode][$0] }
          guard try analyzer.seen(original) == spelling else { continue }
          places[episode, default: []].append(turn.place(range, of: pattern))
        }
      }
    }
    return places
  }

  var hasWords: Bool { episodes.joined().contains { $0.kinds.contains(where: \.isWord) } }

  /// Whether what was found is what was to be found.
  static func agree(_ found: [Range<Int>], _ expected: [Place]) -> Bool {
    found.count == expected.count
      && zip(found, expected).allSatisfy { found, expected in
        // Separators at the ends of a text belong to what is found only inside of words (`3.` in 3.5).
        found.lowerBound >= expected.all.lowerBound && found.upperBound <= expected.all.upperBound
          && found.lowerBound <= expected.words.lowerBound
          && found.upperBound >= expected.words.upperBound
      }
  }

  /// A part of what is scanned, at random: up to `length` characters of words of one turn.
  func sample(_ length: Int, _ random: inout some RandomNumberGenerator) -> String {
    while true {
      guard let turn = episodes.randomElement(using: &random)?.randomElement(using: &random) else {
        continue
      }
      var start = Int.random(in: 0..<turn.bytes.count, using: &random)
      while start > 0, turn.bytes[start] & 0xC0 == 0x80 { start -= 1 }
      var (end, count) = (start, 0)
      while end < turn.bytes.count, count < length, turn.bytes[end] != Self.barrier {
        end += 1
        while end < turn.bytes.count, turn.bytes[end] & 0xC0 == 0x80 { end += 1 }
        count += 1
      }
      if turn.kinds[start..<end].contains(where: \.isWord) {
        return String(decoding: turn.bytes[start..<end], as: UTF8.self)
      }
    }
  }
}

extension PlainTextScan.Turn {
  fileprivate mutating func add(
    _ text: [UInt8], _ cue: Range<Int>, _ analyzer: PatternAnalyzer
  ) throws {
    let form = try analyzer.folded(text[cue])
    let bytes = Array(form.bytes)
    let marks = SoundMarks.ranges(in: bytes[...])
    var isAfterSpace = true
    var position = 0
    for character in try analyzer.characters(of: bytes[...]) {
      var encoded: [UInt8] = []
      encoded.append(utf8: character.value)
      let range = position..<position + encoded.count
      position = range.upperBound
      if marks.contains(where: { $0.overlaps(range) }) {
        append([0xFF], cue.lowerBound..<cue.lowerBound, .separator, true)
        isAfterSpace = false
      } else if character.kind == .space {
        isAfterSpace = true
      } else {
        if isAfterSpace, let last = kinds.last, Self.isSpaced(last), Self.isSpaced(character.kind) {
          append([0x20], cue.lowerBound..<cue.lowerBound, .space, true)
        }
        let original = form.offsets.original(of: range)
        append(
          encoded,
          cue.lowerBound + original.lowerBound..<cue.lowerBound + original.upperBound,
          character.kind, character.isStart || isAfterSpace)
        isAfterSpace = false
      }
    }
  }

  private static func isSpaced(_ kind: TextPattern.Kind) -> Bool {
    kind == .letter || kind == .kana
  }

  private mutating func append(
    _ encoded: [UInt8], _ range: Range<Int>, _ kind: TextPattern.Kind, _ isStart: Bool
  ) {
    for (index, byte) in encoded.enumerated() {
      bytes.append(byte)
      original.append(range)
      isBoundary.append(isStart && index == 0)
      kinds.append(kind)
    }
  }

  fileprivate func places(of pattern: TextPattern) -> [PlainTextScan.Place] {
    ranges(of: pattern).map { place($0, of: pattern) }
  }

  /// Where the characters of a range lie in the episode's text, each once.
  fileprivate func characters(in range: Range<Int>) -> [Range<Int>] {
    var characters: [Range<Int>] = []
    for index in range where kinds[index] != .space && characters.last != original[index] {
      characters.append(original[index])
    }
    return characters
  }

  fileprivate func ranges(of pattern: TextPattern) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    // No transcript has a zero byte.
    string.withUnsafeBufferPointer { text in
      (pattern.bytes + [0]).map(CChar.init(bitPattern:)).withUnsafeBufferPointer { needle in
        var start = 0
        while let found = strstr(text.baseAddress! + start, needle.baseAddress!) {
          let place = UnsafePointer(found) - text.baseAddress!
          if isPlace(place, of: pattern) { ranges.append(place..<place + pattern.count) }
          start = place + 1
        }
      }
    }
    return ranges
  }

  private func isPlace(_ start: Int, of pattern: TextPattern) -> Bool {
    let end = start + pattern.count
    if pattern.kinds.first == .letter, !isBoundary[start] { return false }
    return pattern.kinds.last != .letter || end == bytes.count || isBoundary[end]
  }

  fileprivate func place(_ range: Range<Int>, of pattern: TextPattern) -> PlainTextScan.Place {
    let words = pattern.kinds.indices.filter { pattern.kinds[$0].isWord }
    let (first, last) = (range.lowerBound + words.first!, range.lowerBound + words.last!)
    return PlainTextScan.Place(
      words: original[first].lowerBound..<original[last].upperBound,
      all: original[range.lowerBound].lowerBound..<original[range.upperBound - 1].upperBound)
  }
}

extension PatternAnalyzer {
  /// The code points of a text that do not become nothing or white space in search form.
  fileprivate func seen(_ text: [UInt8]) throws -> [Unicode.Scalar] {
    try String(decoding: text, as: UTF8.self).unicodeScalars.filter { scalar in
      let form = try folded(Array(String(scalar).utf8)[...]).bytes
      return !String(decoding: form, as: UTF8.self).allSatisfy(\.isWhitespace)
    }
  }
}

extension SearchState {
  /// Where a pattern stands in each episode, as byte ranges of the episodes' texts.
  func places(of pattern: TextPattern) throws -> [Int: [Range<Int>]] {
    var places: [Int: [Range<Int>]] = [:]
    for (number, segment) in searcher.segments.enumerated() {
      let matcher = try matcher(for: pattern, in: number)
      for hits in try matcher.hits() {
        guard let global = segment.number(of: hits.episode) else { continue }
        let locator = MatchLocator(try segment.reader.details(of: hits.episode), analyzer)
        places[global] = try matcher.matches(in: hits.episode).map { try locator.range(of: $0) }
        // What is counted is what is found.
        if places[global]!.count != hits.count { places[global] = [] }
      }
    }
    return places
  }
}
