import ICUSupport

/// The charset that a file is read as, and whether that is a guess.
struct Charset {
  static let utf8Name = "UTF-8"

  let name: String
  let isGuess: Bool

  var isUTF8: Bool { name == Self.utf8Name }

  var guessWarning: TranscriptWarning {
    TranscriptWarning(.guessedCharset(name))
  }

  /// The charset of a file, and the length of its byte order mark.
  ///
  /// - Parameter isValidUTF8: whether the file is well-formed UTF-8.
  static func choose(
    for file: [UInt8], isValidUTF8: Bool, forced: String?
  ) throws(TranscriptError) -> (charset: Charset, mark: Int) {
    let marked = byteOrderMark(of: file)
    if let forced { return (try named(forced), marked?.length ?? 0) }
    if let marked { return (Charset(name: marked.name, isGuess: false), marked.length) }
    if isValidUTF8 || isNearlyUTF8(file) {
      return (Charset(name: utf8Name, isGuess: false), 0)
    }
    return (try guess(for: file), 0)
  }

  /// Converts by ICU.
  func convert(_ file: ArraySlice<UInt8>) throws(TranscriptError) -> [UInt8] {
    do throws(ICUError) {
      return try CharsetConverter(name).utf8(from: Array(file).span)
    } catch {
      throw TranscriptError(.conversion(error))
    }
  }

  private static func named(_ name: String) throws(TranscriptError) -> Charset {
    let canonical = name.lowercased().filter { $0 != "-" && $0 != "_" }
    if canonical == "utf8" { return Charset(name: utf8Name, isGuess: false) }
    // Whatever ICU says against a name, it cannot be used.
    guard (try? CharsetConverter(name)) != nil else {
      throw TranscriptError(.unknownCharset(name))
    }
    return Charset(name: name, isGuess: false)
  }

  private static func byteOrderMark(of file: [UInt8]) -> (name: String, length: Int)? {
    if file.starts(with: [0xEF, 0xBB, 0xBF]) { return (utf8Name, 3) }
    if file.starts(with: [0xFF, 0xFE]) { return ("UTF-16LE", 2) }
    if file.starts(with: [0xFE, 0xFF]) { return ("UTF-16BE", 2) }
    return nil
  }

  /// Whether well-formed multi-byte characters outnumber broken parts ten to one, which no other
  /// charset's text does by accident; or broken parts are few among ASCII and no more than they.
  private static func isNearlyUTF8(_ file: [UInt8]) -> Bool {
    var (wellFormed, ascii, broken, position) = (0, 0, 0, 0)
    while position < file.count {
      let scalar = UTF8Scalar.decode(file.span, at: position)
      if !scalar.isValid {
        broken += 1
      } else if scalar.length > 1 {
        wellFormed += 1
      } else {
        ascii += scalar.value == 0 ? 0 : 1
      }
      position += scalar.length
    }
    return wellFormed >= 10 * broken
      || broken * 20 <= ascii + wellFormed && broken <= max(wellFormed, 2)
  }

  /// Whether a charset makes text of bytes: hardly anything that it cannot read, few controls.
  private static func readsAsText(
    _ sample: [UInt8], as name: String
  ) throws(TranscriptError) -> Bool {
    let text = String(
      decoding: try Charset(name: name, isGuess: true).convert(sample[...]), as: UTF8.self)
    let odd = text.unicodeScalars.count { scalar in
      scalar == "\u{FFFD}" || scalar.properties.generalCategory == .unassigned
        || scalar.properties.generalCategory == .privateUse
        || scalar.value < 0x20 && !"\t\n\r\u{C}".unicodeScalars.contains(scalar)
    }
    return odd * 20 <= text.unicodeScalars.count
  }

  /// Whether `--encoding` may name a charset so.
  static func isKnown(_ name: String) -> Bool {
    // Why it is not known is told by those who read with it.
    (try? named(name)) != nil
  }

  private static func guess(for file: [UInt8]) throws(TranscriptError) -> Charset {
    let sample = Array(file.prefix(1 << 16))
    // Without a guess the file is rejected, with the advice to name a charset.
    let guesses = (try? CharsetDetector.guesses(for: sample.span)) ?? []
    let known = ["GB18030", "Big5", "UTF-16LE", "UTF-16BE", "Shift_JIS", "EUC-JP", "EUC-KR"]
    let isBinary = sample.contains(0)
    let best = guesses.first { guess in
      known.contains(guess.name) && isBinary == guess.name.hasPrefix("UTF-16")
    }
    guard let best, try readsAsText(sample, as: best.name) else {
      throw TranscriptError(.noCharset)
    }
    return Charset(name: best.name, isGuess: true)
  }
}
