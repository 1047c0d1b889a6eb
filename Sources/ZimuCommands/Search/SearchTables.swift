import Reporting
import TranscriptSearch
import Zimu

/// What `zimu search` prints.
enum SearchTables {
  static func hits(_ results: SearchResults, hasNeighbours: Bool) -> Table {
    var columns: [Table.Column] = [
      .number("rank"), .number("score"), .text("episode"), .text("show"), .text("date"),
      .time("start"), .time("end"), .text("speaker"), .text("text"),
      .structured("matches"),
    ]
    columns += results.repetitions.map { .text($0.column) }
    let hasLinks = results.hits.contains { !$0.cue.url.isEmpty }
    if hasLinks { columns.append(.text("url")) }
    if hasNeighbours { columns += [.text("before"), .text("after")] }
    let rows = results.hits.map { hit -> [Table.Cell] in
      let cue = hit.cue
      let cells: [Table.Cell] = [
        .integer(hit.rank), .decimal(hit.score, places: 4), .text(cue.episodeName),
        .known(cue.show),
        .known(cue.date), .milliseconds(cue.start), .milliseconds(cue.end), .known(cue.speaker),
        .marked(cue.text, hit.matches), .ranges(hit.matches, starts: hit.matchStarts),
      ]
      return cells + results.repetitions.map { .flag(hit.repetitions.contains($0)) }
        + (hasLinks ? [.known(cue.url)] : [])
        + (hasNeighbours ? [.texts(hit.before), .texts(hit.after)] : [])
    }
    return Table(columns: columns, rows: rows, foot: [foot(results)])
  }

  private static func foot(_ results: SearchResults) -> String {
    guard results.episodeCount > 0 else { return "Nothing found." }
    let shown = noun(results.hits.count, "hit")
    let all = noun(results.occurrences, "occurrence")
    return "\(shown) shown; \(all) in \(noun(results.episodeCount, "episode"))."
  }

  private static func noun(_ count: Int, _ noun: String) -> String {
    FixedDecimal.grouped(count) + " " + noun + (count == 1 ? "" : "s")
  }

  static func counts(_ counts: SearchCounts, _ grouping: Grouping) -> Table {
    let columns: [Table.Column] =
      [.number("count"), .number("per_million"), .number("cues"), .number("episodes")]
      + counts.repetitions.map { .number($0.column) }
    let isGrouped = grouping != .total
    let rows = counts.rows.map { row in
      (isGrouped ? [Table.Cell.known(row.label)] : [])
        + [
          .integer(row.count), .decimal(row.perMillion, places: 2), .integer(row.cues),
          .integer(row.episodes),
        ] + counts.repetitions.map { .integer(row.repeatedCounts[$0] ?? 0) }
    }
    return Table(
      columns: (isGrouped ? [.text("group")] : []) + columns, rows: rows,
      foot: UndatedNote.foot(counts.rows.map(\.label), by: grouping))
  }

  static func explanation(_ episodes: [(episode: String, clauses: [ClauseScore])]) -> Table {
    let rows = episodes.flatMap { episode, clauses in
      clauses.map { clause -> [Table.Cell] in
        [
          .text(episode), .text(clause.clause), .decimal(clause.score, places: 4),
          .integer(clause.count), .integer(clause.wordAligned),
          .decimal(clause.frequency, places: 1),
          .integer(clause.episodes), .decimal(clause.idf, places: 4), .integer(clause.length),
        ]
      }
    }
    return Table(
      columns: [
        .text("episode"), .text("unit"), .number("score"), .number("count"),
        .number("on_word_boundaries"), .number("frequency"), .number("episodes"), .number("idf"),
        .number("words"),
      ], rows: rows,
      foot: [
        "BM25, k1 \(BM25.k1), b \(BM25.b); idf ln(1 + (N - df + 0.5) / (df + 0.5)); an occurrence inside a "
          + "longer word counts half."
      ])
  }
}
