import TestSupport
import Testing

@testable import Transcripts

// example
/// Cues of the form `12.5 text`, seconds first.
struct SecondsReader: TranscriptReader {
  let format = TranscriptFormat(
    "seconds", "lines that begin with seconds", extensions: ["sec"], keeps: .starts)

  /// Each of the first lines begins with a number.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(Array(file.head))
    while let line = lines.next() {
      if Self.parts(of: line) == nil { return .none }
    }
    return .possible
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    while let line = lines.next() {
      guard let (time, text) = Self.parts(of: line) else { continue }
      builder.line = lines.line
      builder.append(text, start: time)
    }
  }

  private static func parts(of line: ArraySlice<UInt8>) -> (time: Int, text: ArraySlice<UInt8>)? {
    guard let space = line.firstIndex(of: 0x20), let time = TimeCode.decimal(line[..<space])
    else { return nil }
    return (time, line[space...])
  }
}
// end of the example

/// The example of a format in CONTRIBUTING.md.
@Suite struct WorkedExampleTests {
  @Test func theExampleReads() throws {
    let text = "1 我们讨论数据\n2.5 模型\n"
    let file = try SourceFile(Array(text.utf8), fileName: "a.sec", encoding: nil)
    let reader = SecondsReader()
    #expect(reader.claim(on: file) == .possible)
    var builder = TranscriptBuilder(source: file.text)
    reader.read(file, into: &builder)
    let transcript = builder.finish(format: reader.format)
    #expect(described(transcript) == ["1000-2500 |我们讨论数据", "2500-? |模型"])
    let prose = try SourceFile(Array("我们 1\n".utf8), fileName: "a.sec", encoding: nil)
    #expect(reader.claim(on: prose) == .none)
  }

  @Test func theExampleIsTheOneInTheGuide() throws {
    let source = String(decoding: try TestData.bytes(#filePath), as: UTF8.self)
    let guide = String(
      decoding: try TestData.bytes(TestData.root + "/CONTRIBUTING.md"), as: UTF8.self)
    let start = try #require(source.firstRange(of: "// example\n")).upperBound
    let end = try #require(source.firstRange(of: "// end of the example")).lowerBound
    let example = source[start..<end].split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "   \($0)" }.joined(separator: "\n")
    #expect(guide.contains(example))
  }
}
