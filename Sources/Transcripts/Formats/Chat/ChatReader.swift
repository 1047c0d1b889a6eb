/// CHAT (`.cha`), the format of CHILDES and TalkBank: `*CHI:` with what is said, and its times between two bytes
/// 0x15.
///
/// Lines that begin with a tab go on with the line before. Dependent tiers (`%mor:`) are no text. Codes in the
/// text are taken out by `ChatUtterance`.
struct ChatReader: TranscriptReader {
  let format = TranscriptFormat(
    "chat", "CHAT of CHILDES and TalkBank", extensions: ["cha"],
    keeps: [.times, .speakers, .metadata])

  func claim(on file: SourceFile) -> FormatClaim {
    guard file.firstByte == UInt8(ascii: "@") else { return .none }
    return file.head.prefix(400).contains("@Begin") ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var reading = Reading()
    while let line = lines.next() {
      if line.first == 0x09 {
        reading.append(line)
      } else {
        reading.flush(&builder)
        reading.begin(line, number: lines.line)
      }
    }
    reading.flush(&builder)
  }

  private struct Reading {
    private var names: [String: String] = [:]
    private var tier: [UInt8] = []
    private var line = 0

    mutating func begin(_ bytes: ArraySlice<UInt8>, number: Int) {
      tier += bytes
      line = number
    }

    mutating func append(_ bytes: ArraySlice<UInt8>) {
      tier.append(0x20)
      tier += bytes
    }

    /// Takes what was read up to here, which begins with `*`, `@` or `%`.
    mutating func flush(_ builder: inout TranscriptBuilder) {
      defer { tier.removeAll(keepingCapacity: true) }
      guard let mark = tier.first, let colon = tier[...].offset(of: UInt8(ascii: ":")) else {
        return
      }
      let name = tier[1..<max(colon, 1)].string
      let content = tier[(colon + 1)...]
      if mark == UInt8(ascii: "@") { takeHeader(name, content, &builder) }
      guard mark == UInt8(ascii: "*") else { return }
      let utterance = ChatUtterance(content)
      builder.line = line
      builder.append(
        utterance.text[...], start: utterance.start, end: utterance.end,
        speaker: names[name] ?? name)
    }

    private mutating func takeHeader(
      _ name: String, _ content: ArraySlice<UInt8>, _ builder: inout TranscriptBuilder
    ) {
      switch name {
      case "Participants":
        for participant in content.split(separator: UInt8(ascii: ",")) { take(participant) }
      case "Title": builder.metadata.title = content.trimmed.string
      case "Date": builder.metadata.date = Self.date(content)
      default: break
      }
    }

    /// `CHI Ming Target_Child`: code, name and role; the name may be missing.
    private mutating func take(_ participant: ArraySlice<UInt8>) {
      let words = participant.split { $0 <= 0x20 }.map(\.string)
      guard words.count >= 3 else { return }
      names[words[0]] = words[1].replacing("_", with: " ")
    }

    /// `15-MAR-2006`.
    private static func date(_ content: ArraySlice<UInt8>) -> String {
      let words = content.trimmed.map { $0 == UInt8(ascii: "-") ? 0x20 : $0 }
      return DateText.first(in: words[...]) ?? DateText.first(in: content) ?? ""
    }
  }
}
