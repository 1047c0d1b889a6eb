import ICUSupport

/// Finds the charset of bytes that do not name it, by the characters that come out.
///
/// A wrong charset makes rare characters of Chinese text; of the right one's characters every second or third is
/// a common one. ICU's detector has a say where nothing else tells.
enum CharsetGuess {
  /// So many bytes tell enough.
  private static let sampleLength = 1 << 16

  /// Common characters of Chinese in both scripts, and Hiragana.
  private static let common = Set(
    """
    的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里\
    用道行所然家事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日\
    這個們來為國說時會對發後裡經麼學現當沒動還進樣開從實問關點無與長機電話題業產員體嗎吧呢啊嗯哦吗问关点\
    无与长机电话题业产员体間间谁誰什怎很做让讓给給把被数據据數訊讯\
    のにはをたがでてとしれさいるあなもかきまりく
    """.unicodeScalars.filter { $0.value > 0x20 })

  /// Whether so many bytes are NUL that the text may be of a charset of several bytes a character.
  static func isWide(_ file: [UInt8]) -> Bool { zeros(in: file) > 0.05 }

  /// Whether there are NULs, as in the line breaks of UTF-16.
  static func hasZeros(_ file: [UInt8]) -> Bool { file.prefix(sampleLength).contains(0) }

  /// Whether so many bytes are NUL that it is no text of one byte a character.
  static func isFullOfZeros(_ file: [UInt8]) -> Bool { zeros(in: file) > 0.3 }

  /// The share of NULs.
  private static func zeros(in file: [UInt8]) -> Double {
    let sample = file.prefix(sampleLength)
    // Hardly any file has one.
    guard sample.offset(of: 0) != nil else { return 0 }
    return Double(sample.count { $0 == 0 }) / Double(sample.count)
  }

  /// One of UTF-16 and UTF-32, where that makes sense.
  static func wide(_ file: [UInt8]) throws(TranscriptError) -> Charset? {
    // A sample ends between characters.
    let sample = file.prefix(sampleLength)
    return try best(of: ["UTF-32LE", "UTF-32BE", "UTF-16LE", "UTF-16BE"], for: sample, least: 0.3)
  }

  /// One of the charsets of one or two bytes a character.
  static func narrow(_ file: [UInt8]) throws(TranscriptError) -> Charset {
    let sample = file.prefix(sampleLength)
    guard !sample.contains(0) else { throw TranscriptError(.noCharset) }
    let known = ["GB18030", "Big5", "Shift_JIS", "EUC-JP", "EUC-KR"]
    // Hong Kong's supplement reads all that Big5 does; where that is all, it is behind.
    let chinese = ["GB18030", "Big5", "Big5-HKSCS"]
    // Without a guess of ICU's the common characters alone decide.
    let guesses = ((try? CharsetDetector.guesses(for: Array(sample).span)) ?? []).map(\.name)
    let likely = guesses.filter(known.contains)
    let names = likely + chinese.filter { !likely.contains($0) }
    let best = try best(of: names, for: sample, least: likely.isEmpty ? 0.05 : -1)
    guard let best else { throw TranscriptError(.noCharset) }
    return best
  }

  /// Whether hardly any of the characters that a charset makes of bytes are odd.
  static func fits(_ charset: Charset, _ file: [UInt8]) throws(TranscriptError) -> Bool {
    try Judged(file.prefix(sampleLength), as: charset.name).isText
  }

  /// The charset that makes most common characters of a sample, where hardly any are odd; of equal ones the first.
  private static func best(
    of names: [String], for sample: ArraySlice<UInt8>, least: Double
  ) throws(TranscriptError) -> Charset? {
    var best: (name: String, share: Double)?
    for name in names {
      let text = try Judged(sample, as: name)
      guard text.isText, text.share >= least, text.share > best?.share ?? -2 else { continue }
      best = (name, text.share)
    }
    return best.map { Charset(name: $0.name, isGuess: true) }
  }

  /// A sample as text of a charset.
  private struct Judged {
    private var characters = 0
    /// What it cannot read, unassigned and private characters, controls.
    private var odd = 0
    private var usual = 0

    init(_ sample: ArraySlice<UInt8>, as name: String) throws(TranscriptError) {
      let text = try Charset(name: name, isGuess: true).convert(sample)
      for scalar in String(decoding: text, as: UTF8.self).unicodeScalars {
        characters += 1
        if Self.isOdd(scalar) { odd += 1 }
        if common.contains(scalar) || (0x20..<0x7F).contains(scalar.value) && isWideName(name) {
          usual += 1
        }
      }
    }

    var isText: Bool { odd * 20 <= characters }

    /// The share of common characters less that of odd ones.
    var share: Double { characters == 0 ? 0 : Double(usual - odd) / Double(characters) }

    private static func isOdd(_ scalar: Unicode.Scalar) -> Bool {
      switch scalar.properties.generalCategory {
      case .unassigned, .privateUse: true
      case .control: !"\t\n\r\u{C}".unicodeScalars.contains(scalar)
      default: scalar == "\u{FFFD}"
      }
    }
  }

  /// Whether even letters of ASCII tell something, as they have NULs beside them.
  private static func isWideName(_ name: String) -> Bool { name.hasPrefix("UTF-") }
}
