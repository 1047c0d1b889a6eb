/// The hits of a query as a sequence; an episode is read only when its hits are requested.
///
///     var request = SearchRequest("数据中心")
///     request.perEpisode = .max
///     for try await hit in index.hits(request) { print(hit.cue.episodeName, hit.cue.text) }
public struct SearchHits: AsyncSequence, Sendable {
  /// A hit.
  public typealias Element = SearchResults.Hit
  /// The error that iteration throws.
  public typealias Failure = ZimuError

  let index: TranscriptIndex
  let request: SearchRequest

  /// The iterator over the hits.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private let hits: SearchHits
    private var cursor: HitCursor?
    private var waiting: ArraySlice<SearchResults.Hit> = []

    init(_ hits: SearchHits) { self.hits = hits }

    /// Returns the next hit, or `nil` after the last one.
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

  /// Returns an iterator that starts at the first hit.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(self) }
}

extension TranscriptIndex {
  /// Returns all hits of a search as a sequence that reads one episode at a time.
  ///
  /// The order is that of `search(_:)`. Errors are thrown by the iteration.
  ///
  /// - Parameter request: the search. Its `offset` and `perEpisode` apply; its `limit` is ignored.
  /// - Complexity: the first hit takes O(postings of the query), and each episode O(its words).
  public func hits(_ request: SearchRequest) -> SearchHits {
    SearchHits(index: self, request: request)
  }
}
