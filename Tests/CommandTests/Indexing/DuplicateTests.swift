import Foundation
import TestSupport
import Testing

/// Episodes whose cues are those of another one.
@Suite struct DuplicateTests {
  private let folder: TemporaryFolder
  private static let srt =
    "1\n00:00:01,000 --> 00:00:02,000\n我们讨论数据\n\n2\n00:00:03,000 --> 00:00:04,500\n模型\n"
  private static let vtt =
    "WEBVTT\n\n00:01.000 --> 00:02.000\n我们讨论数据\n\n00:03.000 --> 00:04.500\n模型\n"

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(Self.srt, to: "talks/b/二.srt")
    try folder.write(Self.vtt, to: "talks/c/三.vtt")
    // The same text at another time, other text at the same time, and no cue at all are no duplicates.
    try folder.write(Self.srt.replacing("04,500", with: "04,600"), to: "talks/d/四.srt")
    try folder.write(Self.srt.replacing("模型", with: "模型。"), to: "talks/e/五.srt")
    for name in ["f/六.txt", "f/七.txt"] { try folder.write("\n", to: "talks/\(name)") }
  }

  private func zimu(_ arguments: String...) async -> CommandRun {
    await CommandRun.zimu(arguments.map { $0.replacing("~", with: folder.path) })
  }

  /// What a run says on standard error, but that some files hold no text.
  private func notes(_ run: CommandRun) -> [String] {
    run.diagnostics.split(separator: "\n").filter { !$0.hasSuffix("the file has no text") }.map(
      String.init)
  }

  private func contents(_ index: String) throws -> Set<[UInt8]> {
    Set(
      try folder.contents(of: index).filter { $0.hasPrefix("segment-") }
        .map { try TestData.bytes("\(folder.path)/\(index)/\($0)") })
  }

  private func names(_ index: String) async -> [String] {
    await zimu("episodes", "--index", index, "--format", "csv").output.split(separator: "\n")
      .dropFirst().map { String($0.split(separator: ",")[0]) }
  }

  @Test func duplicatesAreNamed() async throws {
    let run = await zimu("index", "~/talks", "--index", "~/x")
    #expect(run.status == 0)
    let name =
      "duplicate: \(folder.path)/talks/c/三.vtt: has the same cues as \(folder.path)/talks/b/二.srt"
    #expect(notes(run) == [name])
    #expect(
      run.output.contains(
        "duplicate 1 episode with the same cues as another one (--no-duplicates leaves them out)\n")
    )
    #expect(await zimu("verify", "--index", "~/x").status == 0)
    // What was told once is not told again, unless one of them is read again.
    let again = await zimu("index", "~/talks", "--index", "~/x")
    #expect(again.diagnostics.isEmpty && !again.output.contains("duplicate"))
    try folder.write(Self.srt, to: "talks/a/一.srt")
    let third = await zimu("index", "~/talks", "--index", "~/x")
    #expect(
      third.diagnostics.split(separator: "\n").map {
        $0.hasSuffix("as \(folder.path)/talks/a/一.srt")
      }
        == [true, true])
  }

  /// Which one stays depends neither on workers nor on runs, and the index is that of the rest alone.
  @Test func duplicatesAreLeftOut() async throws {
    for jobs in ["-j1", "-j3"] {
      let run = await zimu("index", "~/talks", "--index", "~/x\(jobs)", jobs, "--no-duplicates")
      #expect(run.status == 0 && run.output.contains("run       5 added\n"))
      #expect(
        run.output.contains("read      6 episodes") && run.output.contains("index     5 episodes"))
      #expect(
        run.output.contains("duplicate 1 episode with the same cues as another one, left out\n"))
      #expect(
        notes(run)[0].hasPrefix("left out: \(folder.path)/talks/c/三.vtt: has the same cues as "))
    }
    _ = await zimu(
      "index", "~/talks", "-g", "b/*", "-g", "d/*", "-g", "e/*", "-g", "f/*", "--index", "~/rest",
      "--show", "s")
    _ = await zimu("index", "~/talks", "--index", "~/x-j1", "--show", "s", "--no-duplicates")
    _ = await zimu("optimize", "--index", "~/x-j1")
    #expect(try contents("x-j1") == contents("rest"))
  }

  @Test func duplicatesOfWhatIsIndexedLeave() async throws {
    _ = await zimu("index", "~/talks/c", "--index", "~/x")
    let run = await zimu("index", "~/talks/b", "--index", "~/x", "--no-duplicates")
    #expect(run.output.contains("run       1 added\n"))
    #expect(run.diagnostics.contains("left out: \(folder.path)/talks/c/三.vtt"))
    #expect(await names("~/x") == ["二.srt"])
    let later = await zimu("index", "~/talks/c", "--index", "~/x", "--no-duplicates", "--rebuild")
    #expect(later.output.contains("run       nothing to index\n") && later.status == 0)
    #expect(await names("~/x") == ["二.srt"])
    #expect(await zimu("verify", "--index", "~/x").status == 0)
  }

  /// An episode that comes to have the cues of another one leaves; one that ceases to comes back.
  @Test func changedEpisodesAreComparedAgain() async throws {
    try folder.write(Self.vtt.replacing("模型", with: "数据"), to: "talks/c/三.vtt")
    let first = await zimu("index", "~/talks", "--index", "~/x", "--no-duplicates")
    #expect(first.output.contains("run       6 added\n") && notes(first).isEmpty)
    try folder.write(Self.vtt, to: "talks/c/三.vtt")
    let second = await zimu("index", "~/talks", "--index", "~/x", "--no-duplicates")
    #expect(second.output.contains("run       5 unchanged\n"))
    #expect(await names("~/x").count == 5)
    try FileManager.default.removeItem(atPath: folder.path + "/talks/b/二.srt")
    try folder.write("WEBVTT\n\n00:01.000 --> 00:02.000\n别的\n", to: "talks/b/二.vtt")
    let third = await zimu("index", "~/talks", "--index", "~/x", "--no-duplicates")
    #expect(third.output.contains("2 added, 4 unchanged, 1 replaced by another format\n"))
  }

  @Test func manyDuplicatesAreCounted() async throws {
    for number in 10..<30 { try folder.write(Self.srt, to: "talks/g/\(number).srt") }
    let run = await zimu("index", "~/talks/g", "--index", "~/x")
    let lines = run.diagnostics.split(separator: "\n")
    #expect(lines.count == 11 && lines[10] == "duplicate: 9 more episodes")
    let out = await zimu(
      "index", "~/talks/g", "--index", "~/y", "--no-duplicates", "--memory", "1M")
    #expect(out.diagnostics.split(separator: "\n").count == 19)
    #expect(await names("~/y") == ["10.srt"])
  }
}
