import FilePaths
import ICUSupport
import InvertedIndex
import Synchronization
import Transcripts
import UserInput
public import WordSegmentation

/// Reads transcripts and adds them to an index, with one commit at the end.
///
/// Files are read and analysed on all cores; the index is the same, byte for byte, for any number
/// of them. Files that did not change since they were indexed are not read again.
public struct IndexingRun: Sendable {
  private let options: IndexingOptions
  private let directory: IndexDirectory
  private let segmentation: Segmentation
  private let settings: IndexSettings
  /// Whether the words of the index are to be cut anew.
  private let rebuilds: Bool
  /// Whether every file is an episode, in this run and in all later ones.
  private let takesAllFiles: Bool

  /// The setting of an index that says so: `apart`; without it siblings are one episode.
  package static let siblings = "siblings"

  /// Prepares a run.
  ///
  /// - Throws: `InputError` for a value outside its range; `IndexError` when there is an index that
  ///   cannot be read or was made with other settings; `ICUError` when ICU's data cannot be opened.
  public init(_ options: IndexingOptions) throws {
    try options.check()
    self.options = options
    directory = IndexDirectory(options.indexPath)
    try directory.prepare()
    // Without an index there is nothing to be brought up to date, which opening one says.
    let old = directory.exists || options.updatesMetadata ? try directory.open() : nil
    segmentation = try Self.segmentation(options, old)
    rebuilds = options.rebuilds && old != nil
    let isApart = old?.settings[Self.siblings] == "apart"
    takesAllFiles = isApart || options.takesAllFiles
    if old != nil, takesAllFiles, !isApart, !rebuilds {
      throw IndexError(
        .settingsDiffer,
        "files with the same name are one episode there, but this run has --all-files",
        file: options.indexPath)
    }
    let words = segmentation.settings.setting(Self.siblings, to: takesAllFiles ? "apart" : nil)
    settings = rebuilds ? words : old?.settings ?? words
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
    let known = try Segmentation(of: old)
    guard !options.rebuilds else {
      return try Segmentation(
        options.engine ?? known.engine, .search, dictionary: options.dictionary ?? known.dictionary)
    }
    guard let difference = known.difference(from: options, settings: old.settings) else {
      return known
    }
    throw IndexError(.settingsDiffer, difference, file: options.indexPath)
  }

  /// Why words are cut otherwise than was asked for.
  public var warning: LexiconError? { segmentation.warning }

  /// Runs, and commits the index unless nothing changed.
  ///
  /// - Parameter progress: called from any thread, after every file.
  public func run(
    progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
  ) async throws -> IndexingSummary {
    let clock = ContinuousClock()
    let start = clock.now
    let writer = try openWriter()
    if rebuilds { try writer.replaceAll(settings: settings) }
    if !writer.hasLexicon, let lexicon = segmentation.storedLexicon { writer.setLexicon(lexicon) }
    var metadata = try MetadataLoader(options)
    let records = try writer.committed?.episodes ?? []
    let indexed = Dictionary(
      records.map { ($0.path, $0) }, uniquingKeysWith: { _, last in last })
    var collector: RunCollector
    if options.updatesMetadata {
      collector = RunCollector(
        found: FoundEpisodes(), indexed: indexed, reportsFiles: options.reportsFiles)
      collector.update(records, below: options.paths, &metadata)
      collector.note(metadata, looksBeside: false)
      try setRecords(&collector, writer)
      try commit(&collector, writer)
    } else {
      let found = EpisodeFinder.find(options.paths, with: finder)
      metadata.add(found)
      collector = RunCollector(
        found: found, indexed: indexed, reportsFiles: options.reportsFiles)
      try await add(
        found.candidates, indexed, metadata.sources, to: writer, &collector, progress)
      collector.note(metadata, looksBeside: options.globs.isEmpty)
      try finish(&collector, writer)
    }
    collector.summary.files.sort { $0.path < $1.path }
    collector.summary.seconds = (clock.now - start) / .seconds(1)
    return collector.summary
  }

  private func openWriter() throws -> IndexWriter {
    let writer = try IndexWriter(
      directory, settings: settings, memory: options.memory,
      jobs: options.jobs ?? Processors.count)
    guard rebuilds || writer.settings == settings else {
      throw IndexError(.busy, file: options.indexPath)
    }
    return writer
  }

  private var finder: EpisodeFinder {
    var finder = EpisodeFinder()
    finder.globs = options.globs
    finder.takesAllFiles = takesAllFiles
    finder.isIndex = { IndexDirectory($0.description).exists }
    finder.isIndexFile = { IndexDirectory.isOwn($0.description) }
    return finder
  }

