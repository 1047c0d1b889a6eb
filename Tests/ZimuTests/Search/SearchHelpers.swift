import Zimu

extension TranscriptIndex {
  /// All hits of a query.
  func allHits(_ query: String, selection: String? = nil) throws -> SearchResults {
    var request = SearchRequest(query, selection: selection)
    (request.limit, request.perEpisode) = (.max, .max)
    return try search(request)
  }

  /// In how many cues something of a query begins.
  func cueCount(_ query: String, selection: String? = nil) throws -> Int {
    try counts(of: SearchRequest(query, selection: selection)).rows[0].cues
  }
}
