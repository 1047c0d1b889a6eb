/// A tier of a TextGrid.
struct TextGridTier {
  struct Label {
    let start: Int
    let end: Int?
    let text: ArraySlice<UInt8>
    let line: Int
  }

  let name: ArraySlice<UInt8>
  let isPoints: Bool
  var labels: [Label] = []

  init(name: ArraySlice<UInt8>, isPoints: Bool) {
    (self.name, self.isPoints) = (name, isPoints)
  }

  func write(into builder: inout TranscriptBuilder) {
    let speaker = String(decoding: name, as: UTF8.self)
    for label in labels {
      builder.line = label.line
      builder.append(label.text, start: label.start, end: label.end, speaker: speaker)
    }
  }

  /// More tiers than these are all read: each is compared with each.
  private static let mostCompared = 60

  /// The tiers that divide no other.
  static func undivided(_ tiers: [TextGridTier]) -> [TextGridTier] {
    guard tiers.count <= mostCompared else { return tiers }
    let spoken = tiers.map(\.spoken)
    return tiers.indices.filter { index in
      !tiers.indices.contains { other in
        other != index && divides(spoken[index], spoken[other], isLater: index > other)
      }
    }.map { tiers[$0] }
  }

  /// The labels with text, in order.
  private var spoken: [Label] {
    isPoints ? [] : labels.filter { !$0.text.trimmed.isEmpty }.sorted { $0.start < $1.start }
  }

  /// Whether a tier divides another one more finely: all its labels lie inside labels of the other one, and either
  /// they say the same, spaces and punctuation aside, or none of them has Han or kana, and they fill what they
  /// divide from end to end, as phones and Pinyin do. The same labels again divide what stands before.
  private static func divides(_ fine: [Label], _ coarse: [Label], isLater: Bool) -> Bool {
    guard !fine.isEmpty, fine.count > coarse.count || fine.count == coarse.count && isLater else {
      return false
    }
    var (saysTheSame, fills, index, divided) = (true, fine.count > coarse.count, 0, 0)
    for label in coarse {
      let first = index
      while index < fine.count, lies(fine[index], in: label) { index += 1 }
      let parts = fine[first..<index]
      saysTheSame = saysTheSame && letters(of: parts) == letters(of: [label])
      guard let begin = parts.first, let end = parts.last else { continue }
      divided += 1
      let isUnwritten = parts.allSatisfy { !hasHan($0.text) }
      fills = fills && isUnwritten && isNear(begin.start, label.start) && isNear(end.end, label.end)
      if !saysTheSame, !fills { return false }
    }
    return index == fine.count && (saysTheSame || fills && divided > 1)
  }

  private static func lies(_ part: Label, in whole: Label) -> Bool {
    guard let end = part.end, let last = whole.end else { return false }
    return part.start >= whole.start - 1 && end <= last + 1
  }

  private static func isNear(_ one: Int?, _ other: Int?) -> Bool {
    guard let one, let other else { return false }
    return abs(one - other) <= 1
  }

  private static func hasHan(_ text: ArraySlice<UInt8>) -> Bool {
    String(decoding: text, as: UTF8.self).unicodeScalars.contains {
      WideCharacters.contains($0.value)
    }
  }

  private static func letters(of labels: some Sequence<Label>) -> String {
    var letters = ""
    for label in labels {
      letters += String(decoding: label.text, as: UTF8.self).lowercased()
        .filter { $0.isLetter || $0.isNumber }
    }
    return letters
  }
}
