/// A trie of words in one array, in which a child is found by one addition and one comparison.
///
/// The children of a node with base *b* lie at *b* + code of their character; a slot belongs to the
/// child only if its `check` is that code. No two nodes have the same base, so nothing else need
/// be checked (Aoe, 1989; with characters for labels).
struct DoubleArray {
  /// A slot: base in bits 0–23 (0: no children), cost in 24–39 (`noWord`: not a word), check in
  /// 40–55.
  enum Slot {
    static let empty = UInt64(0xFFFF) << 40 | UInt64(noWord) << 24
    /// The cost where no word ends: more than any way around can cost, so that a search need not
    /// tell words from other nodes.
    static let noWord: UInt16 = 0xFFFF

    @inline(__always) static func base(_ slot: UInt64) -> Int { Int(slot & 0xFF_FFFF) }
    @inline(__always) static func check(_ slot: UInt64) -> UInt64 { slot >> 40 & 0xFFFF }
    @inline(__always) static func cost(_ slot: UInt64) -> UInt64 { slot >> 24 & 0xFFFF }
  }

  private(set) var slots: [UInt64] = []
  /// For each code of a first character the base of its children and its cost as a word.
  private(set) var roots: [(base: Int, cost: UInt16)]
  /// Codes of characters by their code unit, from 1; the most frequent first, which keeps what is
  /// used together close together.
  private(set) var codes: [UInt16: UInt16] = [:]

  /// Builds the trie.
  ///
  /// - Complexity: some 100 milliseconds for 300,000 words.
  init(_ words: LexiconWords) {
    var frequencies = [Int](repeating: 0, count: 0x10000)
    for unit in words.units { frequencies[Int(unit)] += 1 }
    let units = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (-frequencies[$0], $0) < (-frequencies[$1], $1) }
    for (index, unit) in units.enumerated() { codes[UInt16(unit)] = UInt16(index + 1) }
    roots = Array(repeating: (0, Slot.noWord), count: units.count + 1)
    var builder = Builder(words, codes: codes, codeCount: units.count + 1)
    builder.build(&roots)
    slots = builder.slots
  }

  /// Places nodes, those with most children first.
  private struct Builder {
    /// A node that has children: the words below it, and where it is itself.
    struct Node {
      let words: Range<Int>
      /// How many characters lead to it.
      let depth: Int
      /// The code of a first character, or else the place of the node's slot among `pending`.
      let parent: Int
    }

    private let words: LexiconWords
    private let codes: [UInt16]
    private let codeCount: Int
    private var places = FreePlaces()
    /// The end of the last slot in use.
    private var end = 0
    private(set) var slots: [UInt64] = []

    init(_ words: LexiconWords, codes: [UInt16: UInt16], codeCount: Int) {
      self.words = words
      self.codeCount = codeCount
      var flat = [UInt16](repeating: 0, count: 0x10000)
      for (unit, code) in codes { flat[Int(unit)] = code }
      self.codes = flat
    }

    mutating func build(_ roots: inout [(base: Int, cost: UInt16)]) {
      var level: [(node: Node, slot: Int)] = []
      for child in children(of: 0..<words.count, depth: 0) {
        roots[child.code].cost = child.cost
        if let below = child.below {
          level.append((Node(words: below, depth: 1, parent: child.code), -1))
        }
      }
      place(&level) { roots[$0].base = $1 }
      while !level.isEmpty { place(&level) { _, _ in } }
      // Room for any code after any base, so that a search needs no bound of its own.
      slots.removeLast(slots.count - end)
      slots += repeatElement(Slot.empty, count: codeCount + 1)
    }

    /// Places the children of all nodes of a level; leaves the next level.
    private mutating func place(
      _ level: inout [(node: Node, slot: Int)], setRoot: (Int, Int) -> Void
    ) {
      let families = level.map { ($0, children(of: $0.node.words, depth: $0.node.depth)) }
        .sorted { $0.1.count > $1.1.count }
      level = []
      for ((node, slot), children) in families {
        let base = places.take(children.map(\.code))
        if slot < 0 { setRoot(node.parent, base) } else { slots[slot] |= UInt64(base) }
        end = max(end, base + children.last!.code + 1)
        if slots.count < end {
          slots += repeatElement(Slot.empty, count: max(end - slots.count, slots.count / 4))
        }
        for child in children {
          slots[base + child.code] = UInt64(child.code) << 40 | UInt64(child.cost) << 24
          if let below = child.below {
            level.append((Node(words: below, depth: node.depth + 1, parent: 0), base + child.code))
          }
        }
      }
    }

    private struct Child {
      let code: Int
      var cost = Slot.noWord
      /// The longer words that begin with it.
      var below: Range<Int>?
    }

    /// What follows at `depth` in a range of words with a common beginning, by code.
    private func children(of range: Range<Int>, depth: Int) -> [Child] {
      var children: [Child] = []
      var start = range.lowerBound
      while start < range.upperBound {
        let first = words.range(start)
        let unit = words.units[first.lowerBound + depth]
        var end = start + 1
        while end < range.upperBound,
          words.units[words.range(end).lowerBound + depth] == unit
        { end += 1 }
        var child = Child(code: Int(codes[Int(unit)]))
        var below = start..<end
        if first.count == depth + 1 {
          child.cost = words.costs[start]
          below = start + 1..<end
        }
        if !below.isEmpty { child.below = below }
        children.append(child)
        start = end
      }
      return children.sorted { $0.code < $1.code }
    }
  }
}

/// Which places of the array are taken, and which bases: 64 at a time.
private struct FreePlaces {
  private var taken: [UInt64] = []
  private var bases: [UInt64] = []
  /// All before this word of `taken` are nearly full.
  private var first = 0

  /// Finds a base whose places for these codes are free, and takes it and them.
  mutating func take(_ codes: [Int]) -> Int {
    var word = first
    while true {
      grow(to: word + (codes.last! >> 6) + 2)
      var free = ~bases[word]
      // Base 0 says that there are no children.
      if word == 0 { free &= ~1 }
      for code in codes {
        free &= ~window(at: word << 6 + code)
        if free == 0 { break }
      }
      if free != 0 {
        let base = word << 6 + free.trailingZeroBitCount
        for code in codes { taken[(base + code) >> 6] |= 1 << UInt64((base + code) & 63) }
        bases[word] |= 1 << UInt64(base & 63)
        skipFull()
        return base
      }
      word += 1
    }
  }

  /// 64 bits of `taken` from any place on.
  private func window(at place: Int) -> UInt64 {
    let (word, shift) = (place >> 6, UInt64(place & 63))
    guard shift > 0 else { return taken[word] }
    return taken[word] >> shift | taken[word + 1] << (64 - shift)
  }

  private mutating func grow(to count: Int) {
    guard taken.count < count else { return }
    let more = repeatElement(UInt64(0), count: max(count - taken.count, taken.count / 4))
    taken += more
    bases += more
  }

  private mutating func skipFull() {
    // A base and the places that it leads to drift apart by at most the codes; both must be full.
    while first + 1 < taken.count,
      taken[first].nonzeroBitCount >= 62 || bases[first].nonzeroBitCount >= 62
    { first += 1 }
  }
}
