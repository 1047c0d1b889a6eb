/// A trie of words in one array, in which a child is found by one addition and one comparison.
///
/// The children of a node with base *b* lie at *b* + code of their character; a slot belongs to the
/// child only if its check is that code. No two nodes have the same base, so nothing else need
/// be checked (Aoe, 1989; with characters for labels).
struct DoubleArray {
  /// A slot: base in bits 0–19 (0: no children), cost in 20–27 (`noWord`: not a word), whether there
  /// are children in bit 28. Place 0 stands for whatever is not there.
  enum Slot {
    static let base: UInt64 = 0xF_FFFF
    static let costShift: UInt64 = 20
    static let hasChildren: UInt64 = 1 << 28
    /// The cost where no word ends.
    static let noWord: UInt16 = 0xFF
    static let empty = UInt32(noWord) << 20
    /// Where characters have their code, see `Lexicon.Character`.
    static let codeShift: UInt64 = 48
    /// The check of what is empty: no character has this code.
    static let noCode: UInt16 = 0xFFFF
  }

  /// For each slot the code of the character that leads to it, or `Slot.noCode`. Apart from the
  /// slots, since most of what is looked up is not there, and these stay in the nearest memory.
  private(set) var checks: [UInt16] = []
  private(set) var slots: [UInt32] = []
  /// For each code of a first character the base of its children and its cost as a word.
  private(set) var roots: [(base: Int, cost: UInt16)]
  /// Codes of characters by their code unit, from 1; the most frequent first, which keeps what is
  /// used together close together.
  private(set) var codes = [UInt16](repeating: 0, count: 0x10000)

  /// Builds the trie.
  ///
  /// - Complexity: some 200 milliseconds for 300,000 words.
  init(_ words: LexiconWords) {
    var frequencies = [Double](repeating: 0, count: 0x10000)
    for index in 0..<words.count {
      let probability = WordCost.probability(words.costs[index])
      for unit in words.units[words.range(index)] { frequencies[Int(unit)] += probability }
    }
    let units = frequencies.indices.filter { frequencies[$0] > 0 }
      .sorted { (-frequencies[$0], $0) < (-frequencies[$1], $1) }
    precondition(units.count < 0x8000, "too many characters")
    for (index, unit) in units.enumerated() { codes[unit] = UInt16(index + 1) }
    roots = Array(repeating: (0, Slot.noWord), count: units.count + 1)
    var builder = Builder(words, codes: codes, codeCount: units.count + 1)
    builder.build(&roots)
    (slots, checks) = (builder.slots, builder.checks)
  }

  /// Places families of children, the largest first: small ones fill the gaps.
  private struct Builder {
    private struct Child {
      let code: Int
      var cost = Slot.noWord
      /// The number of the family below.
      var family: Int?
    }

    private let words: LexiconWords
    private let codes: [UInt16]
    private let codeCount: Int
    /// The children of every node that has any, one family after another; the first are those of
    /// the root, by code.
    private var children: [Child] = []
    private var families: [Range<Int>] = []
    private(set) var slots: [UInt32] = []
    private(set) var checks: [UInt16] = []

    init(_ words: LexiconWords, codes: [UInt16], codeCount: Int) {
      self.words = words
      self.codes = codes
      self.codeCount = codeCount
    }

    mutating func build(_ roots: inout [(base: Int, cost: UInt16)]) {
      collect()
      let bases = place()
      for child in children[families[0]] {
        roots[child.code] = (child.family.map { bases[$0] } ?? 0, child.cost)
      }
      for (number, family) in families.enumerated().dropFirst() {
        for child in children[family] {
          let below = child.family.map { UInt32(bases[$0]) | UInt32(Slot.hasChildren) } ?? 0
          let place = bases[number] + child.code
          slots[place] = UInt32(child.cost) << 20 | below
          checks[place] = UInt16(child.code)
        }
      }
    }

    /// Lists all families, level by level.
    private mutating func collect() {
      var level = [(words: 0..<words.count, parent: -1)]
      var depth = 0
      while !level.isEmpty {
        var next: [(words: Range<Int>, parent: Int)] = []
        for (range, parent) in level {
          if parent >= 0 { children[parent].family = families.count }
          families.append(addChildren(of: range, depth: depth, &next))
        }
        level = next
        depth += 1
      }
    }

