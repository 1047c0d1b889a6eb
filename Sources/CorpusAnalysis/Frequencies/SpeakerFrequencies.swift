public import InvertedIndex

/// How much each speaker says in a selection.
public struct SpeakerFrequencies: Hashable, Sendable {
  /// Of a label of diarization, which says nothing outside of its episode, with the episode.
  public let speaker: String
  public let words: Int
  public let cues: Int
  /// Episodes in which the speaker says something.
  public let episodes: Int
  /// Cues spread over episodes and time, by the places of their words.
  public let places: [TermPlaces.Place]

  /// Those who say most first, then by name; what nobody is known to say is left out.
  ///
  /// - Parameters:
  ///   - names: what each episode is called in tables.
  ///   - placeCount: the most places of a speaker.
  /// - Complexity: O(cues of the episodes with speakers).
  public static func count(
    _ members: [CorpusSelection.Member], in index: IndexReader, names: [String],
    places placeCount: Int
  ) throws -> [SpeakerFrequencies] {
    var tallies: [String: Tally] = [:]
    for member in members {
      let record = try index.record(of: member.episode)
      if record.speakers.isEmpty { continue }
      var found: [Int: Part] = [:]
      for cue in try member.cues(in: index) {
        guard let speaker = cue.speaker else { continue }
        found[speaker, default: Part(limit: 2 * placeCount)].add(cue, of: member.episode)
      }
      for (speaker, part) in found {
        let label = Grouping.speaker.label(
          record, name: names[member.episode], speaker: record.speakers[speaker])
        tallies[label, default: Tally(limit: 2 * placeCount)].add(part)
      }
    }
    return tallies.map { speaker, tally in
      SpeakerFrequencies(
        speaker: speaker, words: tally.words, cues: tally.cues, episodes: tally.episodes,
        places: TermPlaces.choose(placeCount, of: tally.places.values))
    }.sorted {
      $0.words != $1.words ? $0.words > $1.words : $0.speaker.precedes($1.speaker)
    }
  }

  /// What a speaker says in one episode.
  private struct Part {
    var (words, cues) = (0, 0)
    var places: SpreadSample<TermPlaces.Place>

    init(limit: Int) { places = SpreadSample(limit: limit) }

    mutating func add(_ cue: CueRecord, of episode: Int) {
      words += cue.words.count
      cues += 1
      if !cue.words.isEmpty { places.add(TermPlaces.Place(episode: episode, words: cue.words)) }
    }
  }

  private struct Tally {
    var (words, cues, episodes) = (0, 0, 0)
    var places: SpreadSample<[TermPlaces.Place]>

    init(limit: Int) { places = SpreadSample(limit: limit) }

    mutating func add(_ part: Part) {
      words += part.words
      cues += part.cues
      episodes += 1
      if !part.places.values.isEmpty { places.add(part.places.values) }
    }
  }
}
