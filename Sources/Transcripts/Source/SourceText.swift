/// The text of a file as well-formed UTF-8 without a byte order mark, and how it came to be that.
struct SourceText: Sendable {
  let bytes: [UInt8]
  let encoding: String
  private(set) var warnings: [TranscriptWarning] = []
  /// How far the file's bytes are ahead of `bytes` (the length of a byte order mark).
  private var lead = 0
  /// What was taken out, and then what broken bytes became U+FFFD.
  private var removals = OffsetChanges()
  private var repairs = OffsetChanges()

  /// Decodes the bytes of a file.
  ///
  /// Without `encoding`: a byte order mark decides; then UTF-8 if it is that, a few broken bytes
  /// aside, which become U+FFFD and are warned of; then a guess, which is warned of too. Escapes of terminals and
  /// NULs are taken out with a warning.
  ///
  /// - Complexity: O(n).
  init(decoding file: [UInt8], encoding forced: String? = nil) throws(TranscriptError) {
    let isValid = UTF8Validation.isValid(file.span)
    let (charset, mark) = try Charset.choose(for: file, isValidUTF8: isValid, forced: forced)
    encoding = charset.name
    var text =
      charset.isUTF8
      ? mark == 0 ? file : Array(file[mark...]) : try charset.convert(file[mark...])
    if charset.isGuess { warnings.append(charset.guessWarning) }
    lead = mark
    if TextCleaning.isNeeded(for: text) {
      let cleaning = TextCleaning(text, offset: charset.isUTF8 ? mark : nil)
      (text, removals) = (cleaning.cleaned, cleaning.removals)
      warnings += cleaning.warnings
    }
    guard charset.isUTF8, !isValid else {
      bytes = text
      return
    }
    var repair = UTF8Repair(text)
    repair.run()
    (bytes, repairs) = (repair.repaired, repair.repairs)
    warnings += repair.places.map { place in
      TranscriptWarning(
        .brokenUTF8(place.bytes), byteOffset: removals.original(of: place.position) + mark,
        line: place.line)
    }
    if let more = repair.more { warnings.append(TranscriptWarning(.moreBrokenUTF8(count: more))) }
  }

  /// The offset in the file of a position in `bytes`; `nil` where the charset does not tell.
  func fileOffset(of position: Int) -> Int? {
    guard encoding == Charset.utf8Name else { return nil }
    return removals.original(of: repairs.original(of: position)) + lead
  }
}