    /// Adds what follows at `depth` in a range of words with a common beginning, by code.
    private mutating func addChildren(
      of range: Range<Int>, depth: Int, _ next: inout [(words: Range<Int>, parent: Int)]
    ) -> Range<Int> {
      let first = children.count
      var found: [(child: Child, below: Range<Int>)] = []
      var start = range.lowerBound
      while start < range.upperBound {
        let word = words.range(start)
        let unit = words.units[word.lowerBound + depth]
        var end = start + 1
        while end < range.upperBound,
          words.units[words.range(end).lowerBound + depth] == unit
        { end += 1 }
        let isWord = word.count == depth + 1
        let child = Child(
          code: Int(codes[Int(unit)]), cost: isWord ? words.costs[start] : Slot.noWord)
        found.append((child, (isWord ? start + 1 : start)..<end))
        start = end
      }
      if found.count > 1 { found.sort { $0.child.code < $1.child.code } }
      for (child, below) in found {
        if !below.isEmpty { next.append((below, children.count)) }
        children.append(child)
      }
      return first..<children.count
    }

    /// Finds a base for every family but the root's, and room for all.
    private mutating func place() -> [Int] {
      var places = FreePlaces()
      var bases = [Int](repeating: 0, count: families.count)
      var end = 0
      var buckets: [Int: [Int]] = [:]
      for number in families.indices.dropFirst() {
        buckets[families[number].count, default: []].append(number)
      }
      for size in buckets.keys.sorted(by: >) {
        places.restart()
        for number in buckets[size]! {
          let codes = children[families[number]].map(\.code)
          bases[number] = places.take(codes)
          end = max(end, bases[number] + codes.last! + 1)
        }
      }
      // Room for any code after any base, so that a search needs no bound of its own.
      slots = Array(repeating: Slot.empty, count: end + codeCount + 1)
      checks = Array(repeating: Slot.noCode, count: slots.count)
      precondition(slots.count <= Slot.base, "too many words")
      return bases
    }
  }
}

/// Which places of the array are taken, and which bases: 64 at a time.
private struct FreePlaces {
  private var taken: [UInt64] = []
  private var bases: [UInt64] = []
  /// How often a family did not fit at each 64 bases: where many did not, no more are tried.
  private var failures: [UInt8] = []
  /// Where families are tried first.
  private var first = 0
  /// For each 64 places themselves, or, if they are full, some later ones that may not be.
  private var open: [Int] = []

  /// Tries all places again: a smaller family may fit where larger ones did not.
  mutating func restart() {
    first = 0
    failures = Array(repeating: 0, count: failures.count)
  }

  /// Finds a base whose places for these codes are free, and takes it and them.
  mutating func take(_ codes: [Int]) -> Int {
    codes.count == 1 ? takeOne(codes[0]) : takeFamily(codes)
  }

  /// Fills the next gap.
  private mutating func takeOne(_ code: Int) -> Int {
    // A base is at least 1.
    var word = code >> 6
    while true {
      word = firstOpen(from: word)
      var free = ~taken[word]
      while free != 0 {
        let place = word << 6 + free.trailingZeroBitCount
        let base = place - code
        if base > 0, bases[base >> 6] >> UInt64(base & 63) & 1 == 0 {
          take(base, [code])
          return base
        }
        free &= free - 1
      }
      word += 1
    }
  }

  /// The first 64 places from `word` on that are not full; halves the way there for the next time.
  private mutating func firstOpen(from word: Int) -> Int {
    var word = word
    grow(to: word + 2)
    while open[word] != word || taken[word] == .max {
      if open[word] == word { open[word] = word + 1 }
      grow(to: open[word] + 2)
      open[word] = open[open[word]]
      word = open[word]
    }
    return word
  }

  private mutating func takeFamily(_ codes: [Int]) -> Int {
    var word = first
    while true {
      grow(to: word + (codes.last! >> 6) + 2)
      // Base 0 says that there are no children.
      var free = word == 0 ? ~(bases[0] | 1) : ~bases[word]
      for code in codes {
        free &= ~window(at: word << 6 + code)
        if free == 0 { break }
      }
      if free != 0 {
        let base = word << 6 + free.trailingZeroBitCount
        take(base, codes)
        return base
      }
      failures[word] = min(failures[word] + 1, 200)
      if word == first, taken[word].nonzeroBitCount > 60 || failures[word] >= 3 { first += 1 }
      word += 1
    }
  }

  private mutating func take(_ base: Int, _ codes: [Int]) {
    for code in codes { taken[(base + code) >> 6] |= 1 << UInt64((base + code) & 63) }
    bases[base >> 6] |= 1 << UInt64(base & 63)
  }

  /// 64 bits of `taken` from any place on.
  private func window(at place: Int) -> UInt64 {
    let (word, shift) = (place >> 6, UInt64(place & 63))
    guard shift > 0 else { return taken[word] }
    return taken[word] >> shift | taken[word + 1] << (64 - shift)
  }

  private mutating func grow(to count: Int) {
    guard taken.count < count else { return }
    let more = max(count - taken.count, taken.count / 4)
    taken += repeatElement(0, count: more)
    bases += repeatElement(0, count: more)
    failures += repeatElement(0, count: more)
    open += open.count..<open.count + more
  }
}
