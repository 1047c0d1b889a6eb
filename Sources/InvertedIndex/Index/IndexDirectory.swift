/// The folder of an index on disk: whether there is one, and opening it.
public struct IndexDirectory: Sendable {
  public let path: String
  let storage: any IndexStorage

  public init(_ path: String) {
    self.init(SystemStorage(path: path))
  }

  init(_ storage: any IndexStorage) {
    self.storage = storage
    path = storage.path
  }

  /// The version of the format that is written and read.
  public static var formatVersion: Int { Int(IndexFormat.version) }

  /// Whether there is an index, of any version, whole or not.
  public var exists: Bool {
    // A folder that cannot be listed is no index to skip; opening it says why.
    (try? storage.names())?.contains {
      $0 == IndexFormat.firstFormatName
        || IndexFormat.number($0, IndexFormat.manifestPrefix) != nil
    } ?? false
  }

  /// Whether a file of that name in an index's folder is the index's.
  public static func isOwn(_ name: String) -> Bool {
    name == IndexFormat.lockName || name.hasPrefix(IndexFormat.firstFormatName)
      || IndexFormat.isOwn(name)
  }

  /// Opens the index as it was committed last.
  ///
  /// Only the manifest and the contents of the segments are read. Later commits do not change what
  /// a reader sees.
  ///
  /// - Throws: `IndexError` with code `missing`, `unsupportedVersion`, `corrupt` or `system`.
  public func open() throws(IndexError) -> IndexReader {
    guard let state = try load() else {
      throw IndexError(.missing, file: path)
    }
    return IndexReader(state)
  }

  /// The newest manifest with its segments; `nil` if there is no index.
  func load() throws(IndexError) -> IndexState? {
    // A commit may replace the files between one look and the next.
    for _ in 0..<100 {
      guard let generation = try newestGeneration() else { return nil }
      let name = IndexFormat.name(IndexFormat.manifestPrefix, generation)
      guard let contents = try storage.contents(of: name) else { continue }
      let manifest = try Manifest(contents)
      let lexicon = try IndexState.lexicon(of: manifest, in: storage)
      if let segments = try segments(of: manifest), (lexicon == nil) == (manifest.lexicon == 0) {
        return IndexState(
          generation: generation, manifest: manifest, segments: segments, lexicon: lexicon)
      }
      guard try newestGeneration() != generation else {
        throw IndexError.corrupt("a file that it names is missing").inFile("\(path)/\(name)")
      }
    }
    throw IndexError(.busy, file: path)
  }

  private func newestGeneration() throws(IndexError) -> UInt64? {
    let names = try storage.names()
    let newest = names.compactMap { IndexFormat.number($0, IndexFormat.manifestPrefix) }.max()
    if newest == nil, names.contains(IndexFormat.firstFormatName) {
      throw .unsupported(1, path: "\(path)/\(IndexFormat.firstFormatName)")
    }
    return newest
  }

  /// - Returns: `nil` if a file is not there.
  private func segments(of manifest: Manifest) throws(IndexError) -> [LiveSegment]? {
    var segments: [LiveSegment] = []
    for entry in manifest.segments {
      guard let contents = try storage.contents(of: entry.name) else { return nil }
      let segment = try SegmentReader(contents)
      guard segment.file.hash == entry.hash, segment.file.size == entry.size,
        segment.counts.words == entry.words, entry.deletes(from: segment.counts.episodes)
      else {
        throw segment.corrupt("it is not the file that the manifest names")
      }
      segments.append(LiveSegment(segment, deleted: entry.deleted))
    }
    return segments
  }

  /// Makes sure that the folder is there and can be written to, before any work is done.
  public func prepare() throws(IndexError) {
    try storage.prepare()
  }

  /// How many bytes the index takes on disk, all files counted but what is derived from it.
  public var size: Int {
    // A size that is shown: files that cannot be seen are not in it.
    let names = ((try? storage.names()) ?? []).filter {
      IndexFormat.isOwn($0) && !$0.hasPrefix(IndexFormat.derivedPrefix)
    }
    return names.reduce(0) { total, name in
      total + ((try? storage.contents(of: name))??.bytes.count ?? 0)
    }
  }
}

/// An index as one commit left it.
struct IndexState {
  var generation: UInt64
  var manifest: Manifest
  var segments: [LiveSegment]
  var lexicon: FileContents?

  /// The file of the lexicon that a manifest names; `nil` without one.
  static func lexicon(
    of manifest: Manifest, in storage: any IndexStorage
  ) throws(IndexError) -> FileContents? {
    guard manifest.lexicon != 0 else { return nil }
    return try storage.contents(of: IndexFormat.name(IndexFormat.lexiconPrefix, manifest.lexicon))
  }
}
