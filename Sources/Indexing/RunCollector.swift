import FilePaths
import InvertedIndex
import Transcripts

/// Gathers what a run found, and what follows from it for the episodes that are indexed already.
struct RunCollector {
  var summary = IndexingSummary()
  /// The files of new episodes; kept only where there are old ones to compare them with.
  private var taken: [EpisodeRecord] = []
  /// Records of unchanged episodes that differ from the indexed ones.
  private(set) var changed: [EpisodeRecord] = []
  /// Indexed paths whose episodes leave the index: moved, or another format of one taken now.
  private(set) var dropped: Set<FilePath> = []
  /// What was read, by the hash of its cues.
  private var read: [(cues: UInt64, path: FilePath)] = []
  private let indexed: [FilePath: EpisodeRecord]
  private let reportsFiles: Bool
  /// What was read, which tells what is gone.
  private let folders: ReadFolders
  private var unchanged: [FilePath] = []
  private var matches = MetadataMatches()
  /// Containers whose members were all seen.
  private var opened: Set<FilePath> = []
  /// Paths of the episodes that were read.
  var replaced: [FilePath] { taken.map(\.path) }

  init(found: FoundEpisodes, indexed: [FilePath: EpisodeRecord], reportsFiles: Bool) {
    self.indexed = indexed
    self.reportsFiles = reportsFiles
    folders = found.folders
    summary.skipped = found.skipped
    summary.rejected = found.rejected
    guard reportsFiles else { return }
    summary.files += found.skipped.map { FileReport($0, .skipped) }
    summary.files += found.rejected.map { FileReport($0, .rejected) }
  }

  mutating func add(_ outcome: CandidateReader.Outcome) {
    if reportsFiles { summary.files += reports(of: outcome) }
    summary.skipped += outcome.skipped
    summary.siblings += outcome.siblings
    summary.warnings += outcome.warnings
    summary.rejected += outcome.rejected
    if let container = outcome.opened { opened.insert(container) }
    if let findings = outcome.findings,
      let path = (outcome.unchanged ?? outcome.episode?.record)?.path
    {
      matches.add(findings, of: path)
    }
    for sibling in outcome.siblings where indexed[sibling] != nil { drop(sibling: sibling) }
    if let record = outcome.unchanged {
      unchanged.append(record.path)
      if indexed[record.path] != record { changed.append(record) }
    }
    summary.linesLeftOut += outcome.linesLeftOut
    if let record = outcome.episode?.record { add(record, bytes: outcome.bytes) }
  }

  /// Notes what tables and feeds say of no file, and which files they say nothing of.
  ///
  /// - Parameter looksBeside: whether all files were looked at that tables beside them may name.
  mutating func note(_ metadata: MetadataLoader, looksBeside: Bool) {
    summary.skipped += metadata.skipped
    if reportsFiles { summary.files += metadata.skipped.map { FileReport($0, .skipped) } }
    summary.warnings += metadata.warnings
    summary.warnings += matches.warnings(metadata.sources, looksBeside: looksBeside)
    summary.withoutMetadata = matches.unmatched.sorted()
    summary.unmatchedNames = matches.otherNames.sorted()
  }

  private func reports(of outcome: CandidateReader.Outcome) -> [FileReport] {
    var reports: [FileReport] = []
    for file in outcome.skipped { reports.append(FileReport(file, .skipped)) }
    for file in outcome.rejected { reports.append(FileReport(file, .rejected)) }
    for path in outcome.siblings { reports.append(FileReport(path, .sibling)) }
    if let record = outcome.unchanged { reports.append(FileReport(record, .unchanged)) }
    if let record = outcome.episode?.record {
      var report = FileReport(record, indexed[record.path] == nil ? .added : .replaced)
      (report.format, report.encoding) = (outcome.format, outcome.encoding)
      report.warnings = outcome.warnings.count
      reports.append(report)
    }
    return reports
  }

  private mutating func add(_ record: EpisodeRecord, bytes: Int) {
    summary.readEpisodes += 1
    summary.readBytes += bytes
    summary.readCues += record.cueCount
    summary.readWords += record.wordCount
    summary.mergedCues += record.mergedCues
    if record.isForeign { summary.hardlyHanEpisodes.append(record.path) }
    if record.cueCount > 0 { read.append((record.cueHash, record.path)) }
    if indexed.isEmpty {
      summary.added += 1
    } else {
      taken.append(record)
    }
  }

  /// Finds new episodes with the content of indexed ones whose files are gone, and counts what is
  /// new and what is replaced.
  mutating func findMoves() {
    guard !taken.isEmpty else { return }
    let byHash = Dictionary(grouping: indexed.values, by: \.contentHash)
    for record in taken {
      if let old = indexed[record.path] {
        summary.replaced += 1
        summary.changed += [EpisodeChange(from: old, to: record)].compactMap(\.self)
        continue
      }
      let candidates = (byHash[record.contentHash] ?? []).sorted { $0.path < $1.path }
      let moved = candidates.first {
        $0.fileSize == record.fileSize && !dropped.contains($0.path) && isGone($0.path)
      }
      if let moved {
        dropped.insert(moved.path)
        summary.moved.append(.init(from: moved.path, to: record.path))
        summary.changed += [EpisodeChange(from: moved, to: record)].compactMap(\.self)
      } else {
        summary.added += 1
      }
    }
  }

  /// Notes what an episode that was not read again is now.
  mutating func noteUpdate(to record: EpisodeRecord) {
    guard let old = indexed[record.path], let change = EpisodeChange(from: old, to: record) else {
      return
    }
    summary.updated.append(change)
  }

