/// Praat's TextGrid in its three text forms: each tier is a speaker, each label a cue. Points have a start and no
/// end.
///
/// A tier that divides another one more finely, such as words beside utterances, is not read; see
/// `TextGridTier.divides`.
struct TextGridReader: TranscriptReader {
  let format = TranscriptFormat(
    "textgrid", "Praat TextGrid", extensions: ["textgrid"], keeps: [.times, .speakers])

  func claim(on file: SourceFile) -> FormatClaim {
    let head = file.head.prefix(200)
    let isGrid = head.contains("ooTextFile") && head.contains("\"TextGrid\"")
    return isGrid || head.contains("\"Praat chronological TextGrid") ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var scanner = TextGridScanner(file.text.bytes)
    let kind = scanner.text() ?? []
    let isChronological = kind.starts(with: "Praat chronological".utf8)
    if !isChronological { _ = scanner.text() }
    _ = (scanner.number(), scanner.number())
    var tiers: [TextGridTier] = []
    if isChronological {
      Self.readChronological(&scanner, &tiers)
    } else {
      Self.readTiers(&scanner, &tiers)
    }
    builder.sortsByStart = true
    for tier in TextGridTier.undivided(tiers) { tier.write(into: &builder) }
    if scanner.next() != nil {
      builder.warn(.brokenGrid, line: scanner.line)
    }
  }

  private static func readTiers(_ scanner: inout TextGridScanner, _ tiers: inout [TextGridTier]) {
    if case .flag? = scanner.next() {}
    _ = scanner.number()
    while let kind = scanner.text(), let name = scanner.text() {
      var tier = TextGridTier(name: name, isPoints: kind.starts(with: "TextTier".utf8))
      _ = (scanner.number(), scanner.number(), scanner.number())
      while let label = label(&scanner, isPoint: tier.isPoints) { tier.labels.append(label) }
      tiers.append(tier)
    }
  }

  private static func readChronological(
    _ scanner: inout TextGridScanner, _ tiers: inout [TextGridTier]
  ) {
    _ = scanner.number()
    while let kind = scanner.text(), let name = scanner.text() {
      tiers.append(TextGridTier(name: name, isPoints: kind.starts(with: "TextTier".utf8)))
      _ = (scanner.number(), scanner.number())
    }
    while let number = scanner.number() {
      let index = Int(max(0, min(number, 1e9))) - 1
      guard tiers.indices.contains(index),
        let label = label(&scanner, isPoint: tiers[index].isPoints)
      else { return }
      tiers[index].labels.append(label)
    }
  }

  private static func label(
    _ scanner: inout TextGridScanner, isPoint: Bool
  ) -> TextGridTier.Label? {
    guard let start = scanner.number() else { return nil }
    let end = isPoint ? nil : scanner.number()
    guard isPoint || end != nil, let text = scanner.text() else { return nil }
    return TextGridTier.Label(
      start: TimeCode.seconds(start) ?? 0, end: TimeCode.seconds(end), text: text,
      line: scanner.line)
  }
}
