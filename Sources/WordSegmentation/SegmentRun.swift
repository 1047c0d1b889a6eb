import ICUSupport

/// One pass over a text, from segment to segment of the word rules.
///
/// What is usual is done at once: rows of common Han characters, and segments that no dictionary
/// divides. What is not is left `pending` for `WordSegmenter.divide`.
struct SegmentRun {
  /// A segment that a dictionary divides, and what the rules say of it.
  struct Pending {
    let range: Range<Int>
    /// ICU's status, in hundreds.
    let status: UInt16
  }

  /// Up to where tokens are written.
  var position = 0
  var pending: Pending?
  /// Whether the row is full and nothing of it decided.
  var needsLongerRow = false

  // The row of Han characters at hand: it begins at `position`.
  private var rowCount = 0
  private var rowDone = 0
  /// The end of the row.
  private var rowEnd = 0

  /// Writes tokens until the text ends, the room for tokens does, or something unusual comes.
  mutating func advance(
    _ utf8: Span<UInt8>, _ segmenter: WordSegmenter, _ starts: inout [UInt32],
    _ ends: inout [UInt32], _ kinds: inout [WordKind], _ ids: inout [UInt32], count: inout Int
  ) {
    let lexicon = segmenter.lexicon
    let characters = Span(_unsafeElements: lexicon.characters)
    let transitions = Span(_unsafeElements: lexicon.transitions)
    let properties = Span(_unsafeElements: lexicon.properties)
    let slots = Span(_unsafeElements: lexicon.slots)
    let hanLimit = lexicon.hanLimit
    let hanState = lexicon.hanState << 8
    let rowLimit = segmenter.roots.count - WordLattice.padding
    var roots = MutableSpan(
      _unsafeStart: segmenter.roots.base, count: segmenter.roots.count)
    var best = MutableSpan(_unsafeStart: segmenter.best.base, count: segmenter.best.count)
    var seconds = MutableSpan(
      _unsafeStart: segmenter.seconds.base, count: segmenter.seconds.count)
    var thirds = MutableSpan(
      _unsafeStart: segmenter.thirds.base, count: segmenter.thirds.count)
    var startSpan = starts.mutableSpan
    var endSpan = ends.mutableSpan
    var kindSpan = kinds.mutableSpan
    var idSpan = ids.mutableSpan
    let source = utf8.bytes
    let total = utf8.count

    while position < total {
      guard startSpan.count - count > min(rowLimit, total - position) else { return }
      // A row of common Han characters.
      if rowCount == 0 { rowEnd = position }
      let oldCount = rowCount
      while rowCount < rowLimit, rowEnd + 3 <= total {
        let word = Self.threeBytes(source, rowEnd)
        guard word & 0xC0_C0F0 == 0x80_80E0 else { break }
        let character = characters[
          Int((word & 0x0F) << 12 | (word & 0x3F00) >> 2 | word >> 16 & 0x3F)]
        guard Lexicon.Character.characterClass(character) < hanLimit else { break }
        roots[rowCount] = character
        rowCount += 1
        rowEnd += 3
      }
      if rowCount > 0 {
        // What has been tried stays; the row may have grown behind it.
        if oldCount == 0 { WordLattice.begin(&best, count: rowCount) }
        if oldCount > 0 {
          for index in oldCount..<rowCount { best[index + WordLattice.padding] = .max }
        }
        if rowCount == rowLimit {
          commit(
            slots, &roots, &seconds, &thirds, &best, &startSpan, &endSpan, &kindSpan, &idSpan, &count)
          if needsLongerRow { return }
          continue
        }
        let next = rowEnd < total
          ? Self.characterClass(utf8, rowEnd, characters, lexicon).number
          : CharacterClasses.endOfText
        if transitions[hanState | next] & 0xFF == 0 {
          for index in rowCount..<rowCount + WordLattice.padding { roots[index] = 0 }
          WordLattice.advance(
            slots, roots.span, &seconds, &thirds, &best, from: rowDone, to: rowCount)
          write(rowCount, roots.span, &best, &startSpan, &endSpan, &kindSpan, &idSpan, &count)
          (position, rowCount, rowDone) = (rowEnd, 0, 0)
          continue
        }
      }
      // Any other segment, or one that goes on after Han characters.
      var state = rowCount > 0 ? hanState : 1 << 8
      var end = rowCount > 0 ? rowEnd : position
      var status: UInt16 = rowCount > 0 ? 4 : 0
      var endProperties = rowCount > 0 ? CharacterClasses.Properties.dictionary.rawValue : 0
      var firstProperties = endProperties
      var seen = endProperties
      var place = end
      var oneCharacter = end
      while true {
        var number = CharacterClasses.endOfText
        if place < total {
          let decoded = Self.characterClass(utf8, place, characters, lexicon)
          number = decoded.number
          seen |= properties[number]
          if place == position {
            firstProperties = seen
            oneCharacter = decoded.end
          }
          place = decoded.end
        }
        let transition = transitions[state | number]
        if transition & Transition.accepts != 0 {
          (end, status, endProperties) = (place, Transition.status(transition), seen)
        }
        state = Int(transition & 0xFF) << 8
        if state == 0 { break }
      }
      // Where no rule fits, a code point stands alone.
      if end == position { (end, status, endProperties) = (oneCharacter, 0, firstProperties) }
      if endProperties & Self.needsDivision != 0 {
        pending = Pending(range: position..<end, status: status)
        (rowCount, rowDone) = (0, 0)
        return
      }
      startSpan[count] = UInt32(truncatingIfNeeded: position)
      endSpan[count] = UInt32(truncatingIfNeeded: end)
      kindSpan[count] = WordKind(
        status: status, properties: endProperties, first: firstProperties)
      idSpan[count] = TokenBuffer.noLexiconID
      count += 1
      position = end
    }
  }

