/// YouTube's `json3`: `events` with segments of text.
///
/// Events without segments set up windows; those of a line break alone scroll them. A recognised line stays on the
/// screen while the next one is spoken: it ends where that one begins.
struct YouTubeEventsReader: JSONFormReader {
  let format = TranscriptFormat(
    "json3", "YouTube captions (json3)", extensions: ["json3", "json"], keeps: [.times, .words])

  func claims(_ root: JSONValue) -> Bool {
    root["events"]?.elements.begins { $0["tStartMs"] != nil } ?? false
  }

  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) {
    var (line, next) = (Line(), Line())
    for event in root["events"]?.elements ?? .none {
      next.read(event)
      if next.isBlank { continue }
      line.append(into: &builder, before: next.start)
      swap(&line, &next)
    }
    line.append(into: &builder, before: nil)
  }

  private struct Line {
    private var text: [UInt8] = []
    private(set) var start: Int?
    private var end: Int?
    private var isRecognised = false
    /// When segments begin, by their places.
    private var times: [(place: Int, start: Int)] = []

    var isBlank: Bool { !text.contains { $0 > 0x20 } }

    mutating func read(_ event: JSONValue) {
      text.removeAll(keepingCapacity: true)
      times.removeAll(keepingCapacity: true)
      start = event["tStartMs"]?.milliseconds
      isRecognised = event["wWinId"] != nil || event["aAppend"] != nil
      for segment in event["segs"]?.elements ?? .none {
        if let offset = segment["tOffsetMs"] {
          isRecognised = true
          if let start, let offset = offset.milliseconds {
            times.append((text.count, start + offset))
          }
        }
        if let bytes = segment["utf8"]?.bytes { text.append(contentsOf: bytes) }
      }
      let duration = event["dDurationMs"]?.milliseconds
      end = start.flatMap { start in duration.map { start + $0 } }
    }

    func append(into builder: inout TranscriptBuilder, before next: Int?) {
      var end = end
      if isRecognised, let next, let own = end, next < own { end = next }
      for (place, start) in times { builder.addWordTime(start, at: place) }
      builder.append(text[...], start: start, end: end)
    }
  }
}
