import FoundationEssentials

/// JSON as speech recognisers of the Whisper family write it.
///
/// openai-whisper, WhisperX and `verbose_json` have `segments` with seconds, WhisperX with
/// speakers; whisper.cpp has `transcription` with offsets in milliseconds.
struct WhisperJSONReader: TranscriptReader {
  /// Other JSON files are no transcripts: the first 64 KB of one name its list of cues.
  func claims(_ source: SourceText) -> Bool {
    let head = source.bytes.prefix(1 << 16)
    guard head.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    return Self.holds("\"segments\"", head) || Self.holds("\"transcription\"", head)
  }

  func read(
    _ source: SourceText, into builder: inout TranscriptBuilder
  ) throws(TranscriptError) {
    let file = try Self.decode(source.bytes)
    for segment in file.segments ?? [] {
      builder.append(
        Array((segment.text ?? "").utf8)[...], start: TimeCode.seconds(segment.start),
        end: TimeCode.seconds(segment.end), speaker: segment.speaker)
    }
    for line in file.transcription ?? [] {
      builder.append(
        Array((line.text ?? "").utf8)[...], start: line.offsets?.from.map(Self.time),
        end: line.offsets?.to.map(Self.time), speaker: line.speaker)
    }
  }

  private struct File: Decodable {
    struct Segment: Decodable {
      let start, end: Double?
      let text, speaker: String?
    }
    struct Line: Decodable {
      struct Offsets: Decodable { let from, to: Double? }
      let offsets: Offsets?
      let text, speaker: String?
    }
    let segments: [Segment]?
    let transcription: [Line]?
  }

  private static func time(_ milliseconds: Double) -> Int32 {
    TimeCode.clamped(Int(max(0, min(milliseconds, 1e12)).rounded()))
  }

  /// Python writes NaN, which JSON has not but JSON5 has: the second try is for that.
  private static func decode(_ bytes: [UInt8]) throws(TranscriptError) -> File {
    let decoder = JSONDecoder()
    do { return try decoder.decode(File.self, from: Data(bytes)) } catch {}
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(File.self, from: Data(bytes))
    } catch let DecodingError.dataCorrupted(context) {
      let cause = (context.underlyingError as (any Error)?).map { "\($0)" } ?? ""
      throw TranscriptError("broken JSON: \(context.debugDescription) \(cause)".trimmingSpaces)
    } catch {
      throw TranscriptError("JSON of another shape than Whisper writes: \(error)")
    }
  }

  private static func holds(_ key: String, _ bytes: ArraySlice<UInt8>) -> Bool {
    let key = Array(key.utf8)
    var position = bytes.startIndex
    while let quote = bytes[position...].firstIndex(of: key[0]) {
      if bytes[quote...].starts(with: key) { return true }
      position = quote + 1
    }
    return false
  }
}

extension String {
  fileprivate var trimmingSpaces: String { Array(utf8)[...].trimmed.string }
}
