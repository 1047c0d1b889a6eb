import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

extension TranscriptIndex {
  /// Returns exact counts of given keywords, wherever word boundaries fall.
  ///
  ///     let counts = try index.count(CountRequest(KeywordList(["人工智能", "AI"])))
  ///     print(counts.cells[0][0].count)
  ///
  /// - Parameter request: the keywords, the selection and the groups.
  /// - Throws: `ZimuError` with the code `invalidQuery` or `indexDamaged`.
  /// - Complexity: O(episodes) plus the postings and possible matches of each keyword.
  public func count(_ request: CountRequest) throws(ZimuError) -> KeywordCounts {
    try translatingErrors {
      let selection = try corpusSelection(
        request.selection, by: request.grouping, leavingOut: request.excludedRepetitions)
      let labels = selection.groups.map(\.label)
      let words = try selection.groups.map { try wordCount(of: $0) }
      // Nothing that is selected is one group without words.
      let isEmpty = request.grouping == .total && labels.isEmpty
      let groups = isEmpty ? [""] : labels
      let empty = request.keywords.keywords.map { _ in KeywordCounts.Cell() }
      var counts = KeywordCounts(
        labels: groups, wordCounts: isEmpty ? [0] : words,
        keywords: request.keywords.keywords.map(\.label),
        cells: groups.map { _ in empty })
      let counter = KeywordCounter(
        OccurrenceCounter(
          try SearchState(try searcher, crossesCues: request.crossesCues), match: request.match),
        selection, reader, request)
      for (number, keyword) in request.keywords.keywords.enumerated() {
        let isCounted = try counter.add(keyword) { group, cell in
          counts.cells[group][number] = cell
        }
        if !isCounted { counts.rejected.insert(number) }
      }
      return counts
    }
  }

  /// All words of a group: what rates are taken of.
  func wordCount(of group: CorpusSelection.Group) throws -> Int {
    try group.members.reduce(0) { $0 + (try $1.wordCount(in: reader)) }
  }
}

/// Counts one keyword after another in the groups of a selection.
private struct KeywordCounter {
  private let counter: OccurrenceCounter
  private let groupCount: Int
  private let reader: IndexReader
  private let isExact: Bool
  /// For each episode the groups that have it, and which part of it.
  private let members: [[(group: Int, member: CorpusSelection.Member)]]

  init(
    _ counter: OccurrenceCounter, _ selection: CorpusSelection, _ reader: IndexReader,
    _ request: CountRequest
  ) {
    (self.counter, self.reader) = (counter, reader)
    isExact = request.isExact
    groupCount = selection.groups.count
    var members = [[(group: Int, member: CorpusSelection.Member)]](
      repeating: [], count: reader.episodeCount)
    for (group, content) in selection.groups.enumerated() {
      for member in content.members { members[member.episode].append((group, member)) }
    }
    self.members = members
  }

  /// - Parameter set: takes the cell of each group that has the keyword.
  /// - Returns: whether the keyword can be counted.
  func add(
    _ keyword: KeywordList.Keyword, set: (Int, KeywordCounts.Cell) -> Void
  ) throws -> Bool {
    // Spellings that have one search form are one, unless each is counted as it is spelled.
    var patterns: [TextPattern] = []
    for spelling in keyword.spellings {
      guard let pattern = try counter.pattern(of: spelling, isExact: isExact) else { return false }
      if !patterns.contains(pattern) { patterns.append(pattern) }
    }
    var cells = [KeywordCounts.Cell](repeating: KeywordCounts.Cell(), count: groupCount)
    var last = [Int](repeating: -1, count: groupCount)
    for posting in try postings(of: patterns) {
      let isParted = members[posting.episode].contains { !$0.member.isWhole }
      let places =
        isParted
        ? try counter.places(of: patterns[posting.pattern], in: posting.episode) : []
      for member in members[posting.episode] {
        let count =
          member.member.isWhole
          ? posting.count : places.count { member.member.has($0.cue, speaker: $0.speaker) }
        guard count > 0 else { continue }
        cells[member.group].count += count
        if last[member.group] != posting.episode { cells[member.group].episodes += 1 }
        last[member.group] = posting.episode
      }
    }
    for (group, cell) in cells.enumerated() where cell.count > 0 { set(group, cell) }
    return true
  }

  /// In order of episodes.
  private func postings(
    of patterns: [TextPattern]
  ) throws -> [(episode: Int, count: Int, pattern: Int)] {
    var postings: [(episode: Int, count: Int, pattern: Int)] = []
    for (number, pattern) in patterns.enumerated() {
      try counter.forEachCount(of: pattern) { postings.append(($0, $1, number)) }
    }
    if patterns.count > 1 { postings.sort { $0.episode < $1.episode } }
    return postings
  }
}
