import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Lines in which terms stand, of each as many as asked for, spread over episodes and time.
  func evidence(
    of list: [Int], _ terms: TermInventory, in members: [CorpusSelection.Member], count: Int
  ) throws -> [[EvidenceLine]] {
    guard count > 0, !list.isEmpty else { return list.map { _ in [] } }
    return try lines(
      at: try TermPlaces.places(of: list, terms, in: members, of: reader, count: count))
  }

  /// The lines at places; each episode is read once.
  func lines(at places: [[TermPlaces.Place]]) throws -> [[EvidenceLine]] {
    var lines: [[EvidenceLine?]] = places.map { $0.map { _ in nil } }
    let all = places.enumerated().flatMap { row, places in
      places.enumerated().map { (row: row, number: $0.offset, place: $0.element) }
    }.sorted { $0.place.episode < $1.place.episode }
    var reader: LineReader?
    for entry in all {
      if reader?.episode != entry.place.episode {
        reader = try LineReader(self, entry.place.episode)
      }
      lines[entry.row][entry.number] = reader?.line(at: entry.place.words)
    }
    return lines.map { $0.compactMap(\.self) }
  }
}

/// Reads lines of one episode.
private struct LineReader {
  let episode: Int
  private let name: String
  private let record: EpisodeRecord
  private let details: EpisodeWords.Details

  init(_ index: TranscriptIndex, _ episode: Int) throws {
    self.episode = episode
    name = try index.name(of: episode)
    record = try index.reader.record(of: episode)
    details = try index.reader.details(of: episode)
  }

  func line(at words: Range<Int>) -> EvidenceLine {
    let number = details.cue(ofWord: words.lowerBound)
    let cue = details.cues[number]
    let last = min(words.upperBound, cue.words.upperBound) - 1
    let match = details.words[words.lowerBound].lowerBound..<details.words[last].upperBound
    let start = details.wordStart(at: match.lowerBound, in: cue)
    let excerpt = Excerpt(of: details.text, cue.text, around: match)
    return EvidenceLine(
      cue: CitedCue(
        cue, at: number, of: record, named: name, text: excerpt.text, matchStart: start),
      match: excerpt.match, matchStart: start)
  }
}

/// What is shown of a cue: all of it, or, of one that is long, what stands around a match.
private struct Excerpt {
  let text: String
  /// In UTF-8 bytes of the text.
  let match: Range<Int>

  /// Cues of fewer bytes are shown whole: some 130 Han characters.
  private static let longest = 400
  private static let before = 90
  private static let after = 210

  init(of text: [UInt8], _ cue: Range<Int>, around match: Range<Int>) {
    guard cue.count > Self.longest else {
      self.text = String(decoding: text[cue], as: UTF8.self)
      self.match = match.lowerBound - cue.lowerBound..<match.upperBound - cue.lowerBound
      return
    }
    let matchEnd = min(match.upperBound, match.lowerBound + Self.longest)
    let start = Self.boundary(text, max(cue.lowerBound, match.lowerBound - Self.before), cue)
    let end = Self.boundary(text, min(cue.upperBound, matchEnd + Self.after), cue)
    let lead = start > cue.lowerBound ? "…" : ""
    self.text =
      lead + String(decoding: text[start..<end], as: UTF8.self)
      + (end < cue.upperBound ? "…" : "")
    let shift = lead.utf8.count - start
    self.match = match.lowerBound + shift..<min(match.upperBound, end) + shift
  }

  /// The start of the character at a position.
  private static func boundary(_ text: [UInt8], _ position: Int, _ cue: Range<Int>) -> Int {
    var position = position
    while position > cue.lowerBound, position < cue.upperBound, text[position] & 0xC0 == 0x80 {
      position -= 1
    }
    return position
  }
}

extension EpisodeWords.Details {
  /// The number of the cue in which a word stands.
  fileprivate func cue(ofWord word: Int) -> Int {
    var (first, last) = (0, cues.count - 1)
    while first < last {
      let middle = (first + last) / 2
      if cues[middle].words.upperBound <= word { first = middle + 1 } else { last = middle }
    }
    return first
  }
}
