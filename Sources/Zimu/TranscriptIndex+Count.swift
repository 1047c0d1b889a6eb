import CorpusAnalysis
import InvertedIndex
import TranscriptSearch

extension TranscriptIndex {
  /// Counts keywords: the exact matrix, whatever the segmentation.
  ///
  ///     let counts = try index.count(CountRequest(KeywordList(["人工智能", "AI"])))
  ///     print(counts.cells[0][0].count)
  ///
  /// - Throws: `ZimuError` for a keyword without a letter, digit or character of a word; `QueryError`
  ///   for a selection that does not parse.
  public func count(_ request: CountRequest) throws -> KeywordCounts {
    let filter = try filter(request.selection)
    let selection = try CorpusSelection(
      of: reader, by: request.grouping, names: try names, usesSpeakers: filter.usesSpeakers,
      includes: filter.includes)
    let labels = selection.groups.map(\.label)
    let groups = request.grouping == .total && labels.isEmpty ? [""] : labels
    let empty = request.keywords.keywords.map { _ in KeywordCounts.Cell() }
    var counts = KeywordCounts(
      groups: groups, keywords: request.keywords.keywords.map(\.label),
      cells: groups.map { _ in empty })
    let counter = KeywordCounter(
      TextCount(
        try TranscriptSearcher(self).search, match: request.match, crossesCues: request.crossesCues),
      selection, episodeCount: reader.episodeCount)
    for (number, keyword) in request.keywords.keywords.enumerated() {
      try counter.add(keyword) { group, cell in counts.cells[group][number] = cell }
    }
    return counts
  }
}

/// Counts one keyword after another in the groups of a selection.
private struct KeywordCounter {
  private let counter: TextCount
  /// For each episode the groups that have it, with the speakers that are asked for.
  private let members: [[(group: Int, speakers: Set<Int?>?)]]

  init(_ counter: TextCount, _ selection: CorpusSelection, episodeCount: Int) {
    self.counter = counter
    var members = [[(group: Int, speakers: Set<Int?>?)]](repeating: [], count: episodeCount)
    for (group, content) in selection.groups.enumerated() {
      for member in content.members { members[member.episode].append((group, member.speakers)) }
    }
    self.members = members
  }

  /// - Parameter set: takes the cell of each group that has the keyword.
  func add(
    _ keyword: KeywordList.Keyword, set: (Int, KeywordCounts.Cell) -> Void
  ) throws {
    var patterns: Set<TextPattern> = []
    for spelling in keyword.spellings {
      guard let pattern = try counter.pattern(of: spelling) else {
        throw ZimuError("“\(spelling)” has no letter, digit or character of a word")
      }
      patterns.insert(pattern)
    }
    var cells: [Int: KeywordCounts.Cell] = [:]
    var last: [Int: Int] = [:]
    // Spellings that have one search form are one.
    for (episode, count, pattern) in try postings(of: patterns) {
      for member in members[episode] {
        let said = try member.speakers.map { speakers in
          try counter.countsBySpeaker(of: pattern, in: episode)
            .reduce(0) { speakers.contains($1.key) ? $0 + $1.value : $0 }
        }
        guard said ?? count > 0 else { continue }
        cells[member.group, default: KeywordCounts.Cell()].count += said ?? count
        if last.updateValue(episode, forKey: member.group) != episode {
          cells[member.group]!.episodes += 1
        }
      }
    }
    for (group, cell) in cells { set(group, cell) }
  }

  private func postings(
    of patterns: Set<TextPattern>
  ) throws -> [(episode: Int, count: Int, pattern: TextPattern)] {
    let lists = try patterns.map { pattern in
      try counter.counts(of: pattern).map { ($0.episode, $0.count, pattern) }
    }
    return lists.count == 1 ? lists[0] : lists.joined().sorted { $0.0 < $1.0 }
  }
}
