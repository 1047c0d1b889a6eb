import FilePaths
import InvertedIndex
import TextNormalization
import Transcripts
import UserInput

extension TranscriptIndex {
  /// The text of an episode with its times and speakers, or the part around a moment.
  ///
  /// - Throws: `ZimuError` if there is no such episode, if the name stands for several, or if a moment of one without
  ///   times is asked for.
  /// - Complexity: O(episodes + words of the episode).
  public func transcript(_ request: TranscriptRequest) throws -> EpisodeTranscript {
    try request.check()
    let episode = try episode(named: request.episode)
    let name = try name(of: episode)
    let reader = try TranscriptReading(self, simplified: request.simplified)
    var cues = try reader.cues(of: episode)
    if let moment = request.moment {
      guard cues.contains(where: { $0.start != nil }) else {
        throw ZimuError(.noTimes(episode: name))
      }
      cues.removeAll { !$0.touches(moment - request.around...moment + request.around) }
    }
    return EpisodeTranscript(name: name, record: try self.reader.record(of: episode), cues: cues)
  }

  /// The number of the episode that a name stands for: a path, a name as `names` has it, `id:` and an `EpisodeID`, or
  /// a part of one name, or else of one title.
  ///
  /// - Throws: `ZimuError` if there is none, or more than one.
  public func episode(named name: String) throws -> Int {
    let paths = try episodes.map(\.path)
    let found = try named(name, of: paths)
    guard let episode = found.first else { throw ZimuError(.noEpisode(name: name)) }
    guard found.count == 1 else {
      let names = try names
      throw ZimuError(.severalEpisodes(name: name, names: found.map { names[$0] }))
    }
    return episode
  }

  /// The episodes that a name stands for; else those with the name in their names, in search form; else in their titles.
  private func named(_ name: String, of paths: [FilePath]) throws -> [Int] {
    do {
      let found = Set(try NamedEpisodes(paths).paths(of: name))
      return paths.indices.filter { found.contains(paths[$0]) }
    } catch let error as ZimuError {
      guard case .noEpisode = error.code, !name.isEmpty else { throw error }
    }
    let folder = try SearchFormFolder()
    let form = try folder.fold(name)
    let found = try names.indices.filter { try folder.fold(names[$0]).contains(form) }
    guard found.isEmpty else { return found }
    return try episodes.indices.filter { try folder.fold(episodes[$0].title).contains(form) }
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
  ) -> (text: String, times: [WordTime]) {
    let text = Array(details.text[cue.text])
    let times = details.wordTimes(in: cue.text).map {
      WordTime(offset: $0.offset - cue.text.lowerBound, start: $0.start)
    }
    guard let converter else { return (String(decoding: text, as: UTF8.self), times) }
    let converted = converter.convert(text.span)
    return (
      String(decoding: converted.bytes, as: UTF8.self), times.moved(by: converted.offsets.edits)
    )
  }

  private func shown(_ text: String) -> String { converter?.convert(text) ?? text }
}

extension [WordTime] {
  /// The times of words in a text whose lengths were changed.
  fileprivate func moved(by edits: [OffsetMap.Edit]) -> [WordTime] {
    var (next, shift) = (edits[...], 0)
    return map { time in
      while let edit = next.first, edit.original.upperBound <= time.offset {
        shift = edit.form.upperBound - edit.original.upperBound
        next.removeFirst()
      }
      let edit = next.first.flatMap { $0.original.lowerBound <= time.offset ? $0 : nil }
      return WordTime(offset: edit?.form.lowerBound ?? time.offset + shift, start: time.start)
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
