import Zimu

/// Reads the bytes as a transcript of every format: the first byte chooses one.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReaders(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first else { return 0 }
  let formats = TranscriptFormat.allCases
  let format = formats[Int(first) % formats.count]
  let text = Array(bytes.dropFirst())
  guard let transcript = try? Transcript.read(text, fileName: "a.\(format.rawValue)") else {
    return 0
  }
  var end = 0
  for cue in transcript.cues {
    precondition(cue.text.lowerBound >= end && !cue.text.isEmpty)
    precondition(cue.end ?? .max >= cue.start ?? .min)
    precondition(cue.speaker ?? -1 < transcript.speakers.count)
    end = cue.text.upperBound
  }
  precondition(end <= transcript.text.count)
  return 0
}
