/// SAMI (`.smi`): `<SYNC Start=1000>` before paragraphs, each of a class that stands for a language.
///
/// A paragraph ends where the next one of its class begins, which may be blank. Elements need not be closed,
/// and names are in any case. A paragraph with `ID=Source` names the speaker of those that follow.
struct SAMIReader: TranscriptReader {
  let format = TranscriptFormat(
    "sami", "SAMI", extensions: ["smi", "sami"], keeps: [.times, .speakers])

  func claim(on file: SourceFile) -> FormatClaim {
    file.root?.name == "sami" ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    builder.sortsByStart = true
    var scanner = SAMIScanner(file.text.bytes[...])
    var collector = SAMICollector()
    while let token = scanner.next() {
      switch token {
      case .text(let text): collector.append(text)
      case .tag(let tag): collector.meet(tag)
      }
    }
    collector.finish(&builder)
  }
}
