import CICU

/// The words of ICU's dictionary for Chinese and Japanese, with their costs.
///
/// A cost is a scaled negative logarithm of a probability: 27 to 251 in ICU 72. Format:
/// `dictionarydata.h` (a header of eight integers) and `ucharstrie.h` of ICU.
public struct BreakDictionary: Sendable {
  /// The words in UTF-16, one after another, in the order of their code units.
  public private(set) var units: [UInt16] = []
  /// The end of each word in `units`.
  public private(set) var ends: [Int] = []
  /// The cost of each word.
  public private(set) var costs: [UInt16] = []

  /// Reads the dictionary from ICU.
  ///
  /// - Throws: `ICUError`, with the code `unknownFormat` where the format is not the known one.
  /// - Complexity: some 20 milliseconds.
  public static func read() throws(ICUError) -> BreakDictionary {
    let call = "udata_open(cjdict)"
    let data = try unwrapped(try checked(call) { cicu_udata_openCJDictionary(&$0) }, call)
    defer { cicu_udata_close(data) }
    let start = cicu_udata_memory(data)
    let header = UnsafeRawBufferPointer(start: start, count: 32).bindMemory(to: Int32.self)
    let (offset, end, type, transform) = (header[0], header[3], header[4], header[5])
    // 9 is a trie of UTF-16 units with values; a transform would apply to bytes only.
    guard type == 9, transform == 0, offset >= 32, end > offset, end < 1 << 28 else {
      throw ICUError(.unknownFormat, "\(call): type \(type)")
    }
    let trie = UnsafeRawBufferPointer(start: start, count: Int(end))[Int(offset)...]
    var dictionary = BreakDictionary()
    let units = UnsafeRawBufferPointer(rebasing: trie).bindMemory(to: UInt16.self)
    try TrieWalk(trie: Array(units)).collect(into: &dictionary)
    return dictionary
  }

  /// The units of the word at `index`.
  public func word(_ index: Int) -> ArraySlice<UInt16> {
    units[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  fileprivate mutating func append(_ word: [UInt16], cost: Int) throws(ICUError) {
    guard let cost = UInt16(exactly: cost), cost < 255 else {
      throw ICUError(.unknownFormat, "cjdict: a cost of \(cost)")
    }
    units += word
    ends.append(units.count)
    costs.append(cost)
  }
}

/// Walks through all of a `UCharsTrie`.
private struct TrieWalk {
  let trie: [UInt16]
  /// No word is longer; deeper nodes are damage.
  private static let maximumLength = 64

  func collect(into dictionary: inout BreakDictionary) throws(ICUError) {
    var word: [UInt16] = []
    try node(at: 0, &word, &dictionary)
  }

  private func unit(_ position: Int) throws(ICUError) -> Int {
    guard position < trie.count else { throw Self.damage(position) }
    return Int(trie[position])
  }

  private static func damage(_ position: Int) -> ICUError {
    ICUError(.unknownFormat, "cjdict: unit \(position)")
  }

  /// Visits what follows a prefix.
  private func node(
    at start: Int, _ word: inout [UInt16], _ dictionary: inout BreakDictionary
  ) throws(ICUError) {
    let length = word.count
    defer { word.removeLast(word.count - length) }
    var position = start
    while true {
      var lead = try unit(position)
      position += 1
      if lead >= 0x8000 {
        try dictionary.append(word, cost: finalValue(lead & 0x7FFF, &position))
        return
      }
      if lead >= 0x40 {
        try dictionary.append(word, cost: intermediateValue(lead, &position))
        lead &= 0x3F
      }
      guard lead >= 0x30 else {
        let count = lead == 0 ? try unit(position) + 1 : lead + 1
        try branch(at: lead == 0 ? position + 1 : position, count, &word, &dictionary)
        return
      }
      for _ in 0..<lead - 0x2F {
        word.append(UInt16(try unit(position)))
        position += 1
      }
      guard word.count <= Self.maximumLength else { throw Self.damage(position) }
    }
  }

  /// Visits each of `count` units that may follow.
  private func branch(
    at start: Int, _ count: Int, _ word: inout [UInt16], _ dictionary: inout BreakDictionary
  ) throws(ICUError) {
    var (position, count) = (start, count)
    while count > 5 {
      // The unit that the halves are told apart by is not needed to visit both.
      position += 1
      let lower = try jump(&position)
      try branch(at: lower, count >> 1, &word, &dictionary)
      count -= count >> 1
    }
    guard word.count < Self.maximumLength else { throw Self.damage(position) }
    for _ in 1..<max(count, 1) {
      word.append(UInt16(try unit(position)))
      let lead = try unit(position + 1)
      position += 2
      let value = try finalValue(lead & 0x7FFF, &position)
      if lead >= 0x8000 {
        try dictionary.append(word, cost: value)
      } else {
        try node(at: position + value, &word, &dictionary)
      }
      word.removeLast()
    }
    word.append(UInt16(try unit(position)))
    try node(at: position + 1, &word, &dictionary)
    word.removeLast()
  }

  private func jump(_ position: inout Int) throws(ICUError) -> Int {
    let delta = try unit(position)
    position += 1
    switch delta {
    case ..<0xFC00: return position + delta
    case 0xFFFF: return try wide(&position) + position
    default: return try (delta - 0xFC00) << 16 | narrow(&position) + position
    }
  }

  private func finalValue(_ lead: Int, _ position: inout Int) throws(ICUError) -> Int {
    switch lead {
    case ..<0x4000: lead
    case 0x7FFF: try wide(&position)
    default: try (lead - 0x4000) << 16 | narrow(&position)
    }
  }

  private func intermediateValue(_ lead: Int, _ position: inout Int) throws(ICUError) -> Int {
    switch lead {
    case ..<0x4040: lead >> 6 - 1
    case ..<0x7FC0: try (lead & 0x7FC0 - 0x4040) << 10 | narrow(&position)
    default: try wide(&position)
    }
  }

  private func narrow(_ position: inout Int) throws(ICUError) -> Int {
    position += 1
    return try unit(position - 1)
  }

  private func wide(_ position: inout Int) throws(ICUError) -> Int {
    position += 2
    return try unit(position - 2) << 16 | unit(position - 1)
  }
}
