import FilePaths
import Reporting
import Zimu

/// What a run of indexing did, for people.
struct SummaryReport {
  /// More lines than this about warnings of one file are summed up.
  private static let warningsPerFile = 5

  private let summary: IndexingSummary
  private let indexPath: String

  init(_ summary: IndexingSummary, indexPath: String) {
    self.summary = summary
    self.indexPath = indexPath
  }

  /// The summary, on several lines: what the run did, then what the index holds.
  var text: String {
    var lines = ["Indexed into \(indexPath)", field("this run", episodes), field("read", read)]
    let counts: [(String, Int, String)] = [
      ("skipped", summary.skipped.count + summary.notClaimed.count, skipped),
      (
        "siblings", summary.siblings.count,
        files(summary.siblings.count, "in another format of an episode")
      ),
      (
        "same", summary.duplicates.count,
        files(summary.duplicates.count, "with the content of another episode")
      ),
      ("warnings", summary.warnings.count, grouped(summary.warnings.count)),
      ("rejected", summary.rejected.count, grouped(summary.rejected.count)),
    ]
    lines += counts.filter { $0.1 > 0 }.map { field($0.0, $0.2) }
    lines.append(field("index", total))
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every warning and rejection, and everything that left the index or stayed out of it, a line each.
  var diagnostics: String {
    var lines = warnings
    lines += summary.notClaimed.map { "skipped: \($0.path): \($0.reason)" }
    lines += summary.duplicates.map {
      "same content: \($0.path) is the same as \($0.original)"
        + ($0.isIndexed ? "" : " and was left out")
    }
    lines += summary.dropped.map(Self.line)
    lines += summary.kept.map {
      "kept: \($0.path): \($0.reason); if its file is gone, remove it with `zimu remove`"
    }
    lines += summary.rejected.map { "rejected: \($0.path): \($0.reason)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private static func line(_ dropped: IndexingSummary.Dropped) -> String {
    switch dropped.reason {
    case .gone: "pruned: \(dropped.path): its file is gone"
    case .moved(let path): "moved: \(dropped.path) is \(path) now"
    case .replaced(let path): "replaced: \(dropped.path) by another format of the episode, \(path)"
    }
  }

  private var warnings: [String] {
    var lines: [String] = []
    for (path, warnings) in Dictionary(grouping: summary.warnings, by: \.path)
      .sorted(by: { $0.key < $1.key })
    {
      lines += warnings.prefix(Self.warningsPerFile).map {
        "warning: \(path): \(place($0.warning))"
      }
      let more = warnings.count - Self.warningsPerFile
      if more > 0 { lines.append("warning: \(path): \(grouped(more)) more warnings") }
    }
    return lines
  }

  private func place(_ warning: TranscriptWarning) -> String {
    let byte = warning.byteOffset.map { "byte \(grouped($0))" }
    let line = warning.line.map { "line \(grouped($0))" }
    let place = [byte, line].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? warning.message : "\(place): \(warning.message)"
  }

  private var episodes: String {
    let parts = [
      (summary.added, "added"), (summary.replaced, "replaced"), (summary.rebuilt, "rebuilt"),
      (summary.updated, "updated\(changes)"),
      (summary.unchanged, summary.rebuilt > 0 ? "" : "unchanged"),
      (summary.count { if case .moved = $0 { true } else { false } }, "moved"),
      (
        summary.count { if case .replaced = $0 { true } else { false } },
        "replaced by another format"
      ),
      (summary.count { $0 == .gone }, "pruned"),
      (summary.kept.count, "kept though their files cannot be seen"),
    ].filter { $0.0 > 0 && !$0.1.isEmpty }.map { "\(grouped($0.0)) \($0.1)" }
    return parts.isEmpty ? "no episode" : parts.joined(separator: ", ")
  }

  /// What changed of episodes whose files did not.
  private var changes: String {
    let names = IndexingSummary.Change.allCases.filter { summary.changes[$0] != nil }
    return names.isEmpty ? "" : " (\(names.map(\.rawValue).joined(separator: ", ")))"
  }

  private var read: String {
    guard summary.bytes > 0 else { return "nothing new" }
    let megabytes = FixedDecimal.format(Double(summary.bytes) / 1e6, places: 2)
    let seconds = FixedDecimal.format(summary.seconds, places: 2)
    let rate = FixedDecimal.format(summary.megabytesPerSecond, places: 2)
    return "\(grouped(summary.cues)) cues, \(grouped(summary.words)) words; "
      + "\(megabytes) MB in \(seconds) s, \(rate) MB/s"
  }

  private var total: String {
    let total = summary.total
    return "\(grouped(total.episodes)) episode\(total.episodes == 1 ? "" : "s"), "
      + "\(grouped(total.cues)) cues, \(grouped(total.words)) words"
  }

  /// How many files were skipped, by extension.
  private var skipped: String {
    let paths = summary.skipped + summary.notClaimed.map(\.path)
    let extensions = paths.map { path in
      path.fileExtension.map { ".\($0)" } ?? "without extension"
    }
    let counts = Dictionary(grouping: extensions) { $0 }
      .map { (name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let shown = counts.prefix(5).map { "\(grouped($0.count)) \($0.name)" }
    let detail = shown + (counts.count > 5 ? ["…"] : [])
    return files(paths.count, detail.joined(separator: ", "))
  }

  private func files(_ count: Int, _ detail: String) -> String {
    "\(grouped(count)) file\(count == 1 ? "" : "s") (\(detail))"
  }

  private func field(_ name: String, _ value: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 10 - name.count)) + value
  }

  private func grouped(_ count: Int) -> String { FixedDecimal.grouped(count) }
}