  /// Counts what stayed as it was, and finds what stayed though its file can't be read any more.
  mutating func countUnchanged() {
    let unread = (summary.skipped + summary.rejected).map(\.path)
    summary.outdatedFiles = Set(unread).filter { indexed[$0] != nil && !dropped.contains($0) }
      .sorted()
    let updated = Set(summary.updated.map(\.path))
    summary.unchanged = unchanged.count { !updated.contains($0) }
  }

  private func isGone(_ path: FilePath) -> Bool {
    if isGoneMember(path) { return true }
    let fate = folders.fate(of: path)
    return (fate == .unknown ? ReadFolders.fate(of: path) : fate) == .gone
  }

  private func fate(of path: FilePath, named: Set<FilePath>) -> ReadFolders.Fate {
    if isGoneMember(path) { return .gone }
    return named.contains(path) ? ReadFolders.fate(of: path) : folders.fate(of: path)
  }

  /// Whether a path leads into a container that was opened, and where it was not found.
  private func isGoneMember(_ path: FilePath) -> Bool {
    guard !opened.isEmpty else { return false }
    var place = path.folder
    while !place.bytes.isEmpty, place != "/" {
      if opened.contains(place) { return true }
      place = place.folder
    }
    return false
  }

  private mutating func drop(sibling path: FilePath) {
    if dropped.insert(path).inserted { summary.replacedSiblings.append(path) }
  }

  /// Drops indexed episodes that are other formats of episodes taken now, as after the preferred
  /// file was removed.
  mutating func dropSiblings() {
    guard !indexed.isEmpty else { return }
    let paths = Set(taken.map(\.path) + unchanged)
    let formats = Dictionary(grouping: paths, by: \.stem)
      .mapValues { Set($0.map { TranscriptFormat.rank(ofFileName: $0.description) }) }
    for path in indexed.keys where !paths.contains(path) {
      // Two files of one format are two episodes: `e.txt` and `e.TXT`.
      guard let known = formats[path.stem],
        !known.contains(TranscriptFormat.rank(ofFileName: path.description))
      else { continue }
      drop(sibling: path)
    }
  }

  /// Finds episodes with the same cues, among those that were read and those that stay.
  ///
  /// - Parameter isLeavingOut: whether all of these but the first one leave the index.
  /// - Returns: the paths of those that leave.
  mutating func findDuplicates(isLeavingOut: Bool) -> [FilePath] {
    let readPaths = Set(read.map(\.path))
    let others = indexed.values.filter {
      $0.cueCount > 0 && !dropped.contains($0.path) && !readPaths.contains($0.path)
    }
    let all = read + others.map { ($0.cueHash, $0.path) }
    for (_, equal) in Dictionary(grouping: all, by: \.cues) where equal.count > 1 {
      let paths = equal.map(\.path).sorted()
      guard isLeavingOut || paths.contains(where: readPaths.contains) else { continue }
      summary.duplicates += paths.dropFirst().map { .init(path: $0, first: paths[0]) }
    }
    summary.duplicates.sort { $0.path < $1.path }
    summary.leavesOutDuplicates = isLeavingOut
    return isLeavingOut ? leaveOutDuplicates() : []
  }

  /// Counts duplicates as nothing else.
  private mutating func leaveOutDuplicates() -> [FilePath] {
    let paths = Set(summary.duplicates.map(\.path))
    let moved = summary.moved.count { paths.contains($0.to) }
    let replaced = read.count { paths.contains($0.path) && indexed[$0.path] != nil }
    let new = read.count { paths.contains($0.path) } - replaced
    summary.replaced -= replaced
    summary.added -= new - moved
    summary.changed.removeAll { paths.contains($0.path) }
    changed.removeAll { paths.contains($0.path) }
    unchanged.removeAll { paths.contains($0) }
    dropped.formUnion(paths)
    return paths.sorted()
  }

  /// Drops indexed episodes whose files are gone, of those below the folders that were read and of
  /// those named; where that is in doubt they stay, and this is said.
  mutating func prune(named: [FilePath]) {
    let named = Set(named.map(ReadFolders.identity))
    let found = Set(taken.map(\.path) + unchanged)
    var kept: [DoubtedPlace: Int] = [:]
    for path in indexed.keys.sorted()
    where !dropped.contains(path) && !found.contains(path) {
      switch fate(of: path, named: named) {
      case .unknown, .there: continue
      case .unsure(let place, let reason):
        kept[.init(place: place, reason: reason), default: 0] += 1
      case .gone:
        if !isGoneMember(path), let doubt = folders.doubt(about: path) {
          kept[.init(place: doubt.place, reason: doubt.reason), default: 0] += 1
        } else {
          dropped.insert(path)
          summary.pruned.append(path)
        }
      }
    }
    summary.kept = kept.map { .init(place: $0.place, episodes: $1, reason: $0.reason) }
      .sorted { $0.place < $1.place }
    let pruned = Set(summary.pruned)
    summary.rejected.removeAll { pruned.contains(ReadFolders.identity(of: $0.path)) }
  }
}

extension FileReport {
  fileprivate init(_ file: RejectedFile, _ outcome: Outcome) {
    self.init(file.path, outcome)
    cause = file.cause
  }

  fileprivate init(_ record: EpisodeRecord, _ outcome: Outcome) {
    self.init(record.path, outcome)
    (cues, words) = (record.cueCount, record.wordCount)
  }
}

extension EpisodeRecord {
  /// Whether less than one word in twenty has Han, of as many as tell.
  fileprivate var isForeign: Bool {
    hanWords + otherWords >= 20 && hanWords * 20 < hanWords + otherWords
  }
}

/// A place whose episodes stay, and why.
private struct DoubtedPlace: Hashable {
  let place: FilePath
  let reason: ReadFolders.Doubt
}
