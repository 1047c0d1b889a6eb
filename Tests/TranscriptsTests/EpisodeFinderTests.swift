import Foundation
import TestSupport
import Testing
import Transcripts

@Suite struct EpisodeFinderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for name in [
      "show1/2024-01 a.txt", "show1/2024-01 a.srt", "show1/2024-01 a.json", "show1/deep/b.csv",
      "show2/c.vtt", "top.txt", "README.txt", "show1/LICENSE.txt", "metadata.csv", ".hidden.txt",
      "show2/talk.stm", "show2/.git/x.txt", "old/index.zimu", "old/x.txt",
    ] {
      try folder.write("x", to: name)
    }
  }

  private func find(_ change: (inout EpisodeFinder) -> Void = { _ in }) -> FoundEpisodes {
    var finder = EpisodeFinder()
    finder.isIndex = { FileManager.default.fileExists(atPath: "\($0)/index.zimu") }
    change(&finder)
    return EpisodeFinder.find([folder.path], with: finder)
  }

  private func short(_ path: String) -> String { path.replacing(folder.path + "/", with: "") }

  @Test func siblingsAreOneEpisode() {
    let found = find()
    #expect(
      found.candidates.map { $0.files.map { short($0.path) } } == [
        ["show1/2024-01 a.json", "show1/2024-01 a.srt", "show1/2024-01 a.txt"],
        ["show1/deep/b.csv"], ["show2/c.vtt"], ["top.txt"],
      ])
    #expect(found.candidates.map(\.show) == ["show1", "show1", "show2", ""])
    #expect(
      found.skipped.map(short) == [
        "README.txt", "metadata.csv", "show1/LICENSE.txt", "show2/talk.stm",
      ])
    #expect(found.rejected.isEmpty)
  }

  @Test func allFilesTakesEach() {
    #expect(find { $0.takesAllFiles = true }.candidates.count == 6)
  }

  @Test func globsNarrow() {
    #expect(
      find { $0.globs = ["*.srt", "c*"] }.candidates.flatMap(\.files).map { short($0.path) } == [
        "show1/2024-01 a.srt", "show2/c.vtt",
      ])
    #expect(find { $0.globs = ["show1/*"] }.candidates.count == 2)
  }

  @Test func showCanBeNamed() {
    #expect(Set(find { $0.show = "会议" }.candidates.map(\.show)) == ["会议"])
  }

  @Test func namedFilesMustBeThere() throws {
    let paths = [
      "\(folder.path)/none.txt", "\(folder.path)/show2/talk.stm", "\(folder.path)/top.txt",
    ]
    let found = EpisodeFinder.find(paths, with: EpisodeFinder())
    #expect(found.rejected.map { short($0.path) } == ["none.txt", "show2/talk.stm"])
    #expect(found.candidates.flatMap(\.files).map(\.isNamed) == [true])
  }

  @Test func namedFilesFollowTheSameRules() {
    let names = ["2024-01 a.txt", "2024-01 a.srt", "LICENSE.txt"]
    let paths = names.map { "\(folder.path)/show1/\($0)" } + ["\(folder.path)/show1"]
    let found = EpisodeFinder.find(paths, with: EpisodeFinder())
    #expect(
      found.candidates.map { $0.files.map { short($0.path) } } == [
        ["show1/2024-01 a.json", "show1/2024-01 a.srt", "show1/2024-01 a.txt"],
        ["show1/deep/b.csv"],
      ])
    #expect(found.rejected.map { short($0.path) } == ["show1/LICENSE.txt"])
  }

  @Test func linksKeepTheirNames() throws {
    try folder.write("x", to: "objects/ab12")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/show2/2024-05-06 talk.srt",
      withDestinationPath: "\(folder.path)/objects/ab12")
    try FileManager.default.createSymbolicLink(
      atPath: "\(folder.path)/show2/gone.srt", withDestinationPath: "/nowhere")
    let found = find()
    let file = found.candidates.flatMap(\.files).first { $0.name == "2024-05-06 talk.srt" }
    #expect(file?.path == "\(folder.path)/objects/ab12")
    #expect(found.rejected.map { short($0.path) } == ["show2/gone.srt"])
  }

  @Test func linksLeadNowhereTwice() throws {
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(folder.path)/show2/loop", withDestinationPath: folder.path)
    try files.createSymbolicLink(
      atPath: "\(folder.path)/again.txt", withDestinationPath: "\(folder.path)/top.txt")
    #expect(find().candidates.flatMap(\.files).filter { $0.path.hasSuffix("top.txt") }.count == 1)
    let twice = EpisodeFinder.find([folder.path, folder.path], with: EpisodeFinder())
    #expect(twice.candidates.flatMap(\.files).count == Set(twice.candidates.flatMap(\.files)).count)
  }
}
