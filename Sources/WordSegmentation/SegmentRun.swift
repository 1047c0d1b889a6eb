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
    _ starts: inout [UInt32], _ ends: inout [UInt32], _ kinds: inout [WordKind],
    _ ids: inout [UInt32], count: inout Int
  ) {
    let transitions = Span(_unsafeElements: lexicon.transitions)
    let properties = Span(_unsafeElements: lexicon.properties)
    let (hanLimit, hanState) = (lexicon.hanLimit, lexicon.hanState << 8)
    let (filled, isAtEnd) = (buffer.count, buffer.isAtEnd)
    let roots = buffer.roots.span
    let places = buffer.places.span
    let seconds = buffer.seconds.span
    let thirds = buffer.thirds.span
    var best = buffer.best.mutableSpan
    var startSpan = starts.mutableSpan
    var endSpan = ends.mutableSpan
    var kindSpan = kinds.mutableSpan
    var idSpan = ids.mutableSpan
    var cursor = buffer.cursor
    precondition(
      filled < roots.count && filled < places.count && count + filled < startSpan.count)
    defer {
      buffer.cursor = cursor
      position = Int(places[cursor])
    }

    while cursor < filled {
      // A row of common Han characters.
      var end = cursor
      while end < filled, Lexicon.Character.characterClass(roots[unchecked: end]) < hanLimit {
        end += 1
      }
      if end > cursor {
        let isOpen = end == filled && !isAtEnd
        let next =
          end < filled
          ? Lexicon.Character.characterClass(roots[end]) : CharacterClasses.endOfText
        if isOpen {
          // Only what is certain however the row goes on.
          let done = end - WordLattice.reach
          guard cursor == 0, done > 0 else { break }
          WordLattice.begin(&best, at: cursor, count: end - cursor)
          WordLattice.advance(
            lexicon.trie, roots, seconds, thirds, &best, from: cursor, to: done)
          end = WordLattice.commonBoundary(best.span, from: cursor, done: done)
          if end == cursor { break }
        } else if transitions[hanState | next] & 0xFF != 0 {
          pending = Self.segment(utf8, lexicon, from: Int(places[cursor])).pending
          return
        } else {
          WordLattice.begin(&best, at: cursor, count: end - cursor)
          WordLattice.advance(lexicon.trie, roots, seconds, thirds, &best, from: cursor, to: end)
        }
        WordLattice.reverse(&best, from: cursor, to: end)
        while cursor < end {
          let word = best[unchecked: cursor]
          let next = cursor + WordLattice.length(word)
          startSpan[count] = places[unchecked: cursor]
          endSpan[count] = places[next]
          kindSpan[count] = .han
          idSpan[count] = WordLattice.lexiconID(word, roots[unchecked: cursor])
          count += 1
          cursor = next
        }
        continue
      }
      // A segment of the rules.
      var state = 1 << 8
      var (status, seen, endSeen) = (UInt16(0), UInt16(0), UInt16(0))
      var place = cursor
      while true {
        var number = CharacterClasses.endOfText
        if place < filled {
          number = Lexicon.Character.characterClass(roots[unchecked: place])
        } else if !isAtEnd {
          break
        }
        let transition = transitions[state | number]
        state = Int(transition & 0xFF) << 8
        if place < filled {
          seen |= properties[number]
          place += 1
        }
        if transition & Transition.accepts != 0 {
          (end, status, endSeen) = (place, Transition.status(transition), seen)
        }
        if state == 0 { break }
      }
      let first = properties[Lexicon.Character.characterClass(roots[cursor])]
      if state != 0 {
        // It goes on behind the buffer.
        let found = Self.segment(utf8, lexicon, from: Int(places[cursor]))
        pending = found.pending ?? Pending(range: Int(places[cursor])..<found.end, status: found.status)
        return
      }
      // Where no rule fits, a code point stands alone.
      if end == cursor { (end, status, endSeen) = (cursor + 1, 0, first) }
      if endSeen & Self.needsDivision != 0 {
        pending = Pending(range: Int(places[cursor])..<Int(places[end]), status: status)
        return
      }
      startSpan[count] = places[cursor]
      endSpan[count] = places[end]
      kindSpan[count] = WordKind(status: status, properties: endSeen, first: first)
      idSpan[count] = TokenBuffer.noLexiconID
      count += 1
      cursor = end
    }
    // Nothing could be decided: more has to be seen.
    buffer.needsMore = cursor == 0 && filled > 0
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
    return isUnknown ? TokenBuffer.noLexiconID : id(word)
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
