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

  /// The summary, on several lines.
  var text: String {
    var lines = ["Indexed into \(indexPath)"]
    lines.append(field("episodes", episodes))
    lines.append(field("cues", grouped(summary.cues)))
    lines.append(field("words", grouped(summary.words)))
    lines.append(field("read", speed))
    if !summary.skipped.isEmpty { lines.append(field("skipped", skipped)) }
    if !summary.siblings.isEmpty {
      lines.append(field("siblings", files(summary.siblings, "in another format of an episode")))
    }
    if !summary.warnings.isEmpty {
      lines.append(field("warnings", grouped(summary.warnings.count)))
    }
    if !summary.rejected.isEmpty {
      lines.append(field("rejected", grouped(summary.rejected.count)))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Every warning and rejection, a line each.
  var diagnostics: String {
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
    lines += summary.rejected.map { "rejected: \($0.path): \($0.reason)" }
    return lines.map { $0 + "\n" }.joined()
  }

  private func place(_ warning: TranscriptWarning) -> String {
    let byte = warning.byteOffset.map { "byte \(grouped($0))" }
    let line = warning.line.map { "line \(grouped($0))" }
    let place = [byte, line].compactMap(\.self).joined(separator: ", ")
    return place.isEmpty ? warning.message : "\(place): \(warning.message)"
  }

  private var episodes: String {
    let parts = [
      (summary.added, "added"), (summary.replaced, "replaced"), (summary.unchanged, "unchanged"),
      (summary.pruned, "pruned"),
    ].filter { $0.0 > 0 }.map { "\(grouped($0.0)) \($0.1)" }
    let detail = parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))"
    return grouped(summary.episodes) + detail
  }

  private var speed: String {
    let megabytes = FixedDecimal.format(Double(summary.bytes) / 1e6, places: 2)
    let seconds = FixedDecimal.format(summary.seconds, places: 2)
    let rate = FixedDecimal.format(summary.megabytesPerSecond, places: 2)
    return "\(megabytes) MB in \(seconds) s, \(rate) MB/s"
  }

  /// How many files were skipped, by extension.
  private var skipped: String {
    let extensions = summary.skipped.map { path in
      let name = path.split(separator: "/").last ?? ""
      return name.lastIndex(of: ".").map { String(name[$0...]) } ?? "without extension"
    }
    let counts = Dictionary(grouping: extensions) { $0 }
      .map { (name: $0.key, count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let shown = counts.prefix(5).map { "\(grouped($0.count)) \($0.name)" }
    let detail = shown + (counts.count > 5 ? ["…"] : [])
    return files(summary.skipped, detail.joined(separator: ", "))
  }

  private func files(_ files: [String], _ detail: String) -> String {
    "\(grouped(files.count)) file\(files.count == 1 ? "" : "s") (\(detail))"
  }

  private func field(_ name: String, _ value: String) -> String {
    "  " + name + String(repeating: " ", count: max(1, 10 - name.count)) + value
  }

  private func grouped(_ count: Int) -> String { FixedDecimal.grouped(count) }
}
