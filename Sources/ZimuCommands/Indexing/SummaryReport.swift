import FilePaths
import Reporting
import Zimu

/// What a run of indexing did, for people.
struct SummaryReport {
  /// More lines than this about warnings of one file are summed up.
  private static let warningsPerFile = 5

  /// Episodes beyond these that changed are only counted.
  private static let namedEpisodes = 10

  private let summary: IndexingSummary
  private let indexPath: String

  init(_ summary: IndexingSummary, indexPath: String) {
    self.summary = summary
    self.indexPath = indexPath
  }

  /// The summary, on several lines.
  var text: String {
    var lines = ["Indexed into \(indexPath)"]
    lines.append(field("run", run))
    lines.append(field("read", read))
    if summary.mergedCues > 0 {
      lines.append(field("merged", "\(cues(summary.mergedCues)) that captions repeat"))
    }
    if summary.linesLeftOut > 0 {
      lines.append(
        field(
          "left out",
          "\(grouped(summary.linesLeftOut)) line\(summary.linesLeftOut == 1 ? "" : "s") without Han characters"
        ))
    }
    lines.append(
      field(
        "index", amounts(summary.indexEpisodes, cues: summary.indexCues, words: summary.indexWords))
    )
    if !summary.skipped.isEmpty { lines.append(field("skipped", skipped)) }
    if !summary.siblings.isEmpty {
      lines.append(field("siblings", files(summary.siblings, "in another format of an episode")))
    }
    if !summary.duplicates.isEmpty { lines.append(field("duplicate", duplicates)) }
    let kept = summary.kept.reduce(0) { $0 + $1.episodes }
    if kept > 0 {
      lines.append(
        field("kept", "\(grouped(kept)) not pruned: their files could not be looked for"))
    }
    if !summary.warnings.isEmpty {
      lines.append(field("warnings", grouped(summary.warnings.count)))
    }
    if !summary.rejected.isEmpty {
      lines.append(field("rejected", grouped(summary.rejected.count)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every warning, rejection, and episode that left its place, a line each.
  var diagnostics: String {
    var lines: [String] = []
    for (path, warnings) in Dictionary(grouping: summary.warnings, by: \.path)
      .sorted(by: { $0.key < $1.key })
    {
      lines += warnings.prefix(Self.warningsPerFile).map {
        "warning: \(path): \($0.message)"
      }
      let more = warnings.count - Self.warningsPerFile
      if more > 0 { lines.append("warning: \(path): \(grouped(more)) more warnings") }
    }
    lines += summary.moved.map { "moved: \($0.from) is now \($0.to)" }
    lines += changes
    lines += summary.pruned.map { "pruned: \($0): its file is gone" }
    lines += summary.replacedSiblings.map {
      "left the index: \($0): a file with the same name in another format is indexed instead"
    }
    lines += outdated
    lines += duplicateNames
    lines += summary.kept.map { kept in
      "kept: \(grouped(kept.episodes)) episode\(kept.episodes == 1 ? "" : "s") below \(kept.place): \(kept.message) "
        + "(`zimu remove` removes episodes)"
    }
    lines += foreign
    lines += named(
      summary.withoutMetadata, "no metadata", "no row of a table and no item of a feed matches it")
    lines += named(summary.unmatchedNames, "other name", "does not match --name-pattern")
    lines += SkippedFiles(summary).lines
    lines += summary.rejected.map { "rejected: \($0.path): \($0.error.message)" }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What became of episodes in this run.
  private var run: String {
    let parts = [
      (summary.added, "added"), (summary.replaced, "replaced"), (summary.moved.count, "moved"),
      (summary.updated.count, "updated (\(updates))"), (summary.unchanged, "unchanged"),
      (summary.pruned.count, "pruned"),
      (summary.replacedSiblings.count, "replaced by another format"),
      (summary.outdatedFiles.count, "kept as indexed before"),
    ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    return parts.isEmpty ? "nothing to index" : parts.joined(separator: ", ")
  }

  /// How many episodes were updated, by what changed.
  private var updates: String {
    EpisodeChange.Field.allCases.compactMap { field in
      let count = summary.updated.count { $0.differences.contains { $0.field == field } }
      guard count > 0 else { return nil }
      let isPlural = [.tags, .speakers, .words].contains(field)
      return "\(grouped(count)) with \(isPlural ? "other" : "another") \(field.rawValue)"
    }.joined(separator: ", ")
  }

  /// A line for each episode of which something else is known than before, up to a number.
  private var changes: [String] {
    let changes = (summary.updated + summary.changed).sorted { $0.path < $1.path }
    var lines = changes.prefix(Self.namedEpisodes).map { change in
      let differences = change.differences.map {
        "\($0.field.rawValue) \(value($0.old)) → \(value($0.new))"
      }
      return "changed: \(change.path): \(differences.joined(separator: "; "))"
    }
    let more = changes.count - lines.count
    if more > 0 { lines.append("changed: \(episodes(more, "more"))") }
    return lines
  }

  /// A line for each episode whose file can't be read any more, up to a number.
  private var outdated: [String] {
    let lines = summary.outdatedFiles.prefix(Self.namedEpisodes).map {
      "kept: \($0): its file cannot be read now, so the episode stays as indexed before (`zimu remove` removes it)"
    }
    let more = summary.outdatedFiles.count - lines.count
    return lines + (more > 0 ? ["kept: \(episodes(more, "more"))"] : [])
  }

  /// A line for each episode that has hardly any Han, up to a number.
  private var foreign: [String] {
    named(
      summary.hardlyHanEpisodes.sorted(), "hardly any Han",
      "fewer than one word in twenty has Han characters"
    )
  }

  /// A line for each of some episodes, up to a number.
  private func named(_ paths: [FilePath], _ what: String, _ reason: String) -> [String] {
    let lines = paths.prefix(Self.namedEpisodes).map { "\(what): \($0): \(reason)" }
    let more = paths.count - lines.count
    return lines + (more > 0 ? ["\(what): \(episodes(more, "more"))"] : [])
  }

  private func value(_ text: String) -> String { text.isEmpty ? "none" : text }

  private func episodes(_ count: Int, _ adjective: String) -> String {
    "\(grouped(count)) \(adjective) episode\(count == 1 ? "" : "s")"
  }

  private var duplicates: String {
    let count = summary.duplicates.count
    return "\(grouped(count)) episode\(count == 1 ? "" : "s") with the same cues as another one"
      + (summary.leavesOutDuplicates ? ", left out" : " (--no-duplicates leaves them out)")
  }

  /// A line for each duplicate that was left out, and for some of those that were not.
  private var duplicateNames: [String] {
    let most = summary.leavesOutDuplicates ? summary.duplicates.count : Self.namedEpisodes
    let name = summary.leavesOutDuplicates ? "left out" : "duplicate"
    let lines = summary.duplicates.prefix(most).map {
      "\(name): \($0.path): has the same cues as \($0.first)"
    }
    let more = summary.duplicates.count - lines.count
    return lines + (more > 0 ? ["\(name): \(episodes(more, "more"))"] : [])
  }

  /// What was read, also of episodes that were left out.
  private var read: String {
    guard summary.readEpisodes > 0 else { return "nothing" }
    return amounts(summary.readEpisodes, cues: summary.readCues, words: summary.readWords) + "; "
      + speed
  }

  private func cues(_ count: Int) -> String { "\(grouped(count)) cue\(count == 1 ? "" : "s")" }

  private func amounts(_ episodes: Int, cues: Int, words: Int) -> String {
    "\(grouped(episodes)) episode\(episodes == 1 ? "" : "s"), "
      + "\(self.cues(cues)), "
      + "\(grouped(words)) word\(words == 1 ? "" : "s")"
  }

  private var speed: String {
    let megabytes = FixedDecimal.format(Double(summary.readBytes) / 1e6, places: 2)
    let seconds = FixedDecimal.format(summary.seconds, places: 2)
    let rate = FixedDecimal.format(summary.megabytesPerSecond, places: 2)
    return "\(megabytes) MB in \(seconds) s, \(rate) MB/s"
  }

  /// How many files were skipped, by extension.
  private var skipped: String {
    let extensions = summary.skipped.map { file in
      file.path.fileExtension.map { ".\($0)" } ?? "without extension"
    }
    let counts = Dictionary(grouping: extensions) { $0 }
      .map { (name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let shown = counts.prefix(5).map { "\(grouped($0.count)) \($0.name)" }
    let detail = shown + (counts.count > 5 ? ["…"] : [])
    return files(summary.skipped.map(\.path), detail.joined(separator: ", "))
  }

  private func files(_ files: [FilePath], _ detail: String) -> String {
    "\(grouped(files.count)) file\(files.count == 1 ? "" : "s") (\(detail))"
  }

  private func field(_ name: String, _ value: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 10 - name.count)) + value
  }

  private func grouped(_ count: Int) -> String { FixedDecimal.grouped(count) }
}
