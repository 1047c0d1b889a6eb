import FilePaths
import InvertedIndex
import TextNormalization
import Transcripts
import UserInput

extension TranscriptIndex {
  /// Returns the transcript of an episode, or the part around a moment.
  ///
  /// - Parameter request: the episode and the moment.
  /// - Throws: `ZimuError` with the code `episodeNotFound`, `episodeAmbiguous`, `invalidRequest` or
  ///   `indexDamaged`. The code is `timesMissing` if a moment is requested and the episode has no times.
  /// - Complexity: O(episodes + words of the episode).
  public func transcript(_ request: TranscriptRequest) throws(ZimuError) -> EpisodeTranscript {
    try translatingErrors {
      try request.check()
      let episode = try episode(named: request.episode)
      let reader = try TranscriptReading(self, simplified: request.isSimplified)
      var cues = try reader.cues(of: episode.position)
      if let moment = request.moment {
        guard cues.contains(where: { $0.start != nil }) else {
          throw InputError(.noTimes(episode: episode.name))
        }
        cues.removeAll { !$0.touches(moment - request.around...moment + request.around) }
      }
      return EpisodeTranscript(episode: episode, cues: cues)
    }
  }

  /// Returns the episode with a name.
  ///
  /// - Parameter name: a path, an `Episode.name`, `id:` and an `Episode.id`, or a unique part of a name. If
  ///   no name contains it, a unique part of a title.
  /// - Throws: `ZimuError` with the code `episodeNotFound`, `episodeAmbiguous` or `indexDamaged`.
  /// - Complexity: O(episodes).
  public func episode(named name: String) throws(ZimuError) -> Episode {
    try translatingErrors {
      let paths = try records.map(\.path)
      let found = try named(name, of: paths)
      guard let episode = found.first else { throw InputError(.noEpisode(name: name)) }
      guard found.count == 1 else {
        let names = try names
        throw InputError(.severalEpisodes(name: name, names: found.map { names[$0] }))
      }
      return try self.episode(at: episode)
    }
  }

  /// The episodes that a name stands for; else those with the name in their names, in search form; else in their titles.
  private func named(_ name: String, of paths: [FilePath]) throws -> [Int] {
    do {
      let found = Set(try NamedEpisodes(paths).paths(of: name))
      return paths.indices.filter { found.contains(paths[$0]) }
    } catch let error as InputError {
      guard case .noEpisode = error.code, !name.isEmpty else { throw error }
    }
    let folder = try SearchFormFolder()
    let form = try folder.fold(name)
    let found = try positions(of: try names) { try folder.fold($0).contains(form) }
    guard found.isEmpty else { return found }
    return try positions(of: try records) { try folder.fold($0.title).contains(form) }
  }

  private func positions<Element>(
    of elements: [Element], where fits: (Element) throws -> Bool
  ) rethrows -> [Int] {
    try elements.indices.filter { try fits(elements[$0]) }
  }
}

/// Reads the cues of episodes for people.
struct TranscriptReading {
  private let index: TranscriptIndex
  private let converter: SimplifiedConverter?

  init(_ index: TranscriptIndex, simplified: Bool) throws {
    self.index = index
    converter = simplified ? try SimplifiedConverter() : nil
  }

  /// All cues of an episode.
  func cues(of episode: Int) throws -> [EpisodeTranscript.Cue] {
    let details = try index.reader.details(of: episode)
    let speakers = try index.reader.record(of: episode).speakers.map(shown)
    return details.cues.enumerated().map { number, cue in
      let (text, times) = shown(cue, of: details)
      return EpisodeTranscript.Cue(
        number: number + 1, start: cue.start, end: cue.end,
        speaker: cue.speaker.map { speakers[$0] } ?? "", text: text, wordTimes: times)
    }
  }

  private func shown(
    _ cue: CueRecord, of details: EpisodeWords.Details
  ) -> (text: String, times: [EpisodeTranscript.WordTime]) {
    let text = Array(details.text[cue.text])
    let times = details.wordTimes(in: cue.text).map {
      EpisodeTranscript.WordTime(
        offset: $0.offset - cue.text.lowerBound, start: Int($0.start))
    }
    guard let converter else { return (String(decoding: text, as: UTF8.self), times) }
    let converted = converter.convert(text.span)
    return (
      String(decoding: converted.bytes, as: UTF8.self), times.moved(by: converted.offsets.edits)
    )
  }

  private func shown(_ text: String) -> String { converter?.convert(text) ?? text }
}

extension [EpisodeTranscript.WordTime] {
  /// The times of words in a text whose lengths were changed.
  fileprivate func moved(by edits: [OffsetMap.Edit]) -> [Element] {
    var (next, shift) = (edits[...], 0)
    return map { time in
      while let edit = next.first, edit.original.upperBound <= time.offset {
        shift = edit.form.upperBound - edit.original.upperBound
        next.removeFirst()
      }
      let edit = next.first.flatMap { $0.original.lowerBound <= time.offset ? $0 : nil }
      return Element(offset: edit?.form.lowerBound ?? time.offset + shift, start: time.start)
    }
  }
}

extension EpisodeTranscript.Cue {
  /// Whether any of the cue lies in a span of time; one without a start does not.
  fileprivate func touches(_ span: ClosedRange<Int>) -> Bool {
    guard let start else { return false }
    return start <= span.upperBound && max(start, end ?? start) >= span.lowerBound
  }
}
