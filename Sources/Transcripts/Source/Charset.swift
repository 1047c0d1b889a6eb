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
  /// In this order: what is asked for; a byte order mark; UTF-8, if the bytes are that but for a few; what XML or
  /// HTML names, if the bytes fit; what makes most common characters of them.
  ///
  /// - Parameter isValidUTF8: whether the file is well-formed UTF-8.
  static func choose(
    for file: [UInt8], isValidUTF8: Bool, forced: String?
  ) throws(TranscriptError) -> (charset: Charset, mark: Int) {
    let marked = byteOrderMark(of: file)
    if let forced { return (try named(forced), marked?.length ?? 0) }
    if let marked { return (Charset(name: marked.name, isGuess: false), marked.length) }
    if CharsetGuess.isWide(file) {
      if let wide = try CharsetGuess.wide(file) { return (wide, 0) }
      // Some NULs in a text are damage; a film is full of them.
      guard isValidUTF8, !CharsetGuess.isFullOfZeros(file) else {
        throw TranscriptError(.noCharset)
      }
    }
    if isValidUTF8 || isNearlyUTF8(file) {
      return (Charset(name: utf8Name, isGuess: false), 0)
    }
    // Text of nothing but Han has no NULs but those of its line breaks.
    if CharsetGuess.hasZeros(file), let wide = try CharsetGuess.wide(file) { return (wide, 0) }
    if let declared = try declared(in: file) { return (declared, 0) }
    return (try CharsetGuess.narrow(file), 0)
  }

  /// The charset that the file names, unless its bytes are of another.
  private static func declared(in file: [UInt8]) throws(TranscriptError) -> Charset? {
    guard let name = CharsetDeclaration.name(in: file) else { return nil }
    // What is called GB2312 or GBK has characters of its successor.
    let isChinese = ["gb2312", "gbk", "gb18030"].contains(name.lowercased())
    // A charset that ICU does not know is guessed as if it were not named.
    guard let charset = try? named(isChinese ? "GB18030" : name), !charset.isUTF8,
      try CharsetGuess.fits(charset, file)
    else { return nil }
    return charset
  }

  /// Converts by ICU.
  func convert(_ file: ArraySlice<UInt8>) throws(TranscriptError) -> [UInt8] {
    do throws(ICUError) {
      return try CharsetConverter(name).utf8(from: Array(file).span)
    } catch {
      throw TranscriptError(.conversion(error))
    }
  }

  /// Whether `--encoding` may name a charset so.
  static func isKnown(_ name: String) -> Bool {
    // Why it is not known is told by those who read with it.
    (try? named(name)) != nil
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

  /// The longest first: UTF-32's mark begins with that of UTF-16.
  private static let marks: [(bytes: [UInt8], name: String)] = [
    ([0xFF, 0xFE, 0x00, 0x00], "UTF-32LE"), ([0x00, 0x00, 0xFE, 0xFF], "UTF-32BE"),
    ([0x84, 0x31, 0x95, 0x33], "GB18030"), ([0xEF, 0xBB, 0xBF], utf8Name),
    ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
  ]

  private static func byteOrderMark(of file: [UInt8]) -> (name: String, length: Int)? {
    marks.first { file.starts(with: $0.bytes) }.map { ($0.name, $0.bytes.count) }
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
}
