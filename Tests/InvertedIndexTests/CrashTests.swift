import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct CrashTests {
  /// Wherever a process is killed, or the disk is full: the last commit is there, or the one that was
  /// being made, and is whole. Where the power goes as well, too.
  @Test(arguments: [(false, 300), (true, 600)])
  func aCommitIsAllOrNothing(losesPower: Bool, rounds: Int) throws {
    var generator = SeededGenerator(seed: losesPower ? 41 : 42)
    var play = try Self.grown(seed: 40)
    for round in 0..<rounds {
      let storage = play.storage.afterKill()
      var next = IndexPlay(copying: play, storage: storage, seed: UInt64(round))
      let isWhole = Self.run(&next, failingAfter: Int.random(in: 0...24, using: &generator))
      let left = losesPower ? storage.afterPowerLoss(using: &generator) : storage.afterKill()
      let index = try IndexDirectory(left).open()
      if isWhole || (try? next.next.check(matching: index)) == true {
        try next.next.check(index)
      } else {
        try next.committed.check(index)
      }
      // What is left can be written to, and leaves nothing behind.
      var again = IndexPlay(copying: play, storage: left, seed: UInt64(round))
      try again.settle()
      #expect(left.files.keys.filter { $0.hasSuffix(".tmp") }.isEmpty)
      if round.isMultiple(of: 50) { play = try Self.grown(seed: UInt64(1000 + round)) }
    }
  }

  private static func grown(seed: UInt64) throws -> IndexPlay {
    var play = IndexPlay(seed: seed)
    for _ in 0..<4 {
      try play.change()
      try play.commit()
    }
    return play
  }

  /// - Returns: whether the commit came through.
  private static func run(_ play: inout IndexPlay, failingAfter count: Int) -> Bool {
    do {
      play.storage.fail(after: count)
      defer { play.storage.fail(after: nil) }
      try play.change()
      try play.commit()
      return true
    } catch {
      return false
    }
  }

  @Test func theLexiconComesBack() throws {
    var play = try Self.grown(seed: 43)
    let image = try #require(try play.directory.open().lexicon())
    #expect(StoredLexicon(compressing: image) == IndexPlay.lexicon)
    let name = try #require(play.storage.files.keys.first { $0.hasPrefix("lexicon-") })
    var bytes = play.storage.files[name]!
    bytes[bytes.count - 1] ^= 1
    play.storage.files[name] = bytes
    #expect(try play.directory.open().verify().map(\.error.file) == ["memory/\(name)"])
    #expect(throws: IndexError.self) { try play.directory.open().lexicon() }
    try play.commit()
  }

  @Test func onlyOneWrites() throws {
    let storage = MemoryStorage()
    let directory = IndexDirectory(storage)
    let writer = try IndexWriter(directory, settings: IndexSettings([:]))
    let error = #expect(throws: IndexError.self) {
      try IndexWriter(directory, settings: IndexSettings([:]))
    }
    #expect(error?.code == .locked)
    try writer.commit()
  }

  @Test func aFolderTellsWhoWrites() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(folder.path + "/a/b/index")
    let writer = try IndexWriter(directory, settings: IndexSettings([:]))
    let error = #expect(throws: IndexError.self) {
      try IndexWriter(directory, settings: IndexSettings([:]))
    }
    #expect(error?.code == .locked && error?.detail.hasPrefix("process ") == true)
    try writer.commit()
    #expect(directory.exists && directory.size > 0)
  }

  @Test func readersKeepWhatTheyOpened() throws {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(folder.path)
    let encoder = EpisodeEncoder(id: 0)
    let writer = try IndexWriter(directory, settings: IndexSettings([:]))
    for number in 0..<3 {
      let cue = PlainEpisode.Cue([PlainEpisode.Word("w\(number)")])
      try writer.add(PlainEpisode(path: "/\(number)", cues: [cue]).encoded(by: encoder))
    }
    try writer.commit()
    let old = try directory.open()
    try writer.remove("/1")
    try writer.commit(optimizing: true)
    #expect(try old.episodes.map(\.path) == ["/0", "/1", "/2"])
    #expect(try old.text(of: 1)[...].string == "w1\n")
    #expect(try directory.open().episodes.map(\.path) == ["/0", "/2"])
    #expect(try folder.contents().count == 3)
  }

  @Test func missingIndexesSayWhatToDo() throws {
    let folder = try TemporaryFolder()
    let error = #expect(throws: IndexError.self) { try IndexDirectory(folder.path).open() }
    #expect(error == IndexError(.missing, file: folder.path))
  }

  /// The one file of the first format is refused by name.
  @Test func theFirstFormatIsRefused() throws {
    let folder = try TemporaryFolder()
    let fixture = Array("ZIMUIDX\0".utf8) + [1, 0, 0, 0, 13, 0, 0, 0]
    try folder.write(fixture, to: "index.zimu")
    let directory = IndexDirectory(folder.path)
    #expect(directory.exists)
    let error = #expect(throws: IndexError.self) { try directory.open() }
    #expect(error == IndexError(.unsupportedVersion(1), file: folder.path + "/index.zimu"))
    #expect(throws: IndexError.self) { try IndexWriter(directory, settings: IndexSettings([:])) }
  }
}
