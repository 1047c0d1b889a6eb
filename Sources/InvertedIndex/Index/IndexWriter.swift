public import FilePaths

/// Changes an index: adds, replaces and removes episodes, and commits all of that at once.
///
/// While there is one no other process can write. What was added and not committed is lost with
/// it, and nothing else is. Values must not be used by two threads at a time.
public final class IndexWriter {
  let storage: any IndexStorage
  private let lock: any WriterLock
  var generation: UInt64
  var manifest: Manifest
  /// The segments of the last commit, less what was removed since.
  var segments: [LiveSegment]
  /// Of each segment, the records that change.
  var records: [[Int: EpisodeRecord]]
  /// Where the episode of a path is; `nil` until it is asked for, as most writers end with their
  /// commit.
  var knownLocations: [FilePath: Location]?
  /// What the last commit holds; `nil` before the first one.
  public internal(set) var committed: IndexReader?

  private let memory: Int
  let jobs: Int
  /// More threads than this would not help any machine.
  private static let mostJobs = 1_024
  private var run: Run?
  /// Runs that are on disk.
  var runs: [LiveSegment] = []
  var runNames: [String] = []
  private var temporaryNumber = 0
  /// Segments of other indexes, and where the episodes of their paths are.
  var foreign: [LiveSegment] = []
  var foreignPaths: [FilePath: Location] = [:]
  var isChanged = false
  /// A lexicon that the next commit stores.
  var lexicon: StoredLexicon?

  struct Location {
    let segment: Int
    let episode: Int
  }

  private struct Run {
    let name: String
    var writer: SegmentWriter
    var buffer: RunBuffer
  }

  /// Opens an index for writing, or starts one.
  ///
  /// - Parameters:
  ///   - settings: of an index that is not there yet.
  ///   - memory: about how many bytes may be held before they are written.
  ///   - jobs: how many cores encode.
  /// - Throws: `IndexError` with code `locked` if another process writes the index.
  public init(
    _ directory: IndexDirectory, settings: @autoclosure () throws -> IndexSettings,
    memory: Int = 256 << 20, jobs: Int = 1
  ) throws {
    storage = directory.storage
    try directory.prepare()
    lock = try storage.lock()
    let state = try directory.load()
    generation = state?.generation ?? 0
    manifest = try state?.manifest ?? Manifest(settings: settings())
    segments = state?.segments ?? []
    records = segments.map { _ in [:] }
    committed = state.map { IndexReader($0) }
    (self.memory, self.jobs) = (memory, max(1, min(jobs, Self.mostJobs)))
    isChanged = state == nil
    try removeLeftovers()
  }

  deinit {
    // What cannot be removed now the next writer removes.
    for name in runNames + (run.map { [$0.name] } ?? []) { try? storage.remove(name) }
  }

  public var settings: IndexSettings { manifest.settings }

  /// Lends where the episodes are.
  private func withLocations<Result>(
    _ body: (inout [FilePath: Location]) -> Result
  ) throws(IndexError) -> Result {
    var locations: [FilePath: Location]
    if let knownLocations { locations = knownLocations } else { locations = try findEpisodes() }
    knownLocations = nil
    defer { knownLocations = locations }
    return body(&locations)
  }

  private func findEpisodes() throws(IndexError) -> [FilePath: Location] {
    var locations: [FilePath: Location] = [:]
    for (segment, live) in segments.enumerated() {
      for episode in live.episodes {
        locations[try live.segment.path(of: episode)] = Location(
          segment: segment, episode: episode)
      }
    }
    return locations
  }

  /// Removes what earlier writers left when they were killed.
  func removeLeftovers() throws(IndexError) {
    let current = IndexFormat.name(IndexFormat.manifestPrefix, generation)
    let own = manifest.fileNames.union([current])
    for name in try storage.names() where IndexFormat.isOwn(name) && !own.contains(name) {
      try storage.remove(name)
    }
  }

  /// Whether `flush` is due: as much is held as may be.
  public var isFull: Bool {
    guard let buffer = run?.buffer else { return false }
    // The rest is for episodes under way, and for sorting and encoding in the end.
    return buffer.size >= memory / 8 * 5
  }

