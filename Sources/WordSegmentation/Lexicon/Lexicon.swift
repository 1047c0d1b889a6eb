/// Words and rules, compiled for fast segmentation.
///
/// ICU's dictionary as a trie, ICU's word rules as a table, and the class of every code point, in
/// one block of memory that any number of threads share.
// Sendable: all properties are constants, and the buffers are sections of `image`, which is never written.
public final class Lexicon: @unchecked Sendable {
  /// What a character below U+10000 is: base of its words in bits 0–23, class in 24–31, cost as a
  /// word of its own in 32–47, code in 48–62 (0: in no word).
  enum Character {
    static func value(base: Int, code: UInt16, cost: UInt16, class: UInt8) -> UInt64 {
      UInt64(base) | UInt64(`class`) << 24 | UInt64(cost) << 32 | UInt64(code) << 48
    }

    @inline(__always) static func cost(_ value: UInt64) -> UInt64 { value >> 32 & 0xFFFF }
    @inline(__always)
    static func characterClass(_ value: UInt64) -> Int { Int(value >> 24 & 0xFF) }
  }

  /// The words, see `DoubleArray`.
  struct Trie {
    let slots: UnsafeBufferPointer<UInt32>
    let checks: UnsafeBufferPointer<UInt16>
  }

  /// What a character costs that is no word by itself.
  static let unknownCost: UInt16 = 255

  private let image: LexiconImage
  // Sections of the image, which live as long as it.
  let characters: UnsafeBufferPointer<UInt64>
  let trie: Trie
  let blockIndex: UnsafeBufferPointer<UInt16>
  let blocks: UnsafeBufferPointer<UInt8>
  let transitions: UnsafeBufferPointer<UInt16>
  let properties: UnsafeBufferPointer<UInt16>
  let hanLimit: Int
  /// The state of the rules after any number of common Han characters.
  let hanState: Int

  /// What decides the words: versions of ICU, of the fold if there is one, and of the format.
  public let fingerprint: String
  /// In which spelling the words are.
  public let form: Form
  /// How many words there are.
  public let wordCount: Int

  /// - Returns: `nil` if the rules are not such that Han characters lead to one state.
  init?(_ image: LexiconImage) {
    self.image = image
    characters = image.section(0, of: UInt64.self)
    trie = Trie(
      slots: image.section(1, of: UInt32.self), checks: image.section(2, of: UInt16.self))
    blockIndex = image.section(3, of: UInt16.self)
    blocks = image.section(4, of: UInt8.self)
    transitions = image.section(5, of: UInt16.self)
    properties = image.section(6, of: UInt16.self)
    hanLimit = image.layout.hanLimit
    wordCount = image.layout.words
    form = image.layout.form == 1 ? .search : .original
    fingerprint = image.fingerprint
    guard let state = Self.hanState(transitions, hanLimit),
      image.layout.longestWord <= WordLattice.reach
    else {
      return nil
    }
    hanState = state
  }

  /// The id of a word in the spelling of the lexicon, UTF-16; `nil` if it is none.
  func id(of word: some Collection<UInt16>) -> UInt32? {
    guard let first = word.first else { return nil }
    let root = characters[Int(first)]
    if word.count == 1 {
      let isWord = Character.cost(root) != UInt64(Self.unknownCost)
      return isWord ? UInt32(WordLattice.single | root >> DoubleArray.Slot.codeShift) : nil
    }
    var (base, place) = (Int(root & DoubleArray.Slot.base), 0)
    for unit in word.dropFirst() {
      let code = characters[Int(unit)] >> DoubleArray.Slot.codeShift
      place = base + Int(code)
      guard base > 0, code > 0, trie.checks[place] == code else { return nil }
      base = Int(UInt64(trie.slots[place]) & DoubleArray.Slot.base)
    }
    return cost(at: place) == DoubleArray.Slot.noWord ? nil : UInt32(place)
  }

  /// What the word that ends at a place of the trie costs.
  func cost(at place: Int) -> UInt16 {
    UInt16(UInt64(trie.slots[place]) >> DoubleArray.Slot.costShift & 0xFF)
  }

  /// Whether a text in UTF-8 is one of the words, in the spelling of the lexicon.
  public func contains(_ word: String) -> Bool { id(of: word.utf16) != nil }

  /// The same lexicon without some words, by their ids.
  func removing(_ ids: some Sequence<UInt32>) -> Lexicon {
    let image = image.copy { bytes, sections in
      for id in ids {
        if UInt64(id) & WordLattice.single == 0 {
          let place = sections[1].lowerBound + 4 * Int(id)
          let slot = bytes.load(fromByteOffset: place, as: UInt32.self)
          bytes.storeBytes(
            of: slot | DoubleArray.Slot.empty, toByteOffset: place, as: UInt32.self)
        } else {
          removeSingle(UInt64(id) & 0xFFFF, from: bytes, sections[0])
        }
      }
    }
    return Lexicon(image)!
  }

  private func removeSingle(
    _ code: UInt64, from bytes: UnsafeMutableRawBufferPointer, _ section: Range<Int>
  ) {
    for (unit, value) in characters.enumerated()
    where value >> DoubleArray.Slot.codeShift == code {
      bytes.storeBytes(
        of: value | UInt64(Self.unknownCost) << 32, toByteOffset: section.lowerBound + 8 * unit,
        as: UInt64.self)
    }
  }

  /// The bytes of the compiled form, for a cache.
  var bytes: UnsafeRawBufferPointer { image.bytes }

  /// A copy of the compiled form: words, costs, rules and classes of characters.
  public var imageBytes: [UInt8] { Array(image.bytes) }

  /// A lexicon from the bytes that `imageBytes` gave, in this process or another.
  ///
  /// - Returns: `nil` if they are not such: damaged, or leading outside of themselves.
  /// - Complexity: O(bytes).
  public convenience init?(imageBytes: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: imageBytes.count, alignment: 16)
    copy.copyBytes(from: imageBytes)
    guard let image = LexiconImage(UnsafeRawBufferPointer(copy), release: { $0.deallocate() })
    else {
      return nil
    }
    self.init(image)
  }

  /// The one state that all common Han characters lead to, from the start and from itself.
  private static func hanState(
    _ transitions: UnsafeBufferPointer<UInt16>, _ hanLimit: Int
  ) -> Int? {
    guard hanLimit > 0 else { return nil }
    let first = transitions[1 << 8]
    let state = Int(first & 0xFF)
    let isOne = (0..<hanLimit).allSatisfy {
      transitions[1 << 8 | $0] == first && transitions[state << 8 | $0] == first
    }
    return isOne && Transition.status(first) == 4 && first & Transition.accepts != 0 ? state : nil
  }

  /// What the lexicon knows of a code point: nothing above U+FFFF is in a word.
  func character(_ scalar: UInt32) -> UInt64 {
    scalar < 0x10000
      ? characters[Int(scalar)]
      : Character.value(
        base: 0, code: 0, cost: Self.unknownCost, class: UInt8(characterClass(of: scalar)))
  }

  /// The class of a code point.
  func characterClass(of scalar: UInt32) -> Int {
    if scalar < 0x10000 { return Character.characterClass(characters[Int(scalar)]) }
    let place = Int(scalar - 0x10000)
    return Int(blocks[Int(blockIndex[place >> 8]) << 8 | place & 0xFF])
  }

  func properties(of scalar: UInt32) -> CharacterClasses.Properties {
    CharacterClasses.Properties(rawValue: properties[characterClass(of: scalar)])
  }
}
