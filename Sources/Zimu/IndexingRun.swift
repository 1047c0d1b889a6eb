import ICUSupport
import InvertedIndex
import Synchronization
import Transcripts
import WordSegmentation

/// Reads transcripts and adds them to an index, which is replaced all at once at the end.
///
/// Files are read and analysed on all cores; the index is the same, byte for byte, for any number
/// of them. Files that did not change since they were indexed are not read again.
public struct IndexingRun: Sendable {
  /// How far a run is.
  public struct Progress: Sendable {
    public let filesDone: Int
    public let files: Int
  }

  /// Files are analysed in batches of about this many bytes.
  private static let batchSize = 32 << 20

  private let options: IndexingOptions
  private let directory: IndexDirectory
  private let segmentation: Segmentation
  private let settings: IndexSettings
  private let old: IndexReader?
  private let indexed: [String: EpisodeRecord]

  /// Prepares a run.
  ///
  /// - Throws: `IndexError` when there is an index that cannot be read or was made with other
  ///   settings; `ICUError` when ICU's data cannot be opened.
  public init(_ options: IndexingOptions) throws {
    self.options = options
    directory = IndexDirectory(options.indexPath)
    try directory.prepare()
    old = directory.exists ? try directory.open() : nil
    segmentation = try Self.segmentation(options, old)
    settings = old?.settings ?? segmentation.settings
    indexed = Dictionary(
      uniqueKeysWithValues: (old?.episodes ?? []).map { ($0.path, $0) })
  }

  /// What the index was made with, or, where there is none, what is asked for.
  ///
  /// - Throws: `IndexError` where something else is asked for than the index was made with.
  private static func segmentation(
    _ options: IndexingOptions, _ old: IndexReader?
  ) throws -> Segmentation {
    guard let old else {
      return try Segmentation(
        options.engine ?? .compiled, .search, dictionary: options.dictionary ?? UserDictionary())
    }
    let known = try Segmentation(of: old.settings)
    guard let difference = known.difference(from: options, settings: old.settings) else {
      return known
    }
    throw IndexError(
      .settingsDiffer,
      "the index at \(options.indexPath) was made otherwise: \(difference); name another folder "
        + "with --index, or remove this one and index again")
  }

  /// Why words are cut otherwise than was asked for.
  public var warning: String? { segmentation.warning }

  /// Runs, and commits the index unless nothing changed.
  ///
  /// - Parameter progress: called from any thread, after every file.
  public func run(
    progress: @escaping @Sendable (Progress) -> Void = { _ in }
  ) async throws -> IndexingSummary {
    let clock = ContinuousClock()
    let start = clock.now
    let found = EpisodeFinder.find(options.paths, with: finder)
    var collector = RunCollector(found: found)
    let counter = ProgressCounter(files: found.candidates.count, report: progress)
    for batch in batches(of: found.candidates) {
      for outcome in try await analyze(batch, counter) { collector.add(outcome) }
    }
    let summary = try commit(&collector)
    collector.summary.episodes = summary
    collector.summary.seconds = (clock.now - start) / .seconds(1)
    return collector.summary
  }

  private var finder: EpisodeFinder {
    var finder = EpisodeFinder()
    finder.show = options.show
    finder.globs = options.globs
    finder.takesAllFiles = options.takesAllFiles
    finder.isIndex = { IndexDirectory($0).exists }
    return finder
  }

  private func batches(of candidates: [EpisodeCandidate]) -> [ArraySlice<EpisodeCandidate>] {
    var batches: [ArraySlice<EpisodeCandidate>] = []
    var (start, size) = (0, 0)
    for (index, candidate) in candidates.enumerated() {
      size += 1024 + (SystemFile.status(candidate.files[0].path)?.size ?? 0)
      if size >= Self.batchSize {
        batches.append(candidates[start...index])
        (start, size) = (index + 1, 0)
      }
    }
    if start < candidates.count { batches.append(candidates[start...]) }
    return batches
  }

  /// Analyses a batch on all cores; the outcomes are in the order of the batch.
  private func analyze(
    _ batch: ArraySlice<EpisodeCandidate>, _ counter: ProgressCounter
  ) async throws -> [CandidateReader.Outcome] {
    let next = Atomic(batch.startIndex)
    let nextCandidate: @Sendable () -> Int = {
      next.wrappingAdd(1, ordering: .relaxed).oldValue
    }
    return try await withThrowingTaskGroup(of: [(Int, CandidateReader.Outcome)].self) { group in
      for _ in 0..<min(options.jobs ?? Processors.count, batch.count) {
        group.addTask {
          let reader = CandidateReader(
            analyzer: try EpisodeAnalyzer(segmentation), indexed: indexed,
            encoding: options.encoding)
          var outcomes: [(Int, CandidateReader.Outcome)] = []
          while case let index = nextCandidate(), index < batch.endIndex {
            outcomes.append((index, reader.read(batch[index])))
            counter.advance()
          }
          return outcomes
        }
      }
      var outcomes: [(Int, CandidateReader.Outcome)] = []
      for try await part in group { outcomes += part }
      return outcomes.sorted { $0.0 < $1.0 }.map(\.1)
    }
  }

  /// Writes the index if anything changed.
  ///
  /// - Returns: how many episodes it holds.
  private func commit(_ collector: inout RunCollector) throws -> Int {
    collector.findMoves(from: old)
    if !options.takesAllFiles { collector.dropSiblings(of: old) }
    if let old, !collector.changes(indexed) { return old.episodes.count }
    let dropped = collector.dropped
    var builder: IndexBuilder
    if let old {
      builder = try IndexBuilder(copying: old) { !dropped.contains(old.episodes[$0].path) }
    } else {
      builder = IndexBuilder(settings: settings)
    }
    builder.setRecords(
      Dictionary(collector.unchanged.map { ($0.path, $0) }, uniquingKeysWith: { $1 }))
    for episode in collector.episodes { try builder.add(episode) }
    try directory.write(builder)
    return builder.episodeCount
  }
}

/// Counts files as workers finish them.
private final class ProgressCounter: Sendable {
  private let done = Atomic(0)
  private let files: Int
  private let report: @Sendable (IndexingRun.Progress) -> Void

  init(files: Int, report: @escaping @Sendable (IndexingRun.Progress) -> Void) {
    self.files = files
    self.report = report
  }

  func advance() {
    let done = done.wrappingAdd(1, ordering: .relaxed).newValue
    report(IndexingRun.Progress(filesDone: done, files: files))
  }
}
