import ICUSupport

/// The part of a text that is being cut, decoded: what the lexicon knows of each code point, of the
/// two and the three that begin with it, and the cheapest cuts.
///
/// The storage grows and is kept; it lies outside of arrays, which would be checked for other owners
/// on every use, a dozen times for each short line.
struct CharacterBuffer {
  /// How many code points are decoded at a time, unless more are needed to decide anything.
  private static let initialCapacity = 2_048

  /// See `Lexicon.Character`.
  private(set) var roots: UnsafeMutableBufferPointer<UInt64>
  /// See `WordLattice.look`.
  private(set) var seconds: UnsafeMutableBufferPointer<UInt64>
  private(set) var thirds: UnsafeMutableBufferPointer<UInt64>
  /// See `WordLattice`.
  private(set) var best: UnsafeMutableBufferPointer<UInt64>
  /// The byte of the text at which each code point begins, then that after the last.
  private(set) var places: UnsafeMutableBufferPointer<UInt32>
  private var capacity = initialCapacity

  /// How many code points there are.
  private(set) var count = 0
  /// The first one that is still to be cut.
  var cursor = 0
  /// Whether the text ends with the last one.
  private(set) var isAtEnd = false
  /// Up to where the text is decoded.
  private var position = 0
  /// Whether what is left cannot be decided without more of the text.
  var needsMore = false
  /// Whether more of the text may be decoded.
  private var hasRoom = true

  init() {
    (roots, seconds, thirds, best) = (
      Self.allocate(capacity), Self.allocate(capacity), Self.allocate(capacity),
      Self.allocate(capacity)
    )
    places = Self.allocate(capacity)
  }

  func deallocate() {
    for storage in [roots, seconds, thirds, best] { storage.deallocate() }
    places.deallocate()
  }

  private static func allocate<Element: FixedWidthInteger>(
    _ capacity: Int
  ) -> UnsafeMutableBufferPointer<Element> {
    let storage = UnsafeMutableBufferPointer<Element>.allocate(
      capacity: capacity + WordLattice.padding)
    storage.initialize(repeating: 0)
    return storage
  }

  mutating func removeAll() { seek(0) }

  /// Begins anew at a byte of the text.
  mutating func seek(_ byte: Int) {
    (count, cursor, position) = (0, 0, byte)
    (isAtEnd, needsMore, hasRoom) = (false, false, true)
    places[0] = UInt32(truncatingIfNeeded: byte)
  }

  /// Goes on at a byte on a boundary of code points; makes room for more text where it is needed.
  mutating func advance(to byte: Int) {
    while cursor < count, Int(places[cursor]) < byte { cursor += 1 }
    guard cursor < count else { return seek(byte) }
    guard needsMore else { return }
    if cursor > 0 { drop() } else { grow() }
    (needsMore, hasRoom) = (false, true)
  }

  /// Drops what has been cut.
  private mutating func drop() {
    for index in cursor...count {
      roots[index - cursor] = roots[index]
      places[index - cursor] = places[index]
    }
    count -= cursor
    cursor = 0
  }

  private mutating func grow() {
    let old = (roots, seconds, thirds, best, places)
    capacity *= 2
    (roots, seconds, thirds, best) = (
      Self.allocate(capacity), Self.allocate(capacity), Self.allocate(capacity),
      Self.allocate(capacity)
    )
    places = Self.allocate(capacity)
    _ = roots.update(fromContentsOf: old.0)
    _ = places.update(fromContentsOf: old.4)
    for storage in [old.0, old.1, old.2, old.3] { storage.deallocate() }
    old.4.deallocate()
  }

  /// Decodes as much of the text as there is room for, and looks it up.
  mutating func fill(_ utf8: Span<UInt8>, _ lexicon: Lexicon) {
    guard hasRoom, !isAtEnd else { return }
    hasRoom = false
    decode(utf8, lexicon)
    isAtEnd = position == utf8.count
    for index in count..<count + WordLattice.padding { roots[index] = 0 }
    var seconds = seconds.mutableSpan
    var thirds = thirds.mutableSpan
    WordLattice.look(lexicon.trie, roots.span, &seconds, &thirds, count: count)
  }

  private mutating func decode(_ utf8: Span<UInt8>, _ lexicon: Lexicon) {
    let characters = Span(_unsafeElements: lexicon.characters)
    let (roots, places) = (roots, places)
    let source = utf8.bytes
    let total = utf8.count
    var (from, to) = (position, count)
    while from < total, to < capacity {
      places[to] = UInt32(truncatingIfNeeded: from)
      let word = Self.threeBytes(source, from)
      if word & 0xC0_C0F0 == 0x80_80E0 {
        let scalar = (word & 0x0F) << 12 | (word & 0x3F00) >> 2 | word >> 16 & 0x3F
        // Below are overlong forms, among the surrogates what is no character.
        if scalar >= 0x800, scalar & 0xF800 != 0xD800 {
          roots[to] = characters[Int(scalar)]
          from += 3
          to += 1
          continue
        }
      } else if word & 0x80 == 0 {
        roots[to] = characters[Int(word & 0x7F)]
        from += 1
        to += 1
        continue
      }
      let scalar = UTF8Scalar.decode(utf8, at: from)
      roots[to] = lexicon.character(scalar.value)
      from += scalar.length
      to += 1
    }
    places[to] = UInt32(truncatingIfNeeded: from)
    (position, count) = (from, to)
  }

  /// The three bytes at a position, the first one lowest, and perhaps another above them; 0 after
  /// the end.
  ///
  /// `FoldRun` has the same for itself: shared across modules it made the fold a tenth slower.
  @inline(__always)
  private static func threeBytes(_ source: RawSpan, _ position: Int) -> UInt32 {
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
}
