/// Names that software gives to voices which it tells apart, without knowing who speaks.
///
/// These are, in any case:
/// - `speaker`, `spk`, `spkr`, 说话人, 发言人, 讲话人, 讲者, 話者 and the like with a number of up to four digits behind
///   it, or with one letter from A to Z, which stands apart from a Latin word: `SPEAKER_00`, `Speaker A`, `spk1`,
///   说话人 2, 发言人三;
/// - one to four digits: `0`, `001`; also with the sex: `001-M`.
enum DiarizationLabel {
  private static let words = [
    "speaker", "spkr", "spk", "说话人", "說話人", "说话者", "說話者", "发言人", "發言人", "发言者", "發言者",
    "讲话人", "講話人", "讲者", "講者", "话者", "話者",
  ]
  private static let separators: Set<Character> = [" ", "\u{3000}", "_", "-", ".", "#", ":"]

  /// Whether a speaker's name is such a label.
  static func isOne(_ name: String) -> Bool {
    let name = name.lowercased()
    if let word = words.first(where: name.hasPrefix) {
      let rest = name.dropFirst(word.count)
      let counter = rest.drop { separators.contains($0) }
      let isApart = counter.startIndex > rest.startIndex || !word.utf8.allSatisfy { $0 < 0x80 }
      return isNumber(counter) || isApart && isLetter(counter)
    }
    let digits = name.prefix { $0.isWholeNumber && !$0.isLetter }
    guard (1...4).contains(digits.count) else { return false }
    return ["", "-m", "-f"].contains(name[digits.endIndex...])
  }

  private static func isNumber(_ text: Substring) -> Bool {
    (1...4).contains(text.count) && text.allSatisfy(\.isWholeNumber)
  }

  private static func isLetter(_ text: Substring) -> Bool {
    text.count == 1 && text.allSatisfy { ("a"..."z").contains($0) || ("ａ"..."ｚ").contains($0) }
  }
}
