/// Lyrics (`.lrc`): `[00:01.00]` before each line, several times before one that is sung again, and times
/// before words.
///
/// A line ends where the next one begins. A positive `[offset:]`, in milliseconds, makes all come sooner.
struct LRCReader: TranscriptReader {
  let format = TranscriptFormat(
    "lrc", "LRC lyrics", extensions: ["lrc"], keeps: [.starts, .metadata, .words])

  /// A chorus is not repeated more often, and is not longer in all, in bytes: repeats of a long line would
  /// make a large text of a small file.
  private static let mostRepeats = 32
  private static let mostRepeatedBytes = 8 << 10

  /// The name and one time, or tags that lyrics alone have, or times with minutes, seconds and a fraction before nine lines in ten.
  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    var (count, tags, stamped, usual) = (0, 0, 0, 0)
    while let bytes = lines.next() {
      switch LRCLine(bytes, hasHundredths: false) {
      case .blank: continue
      case .tag: tags += 1
      case .stamped(let times, _):
        stamped += 1
        usual += times[0].isUsual || times.count > 1 ? 1 : 0
      case .other: break
      }
      count += 1
    }
    guard stamped > 0 else { return .none }
    if file.fileExtension == "lrc" { return .certain }
    let isTagged = tags > 0 && (stamped + tags) * 2 >= count
    return isTagged || usual >= 2 && usual * 10 >= count * 9 ? .certain : .none
  }

  private struct Entry {
    let time: Int
    let words: TimedWords
    let line: Int
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    let isNamed = file.fileExtension == "lrc"
    var entries: [Entry] = []
    var offset = 0
    while let bytes = lines.next() {
      switch LRCLine(bytes, hasHundredths: isNamed) {
      case .blank: continue
      case .tag("ti", let title): builder.metadata.title = title.string
      case .tag("offset", let value): offset = Int(value.string) ?? offset
      case .tag: continue
      case .stamped(let times, let words):
        let words = Self.plain(words, hasHundredths: isNamed)
        let most = max(1, min(Self.mostRepeats, Self.mostRepeatedBytes / max(words.text.count, 1)))
        if times.count > most { builder.warn(.manyTimes(limit: most), line: lines.line) }
        for stamp in times.prefix(most) {
          entries.append(Entry(time: stamp.time, words: words, line: lines.line))
        }
      case .other(let words):
        builder.line = lines.line
        guard let last = entries.last else {
          builder.noteStrayLine()
          continue
        }
        entries.append(Entry(time: last.time, words: TimedWords(text: words), line: lines.line))
      }
    }
    Self.write(entries, offset: max(-1_000_000_000, min(offset, 1_000_000_000)), to: &builder)
  }

  /// Adds the lines in the order of their times; what has no words only ends what is before it.
  private static func write(
    _ entries: [Entry], offset: Int, to builder: inout TranscriptBuilder
  ) {
    let order = entries.indices.sorted { (entries[$0].time, $0) < (entries[$1].time, $1) }
    var ends = [Int?](repeating: nil, count: order.count)
    for place in order.indices.dropLast().reversed() {
      let next = entries[order[place + 1]].time
      ends[place] = next > entries[order[place]].time ? next : ends[place + 1]
    }
    for (place, index) in order.enumerated() {
      let entry = entries[index]
      builder.line = entry.line
      for (place, time) in entry.words.times { builder.addWordTime(time - offset, at: place) }
      builder.append(
        entry.words.text, start: max(entry.time - offset, 0),
        end: ends[place].map { max($0 - offset, 0) })
    }
  }

  /// The words of a line, and when some of them are sung, by their places.
  private struct TimedWords {
    let text: ArraySlice<UInt8>
    var times: [(place: Int, start: Int)] = []
  }

  /// The words of a line without the times between them.
  private static func plain(_ words: ArraySlice<UInt8>, hasHundredths: Bool) -> TimedWords {
    var (text, times) = ([UInt8](), [(place: Int, start: Int)]())
    var start = words.startIndex
    var cursor = ByteCursor(words)
    while let byte = cursor.byte {
      let begin = cursor.position
      let close = byte == UInt8(ascii: "<") ? UInt8(ascii: ">") : UInt8(ascii: "]")
      if byte == UInt8(ascii: "<") || byte == UInt8(ascii: "["),
        let stamp = LRCStamp(&cursor, byte, close, hasHundredths: hasHundredths)
      {
        text += words[start..<begin]
        start = cursor.position
        times.append((text.count, stamp.time))
      } else {
        _ = cursor.take(byte)
      }
    }
    if start == words.startIndex { return TimedWords(text: words) }
    return TimedWords(text: (text + words[start...])[...], times: times)
  }
}
