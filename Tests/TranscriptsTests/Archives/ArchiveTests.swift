import Foundation
import TestSupport
import Testing

@testable import Transcripts

/// Archives as Info-ZIP, GNU tar and the compressors write them.
@Suite struct ArchiveTests {
  /// Runs a shell command in a folder with a few files, and gives the bytes of `out`.
  private func archive(_ command: String) throws -> [UInt8] {
    let folder = try TemporaryFolder()
    let text = String(repeating: "大家好\n", count: 100)
    try FileManager.default.createDirectory(
      atPath: folder.path + "/节目", withIntermediateDirectories: true)
    try text.write(toFile: folder.path + "/节目/一.txt", atomically: true, encoding: .utf8)
    try "a".write(toFile: folder.path + "/b.srt", atomically: true, encoding: .utf8)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", "cd '\(folder.path)' && \(command)"]
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return try TestData.bytes(folder.path + "/out")
  }

  private func members(
    _ bytes: [UInt8], limits: ArchiveReader.Limits = .init()
  ) throws(ArchiveError) -> [String: Int] {
    try ArchiveReader.withArchive(in: bytes, limits: limits) { archive throws(ArchiveError) in
      var found: [String: Int] = [:]
      while let member = try archive.next() {
        guard member.kind == .file else { continue }
        found[String(decoding: member.path, as: UTF8.self)] = try archive.read().count
      }
      return found
    }
  }

  @Test(arguments: [
    "tar cf out 节目 b.srt", "tar czf out 节目 b.srt", "tar cJf out 节目 b.srt",
    "tar cjf out 节目 b.srt", "python3 -m zipfile -c out 节目 b.srt",
  ])
  func membersOfArchives(command: String) throws {
    #expect(try members(archive(command)) == ["节目/一.txt": 1_000, "b.srt": 1])
  }

  @Test func linksAndFoldersAreNoFiles() throws {
    let bytes = try archive(
      "ln b.srt c.srt && ln -s b.srt d.srt && tar cf out 节目 b.srt c.srt d.srt")
    let kinds = try ArchiveReader.withArchive(in: bytes) { archive throws(ArchiveError) in
      var kinds: [ArchiveReader.Member.Kind] = []
      while let member = try archive.next() { kinds.append(member.kind) }
      return kinds
    }
    #expect(kinds == [.other, .file, .file, .link, .link])
  }

  @Test(arguments: ["gzip", "xz", "bzip2"])
  func filesThatAreOnlyCompressed(program: String) throws {
    #expect(try members(archive("\(program) -c 节目/一.txt > out")).map(\.value) == [1_000])
  }

  /// Zip programs of Chinese Windows write names in GBK and do not say so.
  @Test func namesInOtherCharsetsAreKept() throws {
    let script =
      "import zipfile as z; f = z.ZipFile('out', 'w'); f.writestr('XXXX.txt', 'a'); f.close()"
    let bytes = try archive("python3 -c \"\(script)\"")
    let name: [UInt8] = [0xBD, 0xDA, 0xC4, 0xBF]
    let renamed = bytes.split(separator: Array("XXXX".utf8), omittingEmptySubsequences: false)
      .joined(separator: name)
    let paths = try ArchiveReader.withArchive(in: Array(renamed)) { archive throws(ArchiveError) in
      try archive.next()?.path
    }
    #expect(paths == name + Array(".txt".utf8))
  }

  /// Written by Info-ZIP 3.0 with a password.
  @Test func encryptedMembersAreAnError() throws {
    let base64 = """
      UEsDBAoACQAAAGhJfV1DvrfoDQAAAAEAAAAFAAAAYi5zcnSbVXgi1a0i6a8jnwiDUEsHCEO+t+gNAAAA
      AQAAAFBLAQIeAwoACQAAAGhJfV1DvrfoDQAAAAEAAAAFAAAAAAAAAAEAAACkgQAAAABiLnNydFBLBQYA
      AAAAAQABADMAAABAAAAAAAA=
      """
    let bytes = try #require(Data(base64Encoded: base64, options: .ignoreUnknownCharacters))
    #expect(throws: ArchiveError.encrypted) { try members(Array(bytes)) }
  }

  @Test func plainFilesAreNoArchives() throws {
    #expect(throws: ArchiveError.notAnArchive) { try members(Array("大家好".utf8)) }
    let empty = try? members([])
    #expect(empty?.isEmpty ?? true)
  }

  @Test func bombsAreRefused() throws {
    let zeros = "head -c 9000000 /dev/zero > z && python3 -m zipfile -c out z"
    let bomb = try archive(zeros)
    #expect(throws: ArchiveError.tooCompressed(ratio: 200)) { try members(bomb) }
    #expect(throws: ArchiveError.tooLarge(limit: 4_000)) {
      try members(bomb, limits: .init(memberSize: 4_000, ratio: 2_000))
    }
    #expect(try members(bomb, limits: .init(ratio: 2_000)) == ["z": 9_000_000])
    // What a tar says of its members costs time even where they are passed over.
    let tar = try archive("head -c 9000000 /dev/zero > z && tar czf out z b.srt")
    #expect(throws: ArchiveError.tooCompressed(ratio: 200)) { try members(tar) }
  }

  @Test func filesAreReadInBlocks() throws {
    let folder = try TemporaryFolder()
    let bytes = try archive("tar czf out 节目 b.srt")
    try Data(bytes).write(to: URL(fileURLWithPath: folder.path + "/a.tgz"))
    let path = Array((folder.path + "/a.tgz").utf8)
    let archive = try ArchiveReader(atPath: path, size: bytes.count)
    var sizes: [Int?] = []
    while let member = try archive.next() { if member.kind == .file { sizes.append(member.size) } }
    #expect(sizes == [1_000, 1])
    #expect(throws: ArchiveError.self) { try ArchiveReader(atPath: path + [0x78], size: 1) }
  }

  @Test func damageIsAnErrorAndNoCrash() throws {
    let whole = try archive("python3 -m zipfile -c out 节目 b.srt")
    var generator = SeededGenerator(seed: 31)
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) { bytes.removeLast(bytes.count / 3) }
      _ = try? members(bytes)
    }
    #expect(throws: ArchiveError.self) { try members(Array(whole.prefix(60))) }
  }
}
