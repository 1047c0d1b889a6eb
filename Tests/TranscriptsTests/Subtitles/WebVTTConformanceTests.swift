import Foundation
import TestSupport
import Testing

@testable import Transcripts

/// All cases of the W3C's parser and of the web platform tests, cue by cue.
@Suite(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
struct WebVTTConformanceTests {
  private static let folder = (TestData.evaluation ?? "") + "/subtitles"

  private static func text(_ path: String) throws -> String {
    String(decoding: try TestData.bytes(path), as: UTF8.self)
  }

  private static func files(_ folder: String, _ suffix: String) -> [String] {
    TestData.files(below: Self.folder + "/" + folder).filter { $0.hasSuffix(suffix) }
  }

  /// Cue texts and their trees from the `.dat` files.
  @Test func cueTextsOfTheWebPlatform() throws {
    var count = 0
    for path in Self.files("wpt-webvtt/parsing/cue-text-parsing", ".dat") {
      for part in try Self.text(path).components(separatedBy: "#data\n").dropFirst() {
        let halves = part.components(separatedBy: "\n#errors\n#document-fragment\n")
        try check(Self.unescaped(halves[0]), tree: halves[1])
        count += 1
      }
    }
    #expect(count == 77)
  }

  /// The same as the W3C's parser has them in `.json` and `.vtt` files.
  @Test func cueTextsOfTheW3C() throws {
    struct Case: Decodable {
      let text: String
      let expectedTree: String
    }
    var count = 0
    for path in Self.files("w3c-webvttjs/test/wpt-cue-parsing", ".json") {
      let cases = try JSONDecoder().decode([Case].self, from: Data(TestData.bytes(path)))
      for item in cases {
        try check(item.text, tree: item.expectedTree)
        count += 1
      }
      // The plain parser knows few references; the cases of this file are those above.
      guard !path.hasSuffix("/entities.json") else { continue }
      try checkFile(String(path.dropLast(4) + "vtt"))
    }
    #expect(count == 77)
  }

  /// The `.vtt` files, as what their `.test` says of the cues, and as the plain parser.
  @Test func filesOfBoth() throws {
    var count = 0
    for folder in ["wpt-webvtt", "w3c-webvttjs/test/wpt-file-parsing"] {
      for path in Self.files(folder, ".vtt") {
        try checkFile(path)
        count += 1
        let name = (path as NSString).lastPathComponent.dropLast(4)
        let test =
          Self.folder + "/wpt-webvtt/parsing/file-parsing/support/\(name).test"
        guard FileManager.default.fileExists(atPath: test) else { continue }
        try check(try read(TestData.bytes(path), as: "a.vtt"), Self.text(test), "\(name)")
      }
    }
    #expect(count == 51 + 37)
  }

  /// Each wrong signature is refused.
  @Test func wrongSignaturesAreRefused() throws {
    let names = [
      "empty", "signature-formfeed", "signature-invalid", "signature-invalid-whitespace",
      "signature-lowercase", "signature-missing", "signature-missing-whitespace", "signature-null",
      "signature-partial", "signature-two-boms", "signature-websrt",
    ]
    for name in names {
      let path = Self.folder + "/wpt-webvtt/parsing/file-parsing/support/\(name).vtt"
      #expect(try read(TestData.bytes(path), as: "a.vtt")?.format.name != "vtt", "\(name)")
    }
  }

  private func checkFile(_ path: String) throws {
    var text = try Self.text(path)
    if text.first == "\u{FEFF}" { text.removeFirst() }
    let transcript = try read(TestData.bytes(path), as: "a.vtt")
    guard let expected = WebVTTExpectation.cues(ofFile: text) else {
      #expect(transcript?.format.name != "vtt", "\(path)")
      return
    }
    #expect((transcript?.cues.isEmpty ?? true ? [] : described(transcript)) == expected, "\(path)")
  }

  /// One cue text beside the text and voices of the expected tree.
  private func check(_ text: String, tree: String) throws {
    let expected = WebVTTExpectation.cues(of: Self.runs(of: tree))
    #expect(try WebVTTTests.runs(of: text) == expected, "\(text.debugDescription)")
  }

  /// The texts of a tree and the titles, which are voices, of the elements around them.
  private static func runs(of tree: String) -> [PlainCueText.Run] {
    var open: [(name: String, voice: String)] = []
    var runs: [PlainCueText.Run] = []
    // A text may have several lines; those of the tree begin with a bar.
    let lines = tree.split(separator: "\n").reduce(into: [String]()) { lines, line in
      if line.hasPrefix("| ") || lines.isEmpty {
        lines.append(String(line))
      } else {
        lines[lines.count - 1] += "\n\(line)"
      }
    }
    for line in lines where line.hasPrefix("| ") {
      let content = line.dropFirst(2).drop { $0 == " " }
      let depth = (line.count - 2 - content.count) / 2
      open.removeLast(open.count - min(open.count, depth))
      if content.hasPrefix("title=") {
        open[open.count - 1].voice = unescaped(content.dropFirst(7).dropLast())
      } else if content.hasPrefix("\"") {
        guard !open.contains(where: { $0.name == "<rt>" }) else { continue }
        let text = unescaped(content.dropFirst().dropLast())
        runs.append(PlainCueText.Run(voice: open.last?.voice ?? "", text: text))
      } else if !content.hasPrefix("<?"), content.hasPrefix("<") {
        open.append((String(content), open.last?.voice ?? ""))
      }
    }
    return runs
  }

  /// Replaces `\n`, `\t`, `\x00` and `\u0000`.
  private static func unescaped(_ text: some StringProtocol) -> String {
    var result = ""
    var rest = Substring(text)
    while let mark = rest.firstIndex(of: "\\") {
      result += rest[..<mark]
      rest = rest[mark...].dropFirst()
      guard let kind = rest.popFirst() else { break }
      let length = ["x": 2, "u": 4][kind] ?? 0
      let controls: [Character: UInt32] = ["n": 0x0A, "t": 0x09]
      let code = UInt32(rest.prefix(length), radix: 16) ?? controls[kind] ?? 0x3F
      rest = rest.dropFirst(length)
      result.unicodeScalars.append(Unicode.Scalar(code) ?? "?")
    }
    return result + rest
  }

  /// What the script of a test asserts of number, texts and times of the cues.
  private func check(_ transcript: Transcript?, _ test: String, _ name: String) throws {
    let cues = try #require(transcript?.cues)
    let script = test.components(separatedBy: "\n===\n")[0]
    if let count = script.firstMatch(of: /assert_equals\(cues\.length, ([0-9]+)/) {
      #expect(cues.count == Int(count.1), "\(name)")
    }
    for match in script.matches(of: /cues\[([0-9]+)\]\.text, ['"](.*)['"]\)/) {
      let words = Self.unescaped(match.2).replacing("\n", with: " ")
      let trimmed = words.trimmingCharacters(in: .whitespaces)
      #expect(transcript?.string(of: cues[Int(match.1)!]) == trimmed, "\(name)")
    }
    for match in script.matches(of: /cues\[([0-9]+)\]\.(start|end)Time, ([0-9.]+)\)/) {
      let cue = cues[Int(match.1)!]
      // An end before the start is taken as the start.
      let time = max(Int32(Double(match.3)! * 1000), match.2 == "end" ? cue.start ?? 0 : 0)
      #expect((match.2 == "start" ? cue.start : cue.end) == time, "\(name)")
    }
    if script.contains(/text, 'text' \+ i/) {
      let texts = cues.map { transcript!.string(of: $0) }
      #expect(texts == cues.indices.map { "text\($0)" }, "\(name)")
    }
    if script.contains("cue.startTime, 0") {
      #expect(cues.allSatisfy { $0.start == 0 && $0.end == 1000 }, "\(name)")
    }
    if name == "timings-negative" {
      #expect(cues.map(\.start) == [0, 1000, 60_000, 3_600_000])
      #expect(cues.map(\.end) == cues.map(\.start))
    }
  }
}
