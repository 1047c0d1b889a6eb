import Transcripts
import Zimu

/// Reads the bytes as a transcript: the first one is the number of the format in `TranscriptFormat.all`, or else,
/// as 255, leaves the format to be found by the content.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = UnsafeBufferPointer(start: start, count: count)
  guard let first = bytes.first else { return 0 }
  let formats = TranscriptFormat.all
  let format = Int(first) < formats.count ? formats[Int(first)] : nil
  let name = "a.\(format?.extensions.first ?? "x")"
  guard
    let transcript = try? Transcript.read(
      Array(bytes.dropFirst()), fileName: name, format: format?.name)
  else { return 0 }
  check(transcript)
  return 0
}

/// Cues are in shape: inside the text and apart from one another, with text, times in order, and speakers that
/// are there.
private func check(_ transcript: Transcript) {
  for cue in transcript.cues {
    precondition(!cue.text.isEmpty && cue.text.upperBound <= transcript.text.count)
    precondition(cue.start ?? 0 >= 0 && cue.end ?? .max >= cue.start ?? .min)
    precondition(cue.speaker ?? 0 >= 0 && cue.speaker ?? -1 < transcript.speakers.count)
  }
  let places = transcript.cues.map(\.text).sorted { $0.lowerBound < $1.lowerBound }
  for (first, second) in zip(places, places.dropFirst()) {
    precondition(first.upperBound <= second.lowerBound, "cues share text")
  }
  precondition(String(validating: transcript.text, as: UTF8.self) != nil, "not well-formed")
  precondition(Set(transcript.speakers).count == transcript.speakers.count)
  precondition(!transcript.cues.isEmpty || transcript.warnings.contains { $0.code == .noText })
}
