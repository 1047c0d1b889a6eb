import FilePaths
import InvertedIndex
import Transcripts

/// Which rows and items were about a file of the run.
struct MetadataMatches {
  private var counts: [MetadataEntry.Reference: Int] = [:]
  /// Files of which no table and no feed says anything, though there are some.
  private(set) var unmatched: [FilePath] = []
  /// Files whose names are not of the form that the user gave.
  private(set) var otherNames: [FilePath] = []

  mutating func add(_ findings: MetadataSources.Findings, of path: FilePath) {
    for reference in findings.references { counts[reference, default: 0] += 1 }
    if findings.isUnmatched { unmatched.append(path) }
    if findings.hasOtherName { otherNames.append(path) }
  }

  /// What is said of no file, and what of several where one is meant.
  ///
  /// - Parameter looksBeside: whether tables beside the files are complete, too.
  func warnings(_ sources: MetadataSources, looksBeside: Bool) -> [IndexingSummary.Warning] {
    var warnings = warnings(sources.tables?.entries ?? [], .metadataTable)
    warnings += self.warnings(sources.feeds?.entries ?? [], .feed)
    if looksBeside {
      warnings += self.warnings(sources.folderTables.entries, .folderTable)
        .filter { !sources.tablesAbove.contains($0.path) }
    }
    return warnings
  }

  private func warnings(
    _ entries: [MetadataEntry], _ source: EpisodeStatement.Source
  ) -> [IndexingSummary.Warning] {
    entries.enumerated().compactMap { number, entry in
      let count = counts[.init(source: source, number: number)] ?? 0
      guard count != 1 else { return nil }
      let code: TranscriptWarning.Code =
        count == 0 ? .noFile(entry.name) : .severalFiles(entry.name, count: count)
      return .init(path: entry.file, warning: TranscriptWarning(code, line: entry.line))
    }
  }
}
