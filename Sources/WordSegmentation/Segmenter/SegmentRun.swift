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

  /// Writes tokens until the buffer ends or something unusual comes; there is room for one for each
  /// code point of the buffer.
  mutating func advance(
    _ utf8: Span<UInt8>, _ lexicon: Lexicon, _ buffer: inout CharacterBuffer,
    _ tokens: inout TokenWriter
  ) {
    while buffer.cursor < buffer.count {
      let end = Self.rowEnd(buffer, lexicon.hanLimit)
      let isDone =
        end > buffer.cursor
        ? addRow(upTo: end, utf8, lexicon, &buffer, &tokens)
        : addSegment(utf8, lexicon, &buffer, &tokens)
      if !isDone { break }
    }
    position = Int(buffer.places[buffer.cursor])
    buffer.needsMore = buffer.cursor < buffer.count && pending == nil
  }

  /// The end of the row of common Han characters that begins at the cursor.
  @inline(__always)
  private static func rowEnd(_ buffer: borrowing CharacterBuffer, _ hanLimit: Int) -> Int {
    let roots = buffer.roots.span
    var end = buffer.cursor
    while end < buffer.count, Lexicon.Character.characterClass(roots[end]) < hanLimit { end += 1 }
    return end
  }

  /// Writes the words of a row, or, if it goes on behind the buffer, those that are certain.
  ///
  /// - Returns: whether any were.
  @inline(__always)
  private mutating func addRow(
    upTo end: Int, _ utf8: Span<UInt8>, _ lexicon: Lexicon, _ buffer: inout CharacterBuffer,
    _ tokens: inout TokenWriter
  ) -> Bool {
    let next =
      end < buffer.count
      ? Lexicon.Character.characterClass(buffer.roots[end]) : CharacterClasses.endOfText
    if end == buffer.count, !buffer.isAtEnd {
      return addCertainWords(before: end, lexicon, &buffer, &tokens)
    }
    guard lexicon.transitions[lexicon.hanState << 8 | next] & 0xFF == 0 else {
      pending = Self.segment(utf8, lexicon, from: Int(buffer.places[buffer.cursor])).pending
      return false
    }
    var best = buffer.best.mutableSpan
    WordLattice.begin(&best, at: buffer.cursor, count: end - buffer.cursor)
    WordLattice.advance(
      lexicon.trie, buffer.roots.span, buffer.seconds.span, buffer.thirds.span, &best,
      from: buffer.cursor, to: end)
    write(upTo: end, &best, &buffer, &tokens)
    return true
  }

  /// Writes the words up to the last boundary that all cuts share, however the row goes on.
  private func addCertainWords(
    before end: Int, _ lexicon: Lexicon, _ buffer: inout CharacterBuffer,
    _ tokens: inout TokenWriter
  ) -> Bool {
    let done = end - WordLattice.reach
    guard buffer.cursor == 0, done > 0 else { return false }
    var best = buffer.best.mutableSpan
    WordLattice.begin(&best, at: 0, count: end)
    WordLattice.advance(
      lexicon.trie, buffer.roots.span, buffer.seconds.span, buffer.thirds.span, &best, from: 0,
      to: done)
    let boundary = WordLattice.commonBoundary(best.span, done: done)
    write(upTo: boundary, &best, &buffer, &tokens)
    return boundary > 0
  }

  /// Writes the words of the cheapest cut from the cursor on.
  @inline(__always)
  private func write(
    upTo end: Int, _ best: inout MutableSpan<UInt64>, _ buffer: inout CharacterBuffer,
    _ tokens: inout TokenWriter
  ) {
    let (roots, places) = (buffer.roots, buffer.places)
    var cursor = buffer.cursor
    WordLattice.reverse(&best, from: cursor, to: end)
    while cursor < end {
      let word = best[cursor]
      let next = cursor + WordLattice.length(word)
      tokens.write(
        places[cursor], places[next], .han, WordLattice.lexiconID(word, roots[cursor]))
      cursor = next
    }
    buffer.cursor = end
  }

  /// Writes a segment of the rules that no dictionary divides.
  ///
  /// - Returns: `false` if it is another one, which is left pending.
  @inline(__always)
  private mutating func addSegment(
    _ utf8: Span<UInt8>, _ lexicon: Lexicon, _ buffer: inout CharacterBuffer,
    _ tokens: inout TokenWriter
  ) -> Bool {
    let (roots, places, start) = (buffer.roots.span, buffer.places, buffer.cursor)
    let transitions = Span(_unsafeElements: lexicon.transitions)
    let properties = Span(_unsafeElements: lexicon.properties)
    let first = properties[Lexicon.Character.characterClass(roots[start])]
    // Where no rule fits, a code point stands alone.
    var (end, status, endSeen) = (start + 1, UInt16(0), first)
    var (state, place, seen) = (1 << 8, start, UInt16(0))
    repeat {
      var number = CharacterClasses.endOfText
      if place < buffer.count {
        number = Lexicon.Character.characterClass(roots[place])
        seen |= properties[number]
        place += 1
      } else if !buffer.isAtEnd {
        // It may go on behind the buffer.
        leave(Self.segment(utf8, lexicon, from: Int(places[start])), from: Int(places[start]))
        return false
      }
      let transition = transitions[state | number]
      state = Int(transition & 0xFF) << 8
      if transition & Transition.accepts != 0 {
        (end, status, endSeen) = (place, Transition.status(transition), seen)
      }
    } while state != 0
    guard endSeen & Self.needsDivision == 0 else {
      pending = Pending(range: Int(places[start])..<Int(places[end]), status: status)
      return false
    }
    tokens.write(
      places[start], places[end], WordKind(status: status, properties: endSeen, first: first),
      Token.noLexiconID)
    buffer.cursor = end
    return true
  }

  private mutating func leave(_ found: Found, from start: Int) {
    pending = found.pending ?? Pending(range: start..<found.end, status: found.status)
  }

  /// What the rules make of the text from a boundary on.
  struct Found {
    let end: Int
    /// ICU's status, in hundreds.
    let status: UInt16
    let kind: WordKind
    let pending: Pending?
  }

  /// The segment that begins at `start`, a boundary of the rules.
  static func segment(_ utf8: Span<UInt8>, _ lexicon: Lexicon, from start: Int) -> Found {
    let transitions = Span(_unsafeElements: lexicon.transitions)
    let properties = Span(_unsafeElements: lexicon.properties)
    let characters = Span(_unsafeElements: lexicon.characters)
    let first = characterClass(utf8, start, characters, lexicon)
    let firstProperties = properties[first.number]
    var (number, place) = first
    var (end, status, endProperties) = (start, UInt16(0), firstProperties)
    var seen = firstProperties
    var state = 1 << 8
    while true {
      let transition = transitions[state | number]
      if transition & Transition.accepts != 0 {
        (end, status, endProperties) = (place, Transition.status(transition), seen)
      }
      state = Int(transition & 0xFF) << 8
      if state == 0 { break }
      if place == utf8.count {
        number = CharacterClasses.endOfText
      } else {
        (number, place) = characterClass(utf8, place, characters, lexicon)
        seen |= properties[number]
      }
    }
    // Where no rule fits, a code point stands alone.
    if end == start { (end, status, endProperties) = (first.end, 0, firstProperties) }
    let isDivided = endProperties & needsDivision != 0
    return Found(
      end: end, status: status,
      kind: WordKind(status: status, properties: endProperties, first: firstProperties),
      pending: isDivided ? Pending(range: start..<end, status: status) : nil)
  }

  /// Properties of which one is enough for a dictionary to have a say.
  private static let needsDivision =
    CharacterClasses.Properties.dictionary.union(.foreign).rawValue

  @inline(__always)
  private static func characterClass(
    _ utf8: Span<UInt8>, _ position: Int, _ characters: Span<UInt64>, _ lexicon: Lexicon
  ) -> (number: Int, end: Int) {
    let byte = utf8[position]
    if byte < 0x80 {
      return (Lexicon.Character.characterClass(characters[Int(byte)]), position + 1)
    }
    let scalar = UTF8Scalar.decode(utf8, at: position)
    return (lexicon.characterClass(of: scalar.value), position + scalar.length)
  }
}

extension WordLattice {
  /// The id of a word for users: a character that is no word has none.
  @inline(__always)
  static func lexiconID(_ word: UInt64, _ root: UInt64) -> UInt32 {
    let isUnknown =
      word & single != 0 && Lexicon.Character.cost(root) == UInt64(Lexicon.unknownCost)
    return isUnknown ? Token.noLexiconID : id(word)
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
