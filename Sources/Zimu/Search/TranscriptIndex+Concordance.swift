import Hashing
import InvertedIndex
import Reporting
import TranscriptSearch

extension TranscriptIndex {
  /// Returns the concordance (KWIC) of a query: each occurrence with its context.
  ///
  /// - Parameter request: the query, the order of the lines, and their width.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest` or `indexDamaged`.
  /// - Complexity: O(episodes found × their words).
  public func concordance(_ request: ConcordanceRequest) throws(ZimuError) -> Concordance {
    try translatingErrors {
      try request.check()
      let run = try prepare(
        request.query, selection: request.selection, crossesCues: request.crossesCues,
        excluding: request.excludedRepetitions)
      let repeated = try repeatedCues(but: request.excludedRepetitions)
      var places: [ConcordancePlace] = []
      for episode in try run.episodes().map(\.episode) {
        for cue in try run.cues(of: episode) {
          places += cue.matches.map { ConcordancePlace(episode: episode, cue: cue.cue, match: $0) }
        }
      }
      let occurrences = places.count
      if let sample = request.sample { places = places.sample(sample, seed: request.seed) }
      if !request.order.isEmpty { try sort(&places, request.order) }
      return Concordance(
        lines: try lines(places.prefix(request.limit), run, width: request.width, repeated),
        occurrences: occurrences, repetitions: repeated.repetitions)
    }
  }

  private func sort(
    _ places: inout [ConcordancePlace], _ order: [ConcordanceRequest.SortKey]
  ) throws {
    var keyed: [(keys: [[UInt8]], number: Int)] = []
    var last: (episode: Int, terms: [UInt32])?
    for (number, place) in places.enumerated() {
      if last?.episode != place.episode {
        last = (place.episode, try reader.terms(of: place.episode))
      }
      let keys = try order.map { key -> [UInt8] in
        let word = key.offset < 0 ? place.match.first + key.offset : place.match.last + key.offset
        guard let terms = last?.terms, terms.indices.contains(word) else { return [] }
        return Array(try reader.key(of: Int(terms[word])))
      }
      keyed.append((keys, number))
    }
    keyed.sort { first, second in
      for (one, other) in zip(first.keys, second.keys) where one != other {
        return one.lexicographicallyPrecedes(other)
      }
      return first.number < second.number
    }
    places = keyed.map { places[$0.number] }
  }

  private func lines(
    _ places: ArraySlice<ConcordancePlace>, _ run: PreparedQuery, width: Int,
    _ repeated: RepeatedCues
  ) throws -> [Concordance.Line] {
    // Sorted lines go back and forth between episodes, of which each is read once.
    var last: (number: Int, record: EpisodeRecord, name: String, details: EpisodeDetails)?
    var lines = [Concordance.Line?](repeating: nil, count: places.count)
    for (index, place) in places.enumerated().sorted(by: { $0.1.episode < $1.1.episode }) {
      if last?.number != place.episode {
        last = (
          place.episode, try reader.record(of: place.episode), try name(of: place.episode),
          try run.details(of: place.episode)
        )
      }
      let (record, episode) = (last!.record, last!.details)
      let cue = episode.cue(place.cue)
      let range = try episode.range(of: place.match)
      let text = episode.text
      lines[index] = Concordance.Line(
        episode: last!.name, date: record.date, start: cue.start,
        matchStart: episode.wordStart(at: range.lowerBound, in: cue),
        speaker: cue.speaker.map { record.speakers[$0] } ?? "",
        left: text[..<range.lowerBound].ending(cells: width),
        match: text[range].onOneLine, right: text[range.upperBound...].beginning(cells: width),
        repetitions: repeated.repetitions(of: place.cue, in: place.episode))
    }
    return lines.compactMap(\.self)
  }
}

/// Where a line of a concordance has its middle.
private struct ConcordancePlace {
  let episode: Int
  let cue: Int
  let match: PatternMatch
}

extension [ConcordancePlace] {
  /// So many of the places, in their order, each equally likely (A. Vitter, algorithm R).
  fileprivate func sample(_ count: Int, seed: UInt64) -> [ConcordancePlace] {
    guard count < self.count else { return self }
    var random = SplitMix64(seed: seed)
    var chosen = [Int](0..<count)
    for index in count..<self.count {
      let place = Int.random(in: 0...index, using: &random)
      if place < count { chosen[place] = index }
    }
    return chosen.sorted().map { self[$0] }
  }
}

extension ArraySlice<UInt8> {
  /// No more bytes of a text than this are looked at for one line: no cell has more.
  private static let bytesPerCell = 16

  /// The text with a space for each row of line feeds and other white space.
  fileprivate var onOneLine: String {
    String(decoding: self, as: UTF8.self)
      .split(omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
      .joined(separator: " ")
  }

  /// The beginning of the text that fits some cells.
  fileprivate func beginning(cells: Int) -> String {
    var part = prefix(cells * Self.bytesPerCell)
    while !part.isEmpty, part.endIndex < endIndex, self[part.endIndex] & 0xC0 == 0x80 {
      part = part.dropLast()
    }
    let isSpaced = first.map { $0 == 0x20 || $0 == 0x0A } ?? false
    let line = (isSpaced ? " " : "") + part.onOneLine
    return String(DisplayWidth.prefix(of: line, fitting: cells))
  }

  /// The end of the text that fits some cells.
  fileprivate func ending(cells: Int) -> String {
    var part = suffix(cells * Self.bytesPerCell)
    while let first = part.first, first & 0xC0 == 0x80 { part = part.dropFirst() }
    let isSpaced = last.map { $0 == 0x20 || $0 == 0x0A } ?? false
    let line = part.onOneLine + (isSpaced ? " " : "")
    return String(DisplayWidth.suffix(of: line, fitting: cells))
  }
}
