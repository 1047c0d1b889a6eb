import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct IndexDirectoryTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func builder(_ path: String) throws -> IndexBuilder {
    var builder = IndexBuilder(settings: IndexSettings(["test": "1"]))
    let record = EpisodeRecord(path: path, title: "", show: "", date: "")
    try builder.add(IndexableEpisode(record: record, text: []))
    return builder
  }

  @Test func replacesAllOfItAndLeavesNothingElse() throws {
    let directory = IndexDirectory(folder.path + "/a/b/index")
    #expect(!directory.exists)
    try directory.write(builder("/1"))
    try directory.write(builder("/2"))
    #expect(try directory.open().episodes.map(\.path) == ["/2"])
    #expect(try folder.contents(of: "a/b/index") == ["index.zimu"])
    #expect(directory.size > 0)
  }

  @Test func missingIndexesSayWhatToDo() {
    let error = #expect(throws: IndexError.self) { try IndexDirectory(folder.path).open() }
    #expect(error?.code == .missing)
    #expect(error?.message.contains("zimu index") == true)
  }

  /// A write that fails leaves the index as it was, and no other file.
  @Test func failedWritesLeaveTheOldIndex() throws {
    let path = try folder.write("x", to: "file")
    let error = #expect(throws: IndexError.self) {
      try IndexDirectory(path + "/index").write(try builder("/1"))
    }
    #expect(error?.code == .system)
    try folder.write("x", to: "index/index.zimu/blocks the rename")
    #expect(throws: IndexError.self) {
      try IndexDirectory(folder.path + "/index").write(try builder("/1"))
    }
    #expect(try folder.contents(of: "index") == ["index.zimu"])
  }

  @Test func readersKeepWhatTheyOpened() throws {
    let directory = IndexDirectory(folder.path + "/index")
    try directory.write(builder("/1"))
    let old = try directory.open()
    try directory.write(builder("/2"))
    #expect(old.episodes.map(\.path) == ["/1"])
    #expect(try old.text(of: 0).isEmpty)
  }

  @Test func settingsHaveNames() {
    let settings = IndexSettings(["search-form": "a", "segmentation": "b"])
    #expect(settings["segmentation"] == "b" && settings["other"] == nil)
  }
}
