import ICUSupport

/// The text of a file as well-formed UTF-8 without a byte order mark, and how it came to be that.
struct SourceText: Sendable {
  let bytes: [UInt8]
  let encoding: String
  private(set) var warnings: [TranscriptWarning] = []
  /// How far the file's bytes are ahead of `bytes` (the length of a byte order mark).
  private var lead = 0
  /// Where broken bytes became U+FFFD, in ascending order, and what all up to there added in length.
  private var repairs: [(position: Int, growth: Int)] = []

  /// Decodes the bytes of a file.
  ///
  /// Without `encoding`: a byte order mark decides; then UTF-8 if it is that, a few broken bytes
  /// aside, which become U+FFFD and are warned of; then ICU's guess, which is warned of too.
  init(decoding file: [UInt8], encoding forced: String? = nil) throws(TranscriptError) {
    let isValid = UTF8Validation.isValid(file.span)
    let (charset, mark) = try Charset.choose(for: file, isValidUTF8: isValid, forced: forced)
    encoding = charset.name
    guard charset.isUTF8 else {
      bytes = try charset.convert(file[mark...])
      if charset.isGuess { warnings.append(charset.guessWarning) }
      return
    }
    lead = mark
    if isValid {
      bytes = mark == 0 ? file : Array(file[mark...])
    } else {
      var repair = UTF8Repair(Array(file[mark...]), offset: mark)
      repair.run()
      (bytes, repairs, warnings) = (repair.repaired, repair.repairs, repair.warnings)
    }
  }

  /// The offset in the file of a position in `bytes`; `nil` where the charset does not tell.
  func fileOffset(of position: Int) -> Int? {
    guard encoding == Charset.utf8Name else { return nil }
    var low = 0
    var high = repairs.count
    while low < high {
      let middle = (low + high) / 2
      if repairs[middle].position < position { low = middle + 1 } else { high = middle }
    }
    return position + lead - (low == 0 ? 0 : repairs[low - 1].growth)
  }
}

/// Replaces broken UTF-8 by U+FFFD, noting where.
private struct UTF8Repair {
  /// More warnings than this about one file help nobody.
  static let limit = 20

  let broken: [UInt8]
  let offset: Int
  var repaired: [UInt8] = []
  var repairs: [(position: Int, growth: Int)] = []
  var warnings: [TranscriptWarning] = []
  private var line = 1

  init(_ broken: [UInt8], offset: Int) {
    self.broken = broken
    self.offset = offset
  }

  mutating func run() {
    repaired.reserveCapacity(broken.count + 64)
    var position = 0
    while position < broken.count {
      let scalar = UTF8Scalar.decode(broken.span, at: position)
      if scalar.value == 0x0A { line += 1 }
      if !scalar.isValid { note(position, scalar.length) }
      repaired.append(utf8: scalar.value)
      position += scalar.length
    }
    guard repairs.count > Self.limit else { return }
    let more = repairs.count - Self.limit
    warnings.append(TranscriptWarning(.moreBrokenUTF8(count: more)))
  }

  private mutating func note(_ position: Int, _ length: Int) {
    repairs.append((repaired.count, (repairs.last?.growth ?? 0) + 3 - length))
    guard warnings.count < Self.limit else { return }
    warnings.append(
      TranscriptWarning(
        .brokenUTF8(Array(broken[position..<position + length])), byteOffset: offset + position,
        line: line))
  }
}
