import TestSupport
import Testing

@testable import Transcripts

/// The same conversation in every format says the same.
@Suite struct FormatSamplesTests {
  @Test func everyFormatHasASampleAndEverySampleARow() {
    let rows = FormatSample.all
    for format in TranscriptFormat.all {
      #expect(rows.contains { $0.format == format.name }, "no sample of \(format.name)")
    }
    let files = TestData.files(below: "\(TestData.corpus)/formats")
      .map { String($0.split(separator: "/").last ?? "") }
    #expect(Set(files) == Set(rows.map(\.file)).union(["README.md"]))
    #expect(Set(rows.map(\.file)).count == rows.count)
  }

  @Test(arguments: FormatSample.all)
  func allSayTheSame(sample: FormatSample) throws {
    let transcript = try Transcript.read(TestData.bytes(sample.path), fileName: sample.file)
    #expect(transcript.format.name == sample.format)
    #expect(described(transcript) == sample.expected())
    // The log of Whisper is no text, and this is said.
    #expect(
      transcript.warnings.map(\.code)
        == (sample.file == "whisper-terminal.txt" ? [.strayLines(count: 2)] : []))
  }

  /// What a format keeps is what the table of formats says of it.
  @Test(arguments: FormatSample.all)
  func nothingIsKeptThatTheFormatDoesNotKeep(sample: FormatSample) throws {
    let format = try #require(TranscriptFormat(named: sample.format))
    let transcript = try Transcript.read(TestData.bytes(sample.path), fileName: sample.file)
    #expect(sample.startUnit == nil || format.keeps.contains(.starts))
    #expect(sample.endUnit == nil || format.keeps.contains(.ends))
    // Speakers of any format may be prefixes of the text.
    #expect(
      sample.speakers.isEmpty || sample.notes.contains("prefixes") || sample.file == "labels.txt"
        || format.keeps.contains(.speakers))
    #expect(transcript.metadata == TranscriptMetadata() || format.keeps.contains(.metadata))
  }

  /// Where content tells the format, one reader knows it, and the name does not matter.
  @Test(arguments: FormatSample.all)
  func oneReaderIsCertain(sample: FormatSample) throws {
    let bytes = try TestData.bytes(sample.path)
    let named = try SourceFile(bytes, fileName: sample.file, encoding: nil)
    let certain = FormatTable.readers.filter { $0.claim(on: named) == .certain }.map(\.format.name)
    #expect(certain == [sample.format] || certain.isEmpty)
    let unnamed = try SourceFile(bytes, fileName: "sample", encoding: nil)
    let claims = FormatTable.readers.filter { $0.claim(on: unnamed) == .certain }
    guard claims.contains(where: { $0.format.name == sample.format }) else {
      // What no reader is certain of without its name, it reads when it is asked to.
      #expect(claims.isEmpty)
      let forced = try Transcript.read(bytes, fileName: "sample", format: sample.format)
      return #expect(described(forced) == sample.expected())
    }
    #expect(claims.count == 1)
    let transcript = try Transcript.read(bytes, fileName: "sample")
    #expect(transcript.format.name == sample.format)
    #expect(described(transcript) == sample.expected())
  }
}
