/// Words that ICU's `Traditional-Simplified` spells wrongly: those in which 乾 is read qián, and stays.
struct SimplificationExceptions: Sendable {
  static let qian: UInt32 = 0x4E7E

  /// Each word, and what it becomes.
  let words: [(from: [UInt32], to: [UInt32])]
  /// What follows a 乾 that is read gān, in UTF-8.
  let dryFollowers: [[UInt8]]

  init(_ rules: SimplificationRules) {
    words = Self.parse(PackageResources.qian_words_txt).map { word in
      let from = word.unicodeScalars.map(\.value)
      return (from, from.map { $0 == Self.qian ? $0 : rules.single[$0] ?? $0 })
    }
    dryFollowers = Self.parse(PackageResources.dry_followers_txt).map { Array($0.utf8) }
  }

  /// Words between white space; a line that starts with `#` is a comment.
  private static func parse(_ file: [UInt8]) -> [Substring] {
    String(decoding: file, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: " ") }
  }
}
