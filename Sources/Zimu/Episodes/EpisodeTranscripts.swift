/// The transcripts of a selection as a sequence, in the order of their paths.
///
///     for try await transcript in index.transcripts(where: "show:indigo") {
///       print(transcript.episode.title, transcript.cues.count)
///     }
public struct EpisodeTranscripts: AsyncSequence, Sendable {
  /// A transcript.
  public typealias Element = EpisodeTranscript
  /// The error that iteration throws.
  public typealias Failure = ZimuError

  let index: TranscriptIndex
  let selection: String?
  let isSimplified: Bool

  /// The iterator over the transcripts.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let transcripts: EpisodeTranscripts
    private var reading: (TranscriptReading, episodes: ArraySlice<Episode>)?

    init(_ transcripts: EpisodeTranscripts) { self.transcripts = transcripts }

    /// Returns the next transcript, or `nil` after the last one.
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

  /// Returns an iterator that starts at the first transcript.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }

  private func begin() throws -> (TranscriptReading, episodes: ArraySlice<Episode>) {
    let reader = try TranscriptReading(index, simplified: isSimplified)
    return (reader, try index.episodes(where: selection)[...])
  }
}

extension TranscriptIndex {
  /// Returns the transcripts of the episodes that a filter selects, wholly or in part.
  ///
  /// The sequence reads one episode at a time. Errors are thrown by the iteration.
  ///
  /// - Parameters:
  ///   - selection: the filter on fields, such as `show:indigo`; `nil` (default) selects everything.
  ///   - isSimplified: whether texts are converted to simplified characters (default `false`).
  /// - Complexity: O(words) of an episode when its transcript is read.
  public func transcripts(
    where selection: String? = nil, isSimplified: Bool = false
  ) -> EpisodeTranscripts {
    EpisodeTranscripts(index: self, selection: selection, isSimplified: isSimplified)
  }
}
