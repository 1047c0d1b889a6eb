/// The transcripts of a selection, one after the other, in the order of their paths.
///
///     for try await transcript in index.transcripts(where: "show:indigo") {
///       print(transcript.episode.title, transcript.cues.count)
///     }
public struct EpisodeTranscripts: AsyncSequence, Sendable {
  public typealias Element = EpisodeTranscript
  public typealias Failure = ZimuError

  let index: TranscriptIndex
  let selection: String?
  let isSimplified: Bool

  /// Reads transcripts.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let transcripts: EpisodeTranscripts
    private var reading: (TranscriptReading, episodes: ArraySlice<Episode>)?

    init(_ transcripts: EpisodeTranscripts) { self.transcripts = transcripts }

    /// Returns the next transcript; `nil` after the last one.
    ///
    /// - Throws: `ZimuError` with the code `invalidQuery`, `indexDamaged` or `cancelled`.
    public mutating func next() async throws(ZimuError) -> EpisodeTranscript? {
      do {
        try Task.checkCancellation()
        var (reader, episodes) = try reading ?? transcripts.begin()
        let episode = episodes.popFirst()
        reading = (reader, episodes)
        return try episode.map {
          EpisodeTranscript(episode: $0, cues: try reader.cues(of: $0.position))
        }
      } catch {
        throw ZimuError(error)
      }
    }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  private func begin() throws -> (TranscriptReading, episodes: ArraySlice<Episode>) {
    let reader = try TranscriptReading(index, simplified: isSimplified)
    return (reader, try index.episodes(where: selection)[...])
  }
}

extension TranscriptIndex {
  /// Returns the transcripts of the episodes that a filter selects, wholly or in part, as a sequence that reads one
  /// episode at a time.
  ///
  /// - Parameters:
  ///   - selection: a filter on fields, such as `show:indigo`; `nil` selects all.
  ///   - isSimplified: whether texts are converted to simplified characters.
  public func transcripts(
    where selection: String? = nil, isSimplified: Bool = false
  ) -> EpisodeTranscripts {
    EpisodeTranscripts(index: self, selection: selection, isSimplified: isSimplified)
  }
}
