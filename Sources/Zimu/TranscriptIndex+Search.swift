import InvertedIndex
import TranscriptSearch

extension TranscriptIndex {
  /// Finds the cues in which the words of a query were said.
  ///
  /// - Parameters:
  ///   - query: words and "phrases" of words, all of which an episode must have; cut into words
  ///     as the transcripts were.
  ///   - selection: a filter on fields, such as `show:indigo`.
  ///   - limit: the most hits.
  ///   - perEpisode: the most hits of one episode.
  /// - Throws: `QueryError` for a query or selection that does not parse, `IndexError` for a
  ///   damaged index.
  public func search(
    _ query: String, selection: String? = nil, limit: Int = 20, perEpisode: Int = 3
  ) throws -> SearchResults {
    let analyzer = try CueAnalyzer(Segmentation(of: reader))
    let parsed = try WordQuery(parsing: query) { try analyzer.unit(of: $0) }
    let filter = try filter(selection)
    let matches = try WordSearch(reader).run(parsed, includes: filter.includes) {
      (unit, posting) throws(IndexError) in
      try literalPositions(of: unit, in: posting, analyzer)
    }
    var hits: [SearchResults.Hit] = []
    for match in matches where hits.count < limit {
      let cues = try reader.cues(of: match.episode)
      let text = try reader.text(of: match.episode)
      for found in match.cues.prefix(min(perEpisode, limit - hits.count)) {
        let cue = cues[found.cue]
        hits.append(
          try hit(found, cue, text[cue.text], of: match, rank: hits.count + 1, analyzer))
      }
    }
    return SearchResults(
      hits: hits, cueCount: matches.reduce(0) { $0 + $1.cues.count }, episodeCount: matches.count)
  }

  /// The positions of a posting at which a unit with punctuation stands as it is written.
  private func literalPositions(
    of unit: WordQuery.Unit, in posting: Posting, _ analyzer: CueAnalyzer
  ) throws(IndexError) -> [Int] {
    guard let literal = unit.literal else { return posting.positions }
    let cues = try reader.cues(of: posting.episode)
    let text = try reader.text(of: posting.episode)
    var number = 0
    return posting.positions.filter { position in
      while cues[number].words.upperBound <= position { number += 1 }
      let cue = cues[number]
      let index = position - cue.words.lowerBound
      guard let words = try? analyzer.words(of: text[cue.text]), index < words.words.count else {
        return false
      }
      let start = words.words[index].key.lowerBound - literal.lead
      return start >= 0 && words.form[start...].starts(with: literal.form)
    }
  }

  private func hit(
    _ match: EpisodeMatch.Cue, _ cue: CueRecord, _ text: ArraySlice<UInt8>,
    of episode: EpisodeMatch, rank: Int, _ analyzer: CueAnalyzer
  ) throws -> SearchResults.Hit {
    let record = try reader.record(of: episode.episode)
    let words = try analyzer.words(of: text).words
    let ranges = match.words.map { match in
      // A match may reach into the next cue: here it ends with the cue.
      let first = match.lowerBound - cue.words.lowerBound
      let last = min(match.upperBound, cue.words.upperBound) - cue.words.lowerBound - 1
      // Another ICU than the index was made with may cut the cue otherwise: then all of it is shown.
      guard last < words.count else { return 0..<text.count }
      return words[first].original.lowerBound..<words[last].original.upperBound
    }
    return SearchResults.Hit(
      rank: rank, score: episode.score, episode: try names[episode.episode], show: record.show,
      date: record.date, start: cue.start, end: cue.end,
      speaker: cue.speaker.map { record.speakers[$0] } ?? "",
      text: String(decoding: text, as: UTF8.self), matches: ranges.merged())
  }
}

extension CueAnalyzer {
  /// The words of one unit of a query.
  fileprivate func unit(of text: String) throws -> WordQuery.Unit {
    let words = try self.words(of: Array(text.utf8)[...])
    let hasPunctuation = words.lead == .other || words.words.contains { $0.gap == .other }
    return WordQuery.Unit(
      keys: words.words.map { Array(words.form[$0.key]) },
      gaps: words.words.dropLast().map(\.gap),
      literal: hasPunctuation ? (words.form, words.words.first?.key.lowerBound ?? 0) : nil)
  }
}

extension [Range<Int>] {
  /// The ranges in ascending order, those that touch or overlap made one.
  fileprivate func merged() -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<Swift.max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }
}