  private func add(
    _ candidates: [EpisodeCandidate], _ indexed: [FilePath: EpisodeRecord],
    _ metadata: MetadataSources, to writer: IndexWriter, _ collector: inout RunCollector,
    _ progress: @escaping @Sendable (IndexingProgress) -> Void
  ) async throws {
    let candidates = takesAllFiles ? candidates : metadata.feeds?.joined(candidates) ?? candidates
    let counter = ProgressCounter(files: candidates.count, report: progress)
    let settings = CandidateReader.Settings(
      indexed: indexed, encoding: options.encoding, format: options.format,
      checksContent: options.checksContent, metadata: metadata, cleaning: options.cleaning)
    let queue = WorkQueue(
      candidates,
      containers: ContainerOpener(
        reader: settings, finder: finder, episodeColumn: options.episodeColumn))
    var workers = IndexingWorkers(queue, jobs: options.jobs ?? Processors.count) {
      CandidateReader(analyzer: try EpisodeAnalyzer(segmentation, id: $0), settings: settings)
    }
    var gathered = collector
    try await workers.run(
      take: { result in
        if let episode = result.outcome.episode { try writer.add(episode) }
        gathered.add(result.outcome)
        if !result.isMember { counter.advance() }
      },
      isFull: { writer.isFull }, empty: { try writer.flush() })
    collector = gathered
  }

  /// Cuts the texts of those episodes anew that stay in the index as they were.
  private func rebuild(_ collector: inout RunCollector, _ writer: IndexWriter) throws {
    guard let old = writer.committed else { return }
    // The number of an encoder that no worker has.
    let analyzer = try EpisodeAnalyzer(segmentation, id: options.jobs ?? Processors.count)
    let changed = Dictionary(uniqueKeysWithValues: collector.changed.map { ($0.path, $0) })
    let gone = collector.dropped.union(collector.replaced)
    try writer.flush()
    for (number, record) in try old.episodes.enumerated() where !gone.contains(record.path) {
      try Task.checkCancellation()
      let transcript = try Transcript(number, record, of: old)
      let episode = try analyzer.analyze(transcript, record: changed[record.path] ?? record)
      collector.noteUpdate(to: episode.record)
      try writer.add(episode)
      guard writer.isFull else { continue }
      try writer.flush()
      analyzer.encoder.reset()
    }
  }

  /// Follows up on what was found, and commits.
  private func finish(_ collector: inout RunCollector, _ writer: IndexWriter) throws {
    collector.findMoves()
    if !takesAllFiles { collector.dropSiblings() }
    if options.prunes { collector.prune(named: options.paths) }
    let duplicates = collector.findDuplicates(isLeavingOut: options.leavesOutDuplicates)
    if !duplicates.isEmpty { try writer.flush() }
    for path in duplicates { try writer.remove(path) }
    try Task.checkCancellation()
    if rebuilds {
      try rebuild(&collector, writer)
    } else {
      for path in collector.dropped { try writer.remove(path) }
      try setRecords(&collector, writer)
    }
    try commit(&collector, writer)
  }

  private func setRecords(_ collector: inout RunCollector, _ writer: IndexWriter) throws {
    for record in collector.changed {
      collector.noteUpdate(to: record)
      try writer.setRecord(of: record.path, to: record)
    }
  }

  private func commit(_ collector: inout RunCollector, _ writer: IndexWriter) throws {
    collector.countUnchanged()
    try writer.commit()
    try collector.summary.count(writer.committed)
  }
}

extension Transcript {
  /// The texts of an indexed episode.
  fileprivate init(
    _ episode: Int, _ record: EpisodeRecord, of index: IndexReader
  ) throws(IndexError) {
    let details = try index.details(of: episode)
    let cues = details.cues.map { cue in
      Cue(
        text: cue.text, start: cue.start.map(Int32.init), end: cue.end.map(Int32.init),
        speaker: record.hasGivenSpeaker ? nil : cue.speaker)
    }
    self.init(
      text: details.text, cues: cues,
      speakers: record.hasGivenSpeaker ? [] : record.speakers, encoding: "UTF-8",
      format: .stored, warnings: [],
      wordTimes: details.wordTimes.map { WordTime(offset: $0.offset, start: $0.start) })
  }
}

/// Counts files as workers finish them.
private final class ProgressCounter: Sendable {
  private let done = Atomic(0)
  private let files: Int
  private let report: @Sendable (IndexingProgress) -> Void

  init(files: Int, report: @escaping @Sendable (IndexingProgress) -> Void) {
    self.files = files
    self.report = report
  }

  func advance() {
    let done = done.wrappingAdd(1, ordering: .relaxed).newValue
    report(IndexingProgress(filesDone: done, files: files))
  }
}