  /// Adds an episode, in place of one with the same path, be that in the last commit or added since.
  public func add(_ episode: EncodedEpisode) throws(IndexError) {
    try remove(episode.record.path)
    // In a segment episodes are in order of paths.
    if let last = run?.buffer.lastPath, last >= episode.record.path { try beginAnotherRun() }
    if self.run == nil { self.run = try startRun(RunBuffer()) }
    var run = self.run!
    self.run = nil
    do throws(IndexError) {
      try episode.words.lend { (bytes) throws(IndexError) in
        try run.writer.addWords(bytes, wordCount: episode.record.wordCount)
      }
    } catch {
      // The error that matters is the one that is thrown.
      try? storage.remove(run.name)
      throw error
    }
    run.buffer.add(episode)
    self.run = run
    isChanged = true
  }

  /// Adds the episodes of another index, in place of those with the same paths.
  ///
  /// Its settings must be this index's.
  public func add(_ other: IndexReader) throws(IndexError) {
    if !hasLexicon, let contents = other.lexiconFile {
      setLexicon(StoredLexicon(bytes: Array(contents.bytes)))
    }
    for live in other.segments {
      foreign.append(live)
      for episode in live.episodes {
        let path = try live.segment.path(of: episode)
        try remove(path)
        foreignPaths[path] = Location(segment: foreign.count - 1, episode: episode)
      }
      isChanged = true
    }
  }

  /// Removes the episode of a path, whether it was committed or added since.
  ///
  /// - Returns: whether there was one in the last commit.
  @discardableResult
  public func remove(_ path: FilePath) throws(IndexError) -> Bool {
    try removeAdded(path)
    let location = try withLocations { $0.removeValue(forKey: path) }
    guard let location else { return false }
    segments[location.segment].delete(location.episode)
    records[location.segment][location.episode] = nil
    isChanged = true
    return true
  }

  /// Takes out what was added under a path since the last commit.
  private func removeAdded(_ path: FilePath) throws(IndexError) {
    if let buffer = run?.buffer, buffer.holds(path) { try beginAnotherRun() }
    for index in runs.indices {
      guard let episode = try runs[index].segment.episode(at: path) else { continue }
      runs[index].delete(episode)
    }
    if let before = foreignPaths.removeValue(forKey: path) {
      foreign[before.segment].delete(before.episode)
    }
  }

  /// Writes what is held, and goes on with the same encoders.
  private func beginAnotherRun() throws(IndexError) {
    guard let buffer = run?.buffer else { return }
    try flush()
    run = try startRun(buffer.restarted())
  }

  /// Gives an episode of the last commit another record, perhaps with another path.
  public func setRecord(of path: FilePath, to record: EpisodeRecord) throws(IndexError) {
    guard let location = try withLocations({ $0.removeValue(forKey: path) }) else { return }
    if record.path != path { try remove(record.path) }
    try withLocations { $0[record.path] = location }
    records[location.segment][location.episode] = record
    isChanged = true
  }

  /// Whether the index holds a lexicon, or is to.
  public var hasLexicon: Bool { manifest.lexicon != 0 }

  /// Stores a lexicon with the next commit, in place of the one that is there.
  public func setLexicon(_ lexicon: StoredLexicon) {
    guard lexicon.hash != manifest.lexicon else { return }
    self.lexicon = lexicon
    manifest.lexicon = lexicon.hash
    isChanged = true
  }

  /// Removes all episodes, and gives the index other settings with the next commit.
  public func replaceAll(settings: IndexSettings) throws(IndexError) {
    for path in try withLocations({ Array($0.keys) }) { try remove(path) }
    manifest.settings = settings
    manifest.lexicon = 0
    isChanged = true
  }

  func temporaryName() -> String {
    temporaryNumber += 1
    return "\(IndexFormat.segmentPrefix)\(temporaryNumber)\(IndexFormat.temporarySuffix)"
  }

  private func startRun(_ buffer: RunBuffer) throws(IndexError) -> Run {
    let name = temporaryName()
    return Run(
      name: name, writer: SegmentWriter(try storage.create(name)), buffer: buffer)
  }

  /// Writes what is held to disk; encoders must start anew afterwards.
  public func flush() throws(IndexError) {
    guard let run = self.run else { return }
    self.run = nil
    runNames.append(run.name)
    var writer = run.writer
    try run.buffer.write(to: &writer, jobs: jobs)
    _ = try writer.finish()
    runs.append(LiveSegment(try open(run.name)))
  }

  func open(_ name: String) throws(IndexError) -> SegmentReader {
    guard let contents = try storage.contents(of: name) else {
      throw IndexError(
        .system, "a file that was just written is missing:", file: "\(storage.path)/\(name)")
    }
    return try SegmentReader(contents)
  }
}

extension String {
  /// Whether the bytes come before another string's.
  package func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }
}
