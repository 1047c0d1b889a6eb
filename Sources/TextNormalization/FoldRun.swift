import ICUSupport

/// One pass of the search fold over a text.
///
/// The fast loop takes what keeps its place or becomes one byte: nearly everything. Whatever else
/// stands in its way is one `step`. The output always has room for what is left of the input, and
/// four bytes more, since the fast loop reads and writes four at a time.
struct FoldRun {
  private let table: FoldTable
  /// The code points in search form beside the text, if it is a part of one.
  private let before, after: UInt32?
  /// How much of the input is read.
  private var input = 0

  init(table: FoldTable, before: UInt32? = nil, after: UInt32? = nil) {
    (self.table, self.before, self.after) = (table, before, after)
  }

  /// Replaces `text`, whose storage is used again.
  mutating func run(_ utf8: Span<UInt8>, into text: inout NormalizedText) throws(ICUError) {
    text.removeAll()
    while true {
      text.makeRoom(for: utf8.count - input + 4)
      text.count = runFast(utf8, into: &text.storage, at: text.count, &text.offsets.edits)
      guard input < utf8.count else { break }
      try step(utf8, into: &text)
    }
  }

  /// Folds until the end, or until a code point that needs a `step`.
  ///
  /// - Returns: the end of what is written.
  private mutating func runFast(
    _ utf8: Span<UInt8>, into bytes: inout [UInt8], at start: Int,
    _ edits: inout [OffsetMap.Edit]
  ) -> Int {
    let flat = table.flat
    let values = flat.span
    let source = utf8.bytes
    let count = source.byteCount
    var (from, to) = (input, start)
    var span = bytes.mutableSpan
    var target = span.mutableBytes
    defer { input = from }
    while from < count {
      let word = Self.word(source, at: from)
      if word & 0x80 == 0 {
        if word & 0x8080_8080 == 0, from + 4 <= count {
          target.storeBytes(of: Self.lowercased(word), toByteOffset: to, as: UInt32.self)
          from += 4
          to += 4
        } else {
          let byte = UInt8(truncatingIfNeeded: word)
          target.storeBytes(
            of: byte &- 0x41 < 26 ? byte | 0x20 : byte, toByteOffset: to, as: UInt8.self)
          from += 1
          to += 1
        }
        continue
      }
      guard word & 0x00C0_C0F0 == 0x0080_80E0 else { return to }
      let value = values[
        Int((word & 0x0F) << 12 | (word & 0x3F00) >> 2 | word >> 16 & 0x3F)]
      if value & 0xFE == 0 {
        // Kept or replaced is a toss-up in traditional text: no branch.
        let result = value == FoldTable.Tag.keep ? word : value >> 8
        target.storeBytes(of: result, toByteOffset: to, as: UInt32.self)
        from += 3
        to += 3
      } else if value & 0xFF == FoldTable.Tag.oneByte {
        target.storeBytes(of: value >> 8, toByteOffset: to, as: UInt32.self)
        edits.append(OffsetMap.Edit(form: to..<to + 1, original: from..<from + 3))
        from += 3
        to += 1
      } else {
        return to
      }
    }
    return to
  }

