import InvertedIndex

/// The cues of an index that are long enough to recur, in shows with enough episodes, each with a key of its show
/// and text.
struct LongCues {
  struct Cue {
    let episode: Int
    let number: Int
    let key: UInt64
  }

  /// An episode and its place in a segment.
  private struct Place {
    let episode: Int
    let numberInSegment: Int
    /// What the show is called in keys.
    let show: UInt64
  }

  /// The cues of all episodes, and where each episode ends.
  private struct Kept {
    var numbers: [UInt32] = []
    var keys: [UInt64] = []
    var ends: [Int] = []
  }

  private var segments: [(segment: SegmentReader, hashes: TextHashes, places: [Place])] = []
  /// In how many episodes a cue has to be, by episode; 0 where there cannot be so many.
  private var least: [Int]
  private(set) var count = 0
  /// `nil` if there are too many.
  private var kept: Kept? = Kept()

  /// - Parameter most: how many cues are kept in memory; if there are more, each walk reads them anew.
  init(of index: IndexReader, keeping most: Int) throws {
    var episodes: [String: Int] = [:]
    let shows = try (0..<index.episodeCount).map { try index.record(of: $0).show }
    for show in shows { episodes[show, default: 0] += 1 }
    least = shows.map { show in
      let least = RecurringCues.leastEpisodes(of: episodes[show]!)
      return least > episodes[show]! ? 0 : least
    }
    for (segment, numbers) in try index.numberedSegments {
      let places = (0..<segment.episodeCount).compactMap { number -> Place? in
        guard let episode = numbers[number], least[episode] > 0 else { return nil }
        return Place(
          episode: episode, numberInSegment: number, show: Array(shows[episode].utf8).hash64)
      }
      if !places.isEmpty { segments.append((segment, try TextHashes(of: segment), places)) }
    }
    try fill(keeping: most)
  }

  private mutating func fill(keeping most: Int) throws {
    var kept = Kept()
    for (segment, hashes, places) in segments {
      for place in places {
        try Self.read(place, segment, hashes) { cue in
          count += 1
          guard count <= most else { return }
          kept.numbers.append(UInt32(cue.number))
          kept.keys.append(cue.key)
        }
        kept.ends.append(count)
      }
    }
    self.kept = count <= most ? kept : nil
  }

  /// The fewest episodes that a cue of any show has to be in.
  var leastEpisodes: Int { least.filter { $0 > 0 }.min() ?? 1 }

  func leastEpisodes(forShowOf episode: Int) -> Int { least[episode] }

  /// Calls `body` with each cue, those of one episode in a row.
  func walk(_ body: (Cue) throws -> Void) throws {
    var (start, number) = (0, 0)
    for (segment, hashes, places) in segments {
      for place in places {
        guard let kept else {
          try Self.read(place, segment, hashes, body)
          continue
        }
        for cue in start..<kept.ends[number] {
          try body(
            Cue(episode: place.episode, number: Int(kept.numbers[cue]), key: kept.keys[cue]))
        }
        (start, number) = (kept.ends[number], number + 1)
      }
    }
  }

  /// Calls `body` with each cue of an episode that is long enough.
  private static func read(
    _ place: Place, _ segment: SegmentReader, _ hashes: TextHashes, _ body: (Cue) throws -> Void
  ) throws {
    let stream = try segment.stream(of: place.numberInSegment)
    let words = try stream.localStream()
    let texts = hashes.texts(of: try stream.spellings())
    var start = 0
    for (number, end) in try stream.allCueEnds().enumerated() {
      defer { start = end }
      guard end - start >= RecurringCues.leastWords else { continue }
      let (hash, characters) = texts.hash(of: words[start..<end])
      guard characters >= RecurringCues.leastCharacters else { continue }
      // `FrequentPairs` takes no key of all ones.
      try body(Cue(episode: place.episode, number: number, key: (hash ^ place.show) & (.max >> 1)))
    }
  }
}
