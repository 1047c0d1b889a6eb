import FilePaths
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
      "show2/talk.film", "show2/.git/x.txt", "old/index.zimu", "old/x.txt",
    ] {
      try folder.write("x", to: name)
    }
  }

  private func find(_ change: (inout EpisodeFinder) -> Void = { _ in }) -> FoundEpisodes {
    var finder = EpisodeFinder()
    finder.isIndex = { FileManager.default.fileExists(atPath: "\($0)/index.zimu") }
    change(&finder)
    return EpisodeFinder.find([FilePath(folder.path)], with: finder)
  }

  private func short(_ path: FilePath) -> String {
    path.description.replacing(folder.path + "/", with: "")
  }

  @Test func siblingsAreOneEpisode() {
    let found = find()
    #expect(
      found.candidates.map { $0.files.map { short($0.path) } } == [
        ["show1/2024-01 a.json", "show1/2024-01 a.srt", "show1/2024-01 a.txt"],
        ["show1/deep/b.csv"], ["show2/c.vtt"], ["show2/talk.film"], ["top.txt"],
      ])
    #expect(found.candidates.map(\.show) == ["show1", "show1", "show2", "show2", ""])
    #expect(
      found.skipped.map { short($0.path) } == [
        "README.txt", "show1/LICENSE.txt",
      ])
    #expect(found.rejected.isEmpty)
  }

  @Test func allFilesTakesEach() {
    #expect(find { $0.takesAllFiles = true }.candidates.count == 7)
  }

  @Test func globsNarrow() {
    #expect(
      find { $0.globs = ["*.srt", "c*"] }.candidates.flatMap(\.files).map { short($0.path) } == [
        "show1/2024-01 a.srt", "show2/c.vtt",
      ])
    #expect(find { $0.globs = ["show1/*"] }.candidates.count == 2)
  }

  /// What says something of other files is no episode, and not skipped either.
  @Test func metadataAreFoundBesideTheFiles() throws {
    try folder.write("{}", to: "show2/c.info.json")
    let found = find { $0.globs = ["*.vtt"] }
    #expect(found.metadataTables.map(short) == ["metadata.csv"])
    #expect(found.infoFiles.map(short) == ["show2/c.info.json"])
    #expect(found.candidates.flatMap(\.files).map { short($0.path) } == ["show2/c.vtt"])
  }

  /// Years of two digits are dates where all names of a folder have one.
  @Test func shortDatesAreThoseOfAWholeFolder() throws {
    for name in ["all/24-03-05 a.srt", "all/x 24-03-06.srt", "some/24-03-05 a.srt", "some/b.srt"] {
      try folder.write("x", to: name)
    }
    #expect(find().folderDates.map { short($0.key) } == ["all"])
    #expect(find().folderDates.values.first == .shortDays)
  }

  /// A year alone is a date where all names of a folder have one, and not the same one.
  @Test func yearsAreThoseOfAWholeFolder() throws {
    for name in [
      "all/会议2020.srt", "all/会议2021.srt", "all/2021-05-06 x.srt", "some/会议2020.srt",
      "some/会议2021.srt",
      "some/b.srt", "one/Windows 2000.srt", "one/Office 2000.srt",
    ] {
      try folder.write("x", to: name)
    }
    #expect(find().folderDates.map { short($0.key) } == ["all"])
    #expect(find().folderDates.values.first == .years)
  }

  @Test func namedFilesMustBeThere() throws {
    let paths = [
      "\(folder.path)/none.txt", "\(folder.path)/show2/talk.film", "\(folder.path)/top.txt",
    ]
    let found = EpisodeFinder.find(paths.map { FilePath($0) }, with: EpisodeFinder())
    #expect(found.rejected.map { short($0.path) } == ["none.txt"])
    #expect(found.candidates.flatMap(\.files).map(\.isNamed) == [true, true])
  }

  @Test func namedFilesFollowTheSameRules() {
    let names = ["2024-01 a.txt", "2024-01 a.srt", "LICENSE.txt"]
    let paths = names.map { "\(folder.path)/show1/\($0)" } + ["\(folder.path)/show1"]
    let found = EpisodeFinder.find(paths.map { FilePath($0) }, with: EpisodeFinder())
    #expect(
      found.candidates.map { $0.files.map { short($0.path) } } == [
        ["show1/2024-01 a.json", "show1/2024-01 a.srt", "show1/2024-01 a.txt"],
        ["show1/deep/b.csv"],
      ])
    #expect(found.rejected.map { short($0.path) } == ["show1/LICENSE.txt"])
  }

  /// What is named is taken or rejected: never skipped.
  @Test func namedFilesAreNeverSkipped() throws {
    try folder.write("x", to: "source-code.txt")
    try folder.write("x", to: "zimu.lock")
    let names = ["source-code.txt", "metadata.csv", ".hidden.txt", "zimu.lock", "show2/c.vtt"]
    var finder = EpisodeFinder()
    finder.isIndexFile = { $0 == "zimu.lock" }
    finder.globs = ["*.txt", "*.csv", "*.lock"]
    let found = EpisodeFinder.find(
      names.map { FilePath("\(folder.path)/\($0)") }, with: finder)
    #expect(
      found.candidates.flatMap(\.files).map { short($0.path) } == [
        ".hidden.txt", "source-code.txt",
      ])
    #expect(found.rejected.map { short($0.path) } == ["metadata.csv", "zimu.lock", "show2/c.vtt"])
    #expect(found.skipped.isEmpty)
    // In a folder a name that only begins like a notice is no notice.
    #expect(find().candidates.flatMap(\.files).contains { $0.name == "source-code.txt" })
  }

  /// Names are bytes: composed and decomposed ones are two, and so are extensions in two cases.
  @Test func namesAreBytes() throws {
    let names = ["\u{30AC}.txt", "\u{30AB}\u{3099}.txt", "e.txt", "e.TXT", "e.srt"]
    for name in names { try folder.write("x", to: "names/\(name)") }
    let gbk = FilePath("\(folder.path)/names").appending(
      FilePath(bytes: [0xCE, 0xD2] + Array(".txt".utf8)))
    let file = gbk.withCString { fopen($0, "w") }
    fclose(file)
    let finder = EpisodeFinder()
    let found = EpisodeFinder.find([FilePath("\(folder.path)/names")], with: finder)
    #expect(
      found.candidates.map { $0.files.map { short($0.path) } } == [
        ["names/e.TXT"], ["names/e.srt", "names/e.txt"], ["names/\\xCE\\xD2.txt"],
        ["names/\u{30AB}\u{3099}.txt"], ["names/\u{30AC}.txt"],
      ])
    #expect(Set(found.candidates.flatMap(\.files).map(\.path)).count == 6)
    #expect(find { $0.globs = ["*\u{30AC}*"] }.candidates.count == 2)
    #expect(find { $0.globs = ["names/*\u{30AB}\u{3099}*"] }.candidates.count == 2)
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
    #expect(file?.path == FilePath("\(folder.path)/objects/ab12"))
    #expect(found.rejected.map { short($0.path) } == ["show2/gone.srt"])
  }

  @Test func linksLeadNowhereTwice() throws {
    let files = FileManager.default
    try files.createSymbolicLink(
      atPath: "\(folder.path)/show2/loop", withDestinationPath: folder.path)
    try files.createSymbolicLink(
      atPath: "\(folder.path)/again.txt", withDestinationPath: "\(folder.path)/top.txt")
    #expect(find().candidates.flatMap(\.files).filter { $0.path.name == "top.txt" }.count == 1)
    let twice = EpisodeFinder.find(
      [FilePath(folder.path), FilePath(folder.path)], with: EpisodeFinder())
    #expect(twice.candidates.flatMap(\.files).count == Set(twice.candidates.flatMap(\.files)).count)
  }
}
