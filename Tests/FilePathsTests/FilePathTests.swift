import FilePaths
import Foundation
import TestSupport
import Testing

@Suite struct FilePathTests {
  @Test func pathsAreBytes() {
    let composed = FilePath("/t/\u{30AC}.txt")
    let decomposed = FilePath("/t/\u{30AB}\u{3099}.txt")
    #expect("\u{30AC}" == "\u{30AB}\u{3099}")
    #expect(composed != decomposed && decomposed < composed)
    #expect(Set([composed, decomposed]).count == 2)
    #expect(FilePath("/A") < FilePath("/a") && FilePath("/a") < FilePath("/a/b"))
  }

  @Test func namesFoldersAndStems() {
    let path = FilePath("/a/b/c.d.txt")
    #expect(path.name == "c.d.txt" && path.folder == "/a/b" && path.stem == "/a/b/c.d")
    #expect(path.fileExtension == "txt" && FilePath("/a.b/c").fileExtension == nil)
    #expect(FilePath(".txt").stem == ".txt" && FilePath("/a/.b").fileExtension == nil)
    #expect(FilePath("/a").folder == "/" && FilePath("a").folder == "" && FilePath("/").name == "")
    #expect(FilePath("/a//").withoutTrailingSlashes == "/a" && FilePath("a/b/").folder == "a")
    #expect(FilePath("/a").appending("b") == "/a/b" && FilePath("/").appending("b") == "/b")
    #expect(FilePath("").appending("b") == "b")
  }

  /// What is no UTF-8, and what would move the cursor of a terminal, is shown by its bytes.
  @Test func namesAreShownEscaped() {
    let gbk = FilePath(bytes: [0x2F, 0xCE, 0xD2] + Array(".txt".utf8))
    #expect(gbk.description == "/\\xCE\\xD2.txt")
    #expect(FilePath("/我/é.txt").description == "/我/é.txt")
    #expect(FilePath("a\n\u{1B}[31m\u{85}b").description == "a\\x0A\\x1B[31m\\xC2\\x85b")
    #expect(FilePath(bytes: [0xE6, 0x88]).description == "\\xE6\\x88")
    #expect(FilePath(bytes: [0x61, 0, 0x62]) == "a")
  }

  @Test func argumentsLeadBackToTheirBytes() {
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0...9, using: &generator)
      let bytes = (0..<count).map { _ in
        Bool.random(using: &generator)
          ? UInt8.random(in: 1...255, using: &generator) : 0xE6
      }
      #expect(FilePath(argument: FilePath.argument(bytes)).bytes == bytes)
    }
    #expect(FilePath.argument("我.txt".utf8) == "我.txt")
  }

  @Test func foldersAreListedByBytes() throws {
    let folder = try TemporaryFolder()
    for name in ["b.txt", "a/c.txt", "é.txt"] { try folder.write("", to: name) }
    let names = ["a", "b.txt", "é.txt"].map { FilePath($0) }
    let found = try FilePath(folder.path).names().get()
    #expect(found == names.sorted())
    #expect(throws: FileFailure.self) { try FilePath(folder.path + "/none").names().get() }
    #expect(FileStatus(FilePath(folder.path)) == .folder)
    #expect(FileStatus(FilePath(folder.path + "/none")) == .missing)
    #expect(FileStatus(FilePath(folder.path + "/b.txt/x")) == .unknown(errno: ENOTDIR))
    guard case .file(size: 0, modified: _) = FileStatus(FilePath(folder.path + "/b.txt")) else {
      Issue.record("a file is a file")
      return
    }
  }
}
