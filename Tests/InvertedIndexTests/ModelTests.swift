import FilePaths
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct ModelTests {
  /// Whatever is done to an index, in whatever order: it answers as the episodes themselves do.
  @Test(arguments: 0..<12) func agreesWithTheNaiveIndex(seed: UInt64) throws {
    var play = IndexPlay(seed: seed)
    for _ in 0..<12 {
      try play.change()
      try play.commit()
      try play.committed.check(try play.directory.open())
    }
  }

  /// Words by what they contain, start or end with, and words by position: those of a plain scan.
  @Test func termsAndWordsAreFoundByTheirParts() throws {
    var play = IndexPlay(seed: 200)
    for _ in 0..<6 {
      try play.change()
      try play.commit()
    }
    try play.commit(optimizing: true)
    let segment = try #require(try play.directory.open().segments.first).segment
    let keys = try (0..<segment.counts.terms).map { Array(try segment.key(of: $0)) }
    for text in ["数", "软件", "型", "的", "𠀀", "w1", "模型x", ""] {
      let part = Array(text.utf8)
      let containing = keys.indices.filter {
        keys[$0].firstRange(of: part) != nil || part.isEmpty
      }
      #expect(try segment.terms(containing: part) == containing)
      #expect(
        try segment.terms(endingWith: part)
          == keys.indices.filter { keys[$0].suffix(part.count) == part[...] })
      #expect(
        try Array(segment.terms(startingWith: part))
          == keys.indices.filter { keys[$0].starts(with: part) })
    }
    for episode in 0..<segment.counts.episodes {
      let words = try segment.words(of: episode)
      let (spellings, stream, joints) = try (
        words.stream.spellings(), words.stream.localStream(), words.stream.allJoints()
      )
      for position in 0..<words.wordCount {
        #expect(try words.stream.spelling(at: position) == Int(spellings[Int(stream[position])]))
        #expect(words.stream.joint(at: position).rawValue == joints[position])
      }
    }
  }

  /// However it came about, an optimized index has the bytes of one fresh run.
  @Test(arguments: 0..<12) func optimizingGivesTheBytesOfOneRun(seed: UInt64) throws {
    var play = IndexPlay(seed: 100 + seed)
    for _ in 0..<6 {
      try play.change()
      try play.commit()
    }
    try play.commit(optimizing: true)
    let fresh = MemoryStorage()
    let writer = try IndexWriter(IndexDirectory(fresh), settings: play.settings)
    let encoder = EpisodeEncoder(id: 0)
    writer.setLexicon(IndexPlay.lexicon)
    for episode in play.committed.sorted { try writer.add(episode.encoded(by: encoder)) }
    try writer.commit()
    #expect(Self.contents(fresh) == Self.contents(play.storage))
    try play.committed.check(try IndexDirectory(fresh).open())
  }

  /// What the files hold, whatever the generation.
  private static func contents(_ storage: MemoryStorage) -> Set<[UInt8]> {
    Set(storage.files.values)
  }

  /// Small runs, several encoders, any order: the same bytes.
  @Test func bytesDependOnTheEpisodesAlone() throws {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<10 {
      var naive = NaiveIndex()
      for number in 0..<20 {
        let path = FilePath("/\(number)")
        naive.episodes[path] = NaiveIndex.episode(path: path, using: &generator)
      }
      let expected = try Self.written(naive.sorted, encoders: 1, memory: 1 << 30)
      #expect(try Self.written(naive.sorted, encoders: 3, memory: 1 << 30) == expected)
      #expect(try Self.written(naive.sorted, encoders: 2, memory: 1) == expected)
      let shuffled = naive.sorted.shuffled(using: &generator)
      #expect(try Self.written(shuffled, encoders: 2, memory: 1 << 30) == expected)
    }
  }

  private static func written(
    _ episodes: [PlainEpisode], encoders: Int, memory: Int
  ) throws -> Set<[UInt8]> {
    let storage = MemoryStorage()
    let writer = try IndexWriter(
      IndexDirectory(storage), settings: IndexSettings([:]), memory: memory)
    let encoders = (0..<encoders).map { EpisodeEncoder(id: $0) }
    for (number, episode) in episodes.enumerated() {
      try writer.add(episode.encoded(by: encoders[number % encoders.count]))
      if writer.isFull {
        try writer.flush()
        for encoder in encoders { encoder.reset() }
      }
    }
    try writer.commit()
    return contents(storage)
  }
}

/// Random changes to an index, and to its plain twin.
struct IndexPlay {
  let storage: MemoryStorage
  let settings = IndexSettings(["test": "1"])
  static let lexicon = StoredLexicon(compressing: (0..<5_000).map { UInt8($0 * $0 % 251) })
  var generator: SeededGenerator
  /// What the next commit will hold, and what the last one does.
  var next = NaiveIndex()
  private(set) var committed = NaiveIndex()
  /// Paths that were changed since the last commit.
  private var touched: Set<FilePath> = []
  private var writer: IndexWriter?
  private let encoder = EpisodeEncoder(id: 0)

  var directory: IndexDirectory { IndexDirectory(storage) }

  init(seed: UInt64, storage: MemoryStorage = MemoryStorage()) {
    generator = SeededGenerator(seed: seed)
    self.storage = storage
  }

  /// Goes on from where another one is, in a copy of its storage.
  init(copying other: IndexPlay, storage: MemoryStorage, seed: UInt64) {
    self.init(seed: seed, storage: storage)
    (next, committed) = (other.committed, other.committed)
  }

  /// Opens the index for writing, and commits what that changes.
  mutating func settle() throws {
    try IndexWriter(directory, settings: settings).commit()
  }

  /// Adds, replaces, removes and moves some episodes.
  mutating func change() throws {
    if writer == nil || Bool.random(using: &generator) {
      // Only one may write at a time.
      writer = nil
      writer = try IndexWriter(directory, settings: settings, memory: 100_000)
      writer?.setLexicon(IndexPlay.lexicon)
      encoder.reset()
    }
    let writer = writer!
    for _ in 0..<Int.random(in: 0...6, using: &generator) {
      let path = FilePath("/talks/\(Int.random(in: 0...30, using: &generator)).txt")
      // What was changed since the last commit is changed again, too: added twice, added and removed.
      let isTouched = !touched.insert(path).inserted
      switch Int.random(in: 0...9, using: &generator) {
      case 0...5:
        next.episodes[path] = NaiveIndex.episode(path: path, using: &generator)
        try writer.add(next.episodes[path]!.encoded(by: encoder))
      case 6...7 where next.episodes[path] != nil:
        let wasCommitted = try writer.remove(path)
        #expect(wasCommitted || isTouched)
        next.episodes[path] = nil
      case 8 where committed.episodes[path] != nil && !isTouched: try move(path, writer)
      default: if !isTouched { touched.remove(path) }
      }
      if writer.isFull {
        try writer.flush()
        encoder.reset()
      }
    }
  }

  private mutating func move(_ path: FilePath, _ writer: IndexWriter) throws {
    let new = FilePath("/moved/\(Int.random(in: 0...1_000_000, using: &generator)).txt")
    var episode = next.episodes.removeValue(forKey: path)!
    let index = try #require(writer.committed)
    var record = try #require(try index.episodes.first { $0.path == path })
    record.path = new
    record.title = "moved"
    (episode.record.path, episode.record.title) = (new, "moved")
    try writer.setRecord(of: path, to: record)
    next.episodes[new] = episode
  }

  mutating func commit(optimizing: Bool = false) throws {
    try writer?.commit(optimizing: optimizing)
    encoder.reset()
    committed = next
    touched = []
  }
}
