import CICU

/// ICU's word break rules as ICU compiled them: a state machine over categories of code points.
///
/// A segment is found by feeding code points from `start` until the state is `stop`; it ends after
/// the last code point that led to an accepting state. Format: `rbbidata.h` of ICU, version 6.
public struct WordBreakRules: Sendable {
  /// A state of the machine.
  public struct State: Sendable {
    /// Whether what has been read so far may be a segment.
    public let accepts: Bool
    /// ICU's status of such a segment: 0, or 100, 200, 300, 400 as for `WordBreaks`.
    public let status: Int32
    /// The next state, for each category.
    public let next: [UInt8]
  }

  public static let stop = 0
  public static let start = 1
  /// The category that stands for the end of the text.
  public static let endOfText = 1

  public let states: [State]
  /// The category of each code point.
  public let categories: [UInt8]
  /// Categories from this one on are of characters that a dictionary divides further.
  public let firstDictionaryCategory: UInt8

  /// Reads the rules from ICU.
  ///
  /// - Throws: `ICUError`, with the code `unknownFormat` where the format is not the known one.
  public static func read() throws(ICUError) -> WordBreakRules {
    let bytes = try WordBreaks().binaryRules()
    return try bytes.withAlignedBytes { (data) throws(ICUError) in
      try WordBreakRules(RuleReader(data: data))
    }
  }

  private init(_ reader: RuleReader) throws(ICUError) {
    let header = try reader.header()
    states = try reader.states(header)
    categories = try reader.categories(header)
    firstDictionaryCategory = UInt8(header.firstDictionaryCategory)
  }
}

/// Reads ICU's compiled rules, checking every place.
private struct RuleReader {
  /// What the header and the head of the forward table say, checked.
  struct Header {
    let categoryCount, stateCount, rowLength, rows: Int
    let firstDictionaryCategory: Int
    let trie: Range<Int>
    let statuses: Range<Int>
  }

  let data: UnsafeRawBufferPointer

  private static func invalid(_ what: String) -> ICUError {
    ICUError(.unknownFormat, "ubrk_getBinaryRules: \(what)")
  }

  private func word(_ offset: Int) throws(ICUError) -> Int {
    guard offset >= 0, offset + 4 <= data.count else { throw Self.invalid("too short") }
    return Int(data.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  private func byte(_ offset: Int) throws(ICUError) -> UInt8 {
    guard offset >= 0, offset < data.count else { throw Self.invalid("too short") }
    return data[offset]
  }

  func header() throws(ICUError) -> Header {
    guard try word(0) == 0xB1A0, try byte(4) == 6 else { throw Self.invalid("format version") }
    let table = try word(16)
    let flags = try word(table + 16)
    // Rows of bytes, no rules about the beginning of text, no look-ahead: so word rules have been.
    guard flags == 4, try word(table + 12) == 0 else { throw Self.invalid("flags \(flags)") }
    let header = Header(
      categoryCount: try word(12), stateCount: try word(table), rowLength: try word(table + 4),
      rows: table + 20, firstDictionaryCategory: try word(table + 8),
      trie: try section(at: 32), statuses: try section(at: 48))
    guard
      1...255 ~= header.stateCount, 4...250 ~= header.categoryCount,
      header.rowLength >= header.categoryCount + 3, header.firstDictionaryCategory < 256
    else { throw Self.invalid("table") }
    return header
  }

  private func section(at offset: Int) throws(ICUError) -> Range<Int> {
    let start = try word(offset)
    let end = start + (try word(offset + 4))
    guard end <= data.count else { throw Self.invalid("section at \(offset)") }
    return start..<end
  }

  func states(_ header: Header) throws(ICUError) -> [WordBreakRules.State] {
    var states: [WordBreakRules.State] = []
    for number in 0..<header.stateCount {
      let row = header.rows + number * header.rowLength
      var next: [UInt8] = []
      for category in 0..<header.categoryCount {
        let state = try byte(row + 3 + category)
        guard state < header.stateCount else { throw Self.invalid("state \(state)") }
        next.append(state)
      }
      let accepting = try byte(row)
      guard accepting <= 1 else { throw Self.invalid("look-ahead") }
      states.append(
        .init(accepts: accepting == 1, status: try status(byte(row + 2), header), next: next))
    }
    return states
  }

  /// The last, and highest, of the statuses that a tag lists.
  private func status(_ tag: UInt8, _ header: Header) throws(ICUError) -> Int32 {
    let count = try word(header.statuses.lowerBound + 4 * Int(tag))
    return Int32(try word(header.statuses.lowerBound + 4 * (Int(tag) + count)))
  }

  func categories(_ header: Header) throws(ICUError) -> [UInt8] {
    let call = "ucptrie_openFromBinary"
    let start = data.baseAddress! + header.trie.lowerBound
    let opened = try checked(call) {
      cicu_ucptrie_open(start, Int32(header.trie.count), &$0)
    }
    let trie = try unwrapped(opened, call)
    defer { cicu_ucptrie_close(trie) }
    var categories: [UInt8] = []
    categories.reserveCapacity(0x110000)
    for scalar in UInt32(0)..<0x110000 {
      let category = cicu_ucptrie_get(trie, scalar)
      guard category < header.categoryCount else { throw Self.invalid("category \(category)") }
      categories.append(UInt8(category))
    }
    return categories
  }
}

extension [UInt8] {
  /// The bytes, aligned as ICU wants its data.
  fileprivate func withAlignedBytes<Result>(
    _ body: (UnsafeRawBufferPointer) throws(ICUError) -> Result
  ) throws(ICUError) -> Result {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: count, alignment: 16)
    defer { copy.deallocate() }
    copy.copyBytes(from: self)
    return try body(UnsafeRawBufferPointer(copy))
  }
}
