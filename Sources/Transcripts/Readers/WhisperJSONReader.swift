import FoundationEssentials

/// JSON as speech recognisers of the Whisper family write it.
///
/// openai-whisper, WhisperX and `verbose_json` have `segments` with seconds, WhisperX with
/// speakers; whisper.cpp has `transcription` with offsets in milliseconds.
struct WhisperJSONReader: TranscriptReader {
  /// Other JSON files are no transcripts: a transcript is an object that names its list of cues,
  /// before or after the whole text, and texts in it.
  func claims(_ source: SourceText) -> Bool {
    guard source.bytes.first(where: { $0 > 0x20 }) == UInt8(ascii: "{") else { return false }
    return ["\"segments\"", "\"transcription\""].contains { Self.holdsList($0, source.bytes) }
  }

  func read(
    _ source: SourceText, into builder: inout TranscriptBuilder
  ) throws(TranscriptError) {
    let file = try Self.decode(source.bytes)
    for (number, segment) in ((file.segments ?? []) + (file.transcription ?? [])).enumerated() {
      guard let text = segment.cue?.text else {
        builder.warn(.cueWithoutText(number: number + 1))
        continue
      }
      builder.append(
        Array(text.utf8)[...], start: segment.cue?.start, end: segment.cue?.end,
        speaker: segment.cue?.speaker)
    }
  }

  private struct File: Decodable {
    let segments, transcription: [Segment]?
  }

  /// A cue of either family; `nil` where the element is no such thing, which costs that cue only.
  private struct Segment: Decodable {
    let cue: WhisperCue?

    init(from decoder: any Decoder) {
      // What is no cue is warned of by the reader.
      cue = try? WhisperCue(from: decoder)
    }
  }

  /// Python writes NaN, which JSON has not but JSON5 has: the second try is for that.
  private static func decode(_ bytes: [UInt8]) throws(TranscriptError) -> File {
    let decoder = JSONDecoder()
    do { return try decoder.decode(File.self, from: Data(bytes)) } catch {}
    decoder.allowsJSON5 = true
    do {
      return try decoder.decode(File.self, from: Data(bytes))
    } catch let DecodingError.dataCorrupted(context) {
      let cause = context.underlyingError.map { " \($0)" } ?? ""
      throw TranscriptError(.brokenJSON(context.debugDescription + cause))
    } catch {
      throw TranscriptError(.otherJSON)
    }
  }

  /// Whether a key is followed by a list.
  private static func holdsList(_ key: String, _ bytes: [UInt8]) -> Bool {
    let key = Array(key.utf8)
    var position = bytes.startIndex
    while let quote = bytes[position...].firstIndex(of: key[0]) {
      position = quote + 1
      guard bytes[quote...].starts(with: key) else { continue }
      let rest = bytes[(quote + key.count)...].drop { $0 <= 0x20 }
      guard rest.first == UInt8(ascii: ":") else { continue }
      let list = rest.dropFirst().drop { $0 <= 0x20 }
      if list.first == UInt8(ascii: "["), holdsText(list) { return true }
    }
    return false
  }

  /// Whether the first element of a list has a `text`, or there is no whole element to tell.
  private static func holdsText(_ list: ArraySlice<UInt8>) -> Bool {
    let element = list.dropFirst().prefix { $0 != UInt8(ascii: "}") && $0 != UInt8(ascii: "]") }
    let rest = list[element.endIndex...]
    if rest.isEmpty { return true }
    // whisper.cpp has objects inside the element before the text: look a little further.
    let head = (element + rest.prefix(512)).map { $0 }
    return !element.contains(UInt8(ascii: "{"))
      || head.indices.contains { head[$0...].starts(with: "\"text\"".utf8) }
  }
}