  /// Properties of which one is enough for a dictionary to have a say.
  private static let needsDivision =
    CharacterClasses.Properties.dictionary.union(.foreign).rawValue

  /// The three bytes at a position, the first one lowest, and perhaps more above them.
  @inline(__always)
  private static func threeBytes(_ source: RawSpan, _ position: Int) -> UInt32 {
    if position + 4 <= source.byteCount {
      return UInt32(
        littleEndian: source.unsafeLoadUnaligned(fromByteOffset: position, as: UInt32.self))
    }
    let low = source.unsafeLoadUnaligned(fromByteOffset: position, as: UInt16.self)
    let high = source.unsafeLoad(fromByteOffset: position + 2, as: UInt8.self)
    return UInt32(UInt16(littleEndian: low)) | UInt32(high) << 16
  }

  @inline(__always)
  static func characterClass(
    _ utf8: Span<UInt8>, _ position: Int, _ characters: Span<UInt64>, _ lexicon: Lexicon
  ) -> (number: Int, end: Int) {
    let byte = utf8[position]
    if byte < 0x80 {
      return (Lexicon.Character.characterClass(characters[Int(byte)]), position + 1)
    }
    let scalar = UTF8Scalar.decode(utf8, at: position)
    return (lexicon.characterClass(of: scalar.value), position + scalar.length)
  }

  /// Gives out what all cuts of a full row share.
  private mutating func commit(
    _ slots: Span<UInt64>, _ roots: inout MutableSpan<UInt64>,
    _ seconds: inout MutableSpan<UInt64>, _ thirds: inout MutableSpan<UInt64>,
    _ best: inout MutableSpan<UInt64>, _ starts: inout MutableSpan<UInt32>, _ ends: inout MutableSpan<UInt32>,
    _ kinds: inout MutableSpan<WordKind>, _ ids: inout MutableSpan<UInt32>, _ count: inout Int
  ) {
    let done = rowCount - WordLattice.reach
    WordLattice.advance(
      slots, roots.span, &seconds, &thirds, &best, from: rowDone, to: done)
    rowDone = done
    let boundary = WordLattice.commonBoundary(best.span, done: done)
    guard boundary > 0 else {
      needsLongerRow = true
      return
    }
    write(boundary, roots.span, &best, &starts, &ends, &kinds, &ids, &count)
    WordLattice.drop(boundary, &roots, &best, count: rowCount)
    best[0] = 0
    position += 3 * boundary
    rowCount -= boundary
    rowDone -= boundary
  }

  /// Writes the words of the cheapest cut of the first `end` characters of the row.
  @inline(__always)
  private func write(
    _ end: Int, _ roots: Span<UInt64>, _ best: inout MutableSpan<UInt64>,
    _ starts: inout MutableSpan<UInt32>, _ ends: inout MutableSpan<UInt32>,
    _ kinds: inout MutableSpan<WordKind>, _ ids: inout MutableSpan<UInt32>, _ count: inout Int
  ) {
    WordLattice.reverse(&best, count: end)
    var index = 0
    var number = count
    var byte = UInt32(truncatingIfNeeded: position)
    while index < end {
      let word = best[index]
      let length = WordLattice.length(word)
      starts[number] = byte
      byte &+= UInt32(truncatingIfNeeded: 3 * length)
      ends[number] = byte
      kinds[number] = .han
      ids[number] = WordLattice.lexiconID(word, roots[index])
      number += 1
      index += length
    }
    count = number
  }
}

extension WordLattice {
  /// The id of a word for users: a character that is no word has none.
  @inline(__always)
  static func lexiconID(_ word: UInt64, _ root: UInt64) -> UInt32 {
    let id = id(word)
    let isUnknown =
      word & single != 0 && Lexicon.Character.cost(root) == UInt64(Lexicon.unknownCost)
    return isUnknown ? TokenBuffer.noLexiconID : id
  }
}

extension WordKind {
  /// What a segment is by ICU's status, in hundreds, and by what is in it.
  @inline(__always)
  init(status: UInt16, properties: UInt16, first: UInt16) {
    let (all, first) = (
      CharacterClasses.Properties(rawValue: properties),
      CharacterClasses.Properties(rawValue: first)
    )
    switch status {
    case 0: self = first.contains(.symbol) ? .symbol : .other
    // ICU says number of whatever ends in digits: GPT4 is letters here.
    case 1 where !all.contains(.letter): self = .number
    case 1, 2: self = first.contains(.hangul) ? .hangul : .letters
    case 3: self = .kana
    default: self = all.contains(.han) ? .han : .kana
    }
  }
}
