import FilePaths
import Foundation
import Indexing
import TestSupport
import Testing
import Zimu

/// Names of files are bytes, from the finder to the index.
@Suite struct FileNameTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("我们讨论数据\n", to: "talks/a/一.txt")
  }

  private var index: String { folder.path + "/index" }

  @discardableResult
  private func run(_ paths: [String]? = nil) async throws -> IndexingSummary {
    let options = IndexingOptions(paths: paths ?? [folder.path + "/talks"], indexPath: index)
    return try await IndexingRun(options).run()
  }

  private func names() throws -> [String] { try TranscriptIndex(at: index).names }

  /// The names differ in their bytes, so the episodes do; what is no UTF-8 is shown escaped.
  @Test func namesThatLookAlikeAreTwoEpisodes() async throws {
    let talks = FilePath(folder.path + "/talks")
    for name in ["\u{30AC}", "\u{30AB}\u{3099}"] {
      try folder.write("人类\n", to: "talks/\(name).txt")
    }
    let gbk = talks.appending(FilePath(bytes: [0xCE, 0xD2] + Array(".txt".utf8)))
    let file = gbk.withCString { fopen($0, "w") }
    fputs("人类\n", file)
    fclose(file)
    #expect(try await run().indexEpisodes == 4)
    #expect(try await run().unchanged == 4)
    #expect(try names().contains("\\xCE\\xD2.txt"))
    #expect(try TranscriptIndex(at: index).search("人类").hits.count == 3)
    #expect(try IndexMaintenance(at: index).remove(["\\xCE\\xD2.txt"]).remaining == 3)
    #expect(try IndexMaintenance(at: index).remove(["\u{30AC}.txt"]).remaining == 2)
    #expect(try names().contains { $0.utf8.elementsEqual("\u{30AB}\u{3099}.txt".utf8) })
  }

  @Test func extensionsInTwoCasesAreTwoEpisodes() async throws {
    for name in ["e.txt", "e.TXT"] { try folder.write("人类\n", to: "talks/\(name)") }
    #expect(try await run().indexEpisodes == 3)
    #expect(try await run().unchanged == 3)
  }

  /// A file that is named alone keeps the show that its folder gave it.
  @Test func namedFilesKeepTheirShow() async throws {
    try await run()
    let named = try await run([folder.path + "/talks/a/一.txt"])
    #expect(named.unchanged == 1 && named.updated.isEmpty)
    #expect(try TranscriptIndex(at: index).episodes.map(\.show) == ["a"])
  }
}