  /// The four bytes at a position, the first one lowest; 0 after the end.
  private static func word(_ source: RawSpan, at position: Int) -> UInt32 {
    if position + 4 <= source.byteCount {
      return UInt32(
        littleEndian: source.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
    var word: UInt32 = 0
    for index in (position..<source.byteCount).reversed() {
      word = word << 8 | UInt32(source.unsafeLoad(fromByteOffset: index, as: UInt8.self))
    }
    return word
  }

  /// Four ASCII bytes in lower case at once: bit 7 of each sum tells whether the byte is at least
  /// `A`, and whether it is above `Z`; where only the first holds, 0x20 is added.
  private static func lowercased(_ word: UInt32) -> UInt32 {
    let atLeastA = word &+ 0x3F3F_3F3F
    let aboveZ = word &+ 0x2525_2525
    return word | (atLeastA & ~aboveZ & 0x8080_8080) >> 2
  }

  /// Folds the one code point that comes next, whatever it is, with what combines with it.
  private mutating func step(
    _ utf8: Span<UInt8>, into text: inout NormalizedText
  ) throws(ICUError) {
    try ICUError.check(
      length: text.count, atMost: SearchFormFolder.longestForm, SearchFormFolder.call)
    let scalar = UTF8Scalar.decode(utf8, at: input)
    if !scalar.isValid { text.broken.append(input) }
    switch table.action(of: scalar.value) {
    case .none:
      var bytes: [UInt8] = []
      bytes.append(utf8: scalar.value)
      write(bytes, for: scalar.length, characters: 1, into: &text)
    case .replace(let bytes, let characters):
      write(bytes, for: scalar.length, characters: characters, into: &text)
    case .middleDot(let elsewhere):
      let next = try following(utf8, from: input + scalar.length)
      let isBetween = MiddleDot.isBetween(preceding(text), next)
      write(
        isBetween ? MiddleDot.bytes : elsewhere, for: scalar.length, characters: 1, into: &text)
    case .combine:
      try combine(utf8, into: &text)
    }
  }

  /// The last code point that was written.
  private func preceding(_ text: NormalizedText) -> UInt32? {
    String(decoding: text.bytes.suffix(4), as: UTF8.self).unicodeScalars.last?.value ?? before
  }

  /// The first code point that comes of the input from a position on; of dots any one.
  private func following(
    _ utf8: Span<UInt8>, from position: Int
  ) throws(ICUError) -> UInt32? {
    var position = position
    while position < utf8.count {
      let scalar = UTF8Scalar.decode(utf8, at: position)
      switch table.action(of: scalar.value) {
      case .none, .middleDot: return scalar.value
      case .replace(let bytes, _):
        let first = String(decoding: bytes, as: UTF8.self).unicodeScalars.first
        if let first { return first.value }
      case .combine:
        if let mark = try table.casefold.normalize([scalar.value]).first { return mark }
      }
      position += scalar.length
    }
    return after
  }

  /// Writes what became of the next `length` bytes of the input.
  ///
  /// - Parameter characters: 1 if one code point became one, so that equal lengths correspond.
  private mutating func write(
    _ bytes: [UInt8], for length: Int, characters: Int, into text: inout NormalizedText
  ) {
    let output = text.count
    text.makeRoom(for: bytes.count)
    for (index, byte) in bytes.enumerated() { text.storage[output + index] = byte }
    if characters != 1 || bytes.count != length {
      text.offsets.edits.append(
        OffsetMap.Edit(
          form: output..<output + bytes.count, original: input..<input + length))
    }
    input += length
    text.count += bytes.count
  }

  /// Takes the last code point back and normalises it together with all that combine with it.
  private mutating func combine(
    _ utf8: Span<UInt8>, into text: inout NormalizedText
  ) throws(ICUError) {
    takeBack(utf8, from: &text)
    let end = chunkEnd(utf8)
    let chunk = try UTF16Text(utf8: utf8.extracting(input..<end))
    var normalized: [UInt16] = []
    try table.casefold.normalize(chunk.units, in: 0..<chunk.units.count, into: &normalized)
    let scalars = String(decoding: normalized, as: UTF16.self).unicodeScalars
    var bytes = try middleDot(at: utf8, before: end, scalars, in: text) ?? []
    for scalar in scalars.dropFirst(bytes.isEmpty ? 0 : 1) {
      bytes.append(utf8: table.fold(scalar.value))
    }
    let isAlone = scalars.count == 1 && chunk.units.count == 1
    write(bytes, for: end - input, characters: isAlone ? 1 : 2, into: &text)
  }

  /// What the first code point of a chunk becomes, if it is a middle dot between Han or kana: what
  /// combines with it may come to nothing.
  ///
  /// - Parameter scalars: the chunk in NFKC_Casefold.
  private func middleDot(
    at utf8: Span<UInt8>, before end: Int, _ scalars: String.UnicodeScalarView,
    in text: NormalizedText
  ) throws(ICUError) -> [UInt8]? {
    guard case .middleDot = table.action(of: UTF8Scalar.decode(utf8, at: input).value) else {
      return nil
    }
    let mark = scalars.dropFirst().first?.value
    let next = mark == nil ? try following(utf8, from: end) : mark
    return MiddleDot.isBetween(preceding(text), next) ? MiddleDot.bytes : nil
  }

  /// Goes back to before the code point that was folded last, unless its bytes were broken.
  private mutating func takeBack(_ utf8: Span<UInt8>, from text: inout NormalizedText) {
    var start = input
    repeat { start -= 1 } while start > 0 && input - start < 4 && utf8[start] & 0xC0 == 0x80
    guard start >= 0 else { return }
    let scalar = UTF8Scalar.decode(utf8, at: start)
    guard scalar.isValid, scalar.length == input - start else { return }
    if let edit = text.offsets.edits.last, edit.original.upperBound == input {
      text.offsets.edits.removeLast()
      (input, text.count) = (edit.original.lowerBound, edit.form.lowerBound)
    } else {
      text.count -= input - start
      input = start
    }
  }

  /// The end of the chunk that starts here: the next code point that does not combine.
  private func chunkEnd(_ utf8: Span<UInt8>) -> Int {
    var end = input
    repeat {
      end += UTF8Scalar.decode(utf8, at: end).length
    } while end < utf8.count && table.combines(UTF8Scalar.decode(utf8, at: end).value)
    return end
  }
}
