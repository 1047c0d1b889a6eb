import CorpusAnalysis
import InvertedIndex

extension TranscriptIndex {
  /// Lines in which terms stand, of each as many as asked for, spread over episodes and time.
  func evidence(
    of list: [Int], _ terms: TermInventory, in members: [CorpusSelection.Member], count: Int
  ) throws -> [[EvidenceLine]] {
    guard count > 0, !list.isEmpty else { return list.map { _ in [] } }
    let places = try TermPlaces.places(
      of: list, terms, in: members, of: reader, count: count)
    return try places.map { try $0.map(line) }
  }

  /// The line at a place.
  func line(_ place: TermPlaces.Place) throws -> EvidenceLine {
    let record = try reader.record(of: place.episode)
    let details = try reader.details(of: place.episode)
    let cue = details.cues[details.cue(ofWord: place.words.lowerBound)]
    let last = min(place.words.upperBound, cue.words.upperBound) - 1
    let start = details.words[place.words.lowerBound].lowerBound - cue.text.lowerBound
    return EvidenceLine(
      episode: try name(of: place.episode), show: record.show, date: record.date,
      start: cue.start, end: cue.end,
      speaker: cue.speaker.map { record.speakers[$0] } ?? "",
      text: String(decoding: details.text[cue.text], as: UTF8.self),
      match: start..<details.words[last].upperBound - cue.text.lowerBound,
      url: record.link(toSecond: (cue.start ?? 0) / 1000))
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
