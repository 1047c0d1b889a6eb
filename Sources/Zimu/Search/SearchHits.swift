/// The hits of a query, one after the other; each episode is read when its hits are asked for.
///
///     var request = SearchRequest("数据中心")
///     request.perEpisode = .max
///     for try await hit in index.hits(request) { print(hit.cue.episode, hit.cue.text) }
public struct SearchHits: AsyncSequence, Sendable {
  public typealias Element = SearchResults.Hit
  public typealias Failure = ZimuError

  let index: TranscriptIndex
  let request: SearchRequest

  /// Reads hits.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let hits: SearchHits
    private var cursor: HitCursor?
    private var waiting: ArraySlice<SearchResults.Hit> = []

    init(_ hits: SearchHits) { self.hits = hits }

    /// Returns the next hit; `nil` after the last one.
    ///
    /// - Throws: `ZimuError` with the code `invalidQuery`, `invalidRequest`, `indexDamaged` or `cancelled`.
    public mutating func next() async throws(ZimuError) -> SearchResults.Hit? {
      do {
        while waiting.isEmpty {
          try Task.checkCancellation()
          var reader = try cursor ?? HitCursor(hits.index, hits.request)
          let more = try reader.next()
          cursor = reader
          guard let more else { return nil }
          waiting = more[...]
        }
      } catch {
        throw ZimuError(error)
      }
      return waiting.popFirst()
    }
  }

  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension TranscriptIndex {
  /// Returns all hits of a search in the order of `search`, without its limit, as a sequence that reads one episode at
  /// a time.
  ///
  /// - Parameter request: its `offset` and `perEpisode` apply, its `limit` does not.
  public func hits(_ request: SearchRequest) -> SearchHits {
    SearchHits(index: self, request: request)
  }
}
