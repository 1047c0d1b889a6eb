/// The cheapest way to cut a row of characters into words, found by dynamic programming.
///
/// `best[j]` is the cheapest cut of the first j characters: its cost in bits 32–63, 127 − the
/// length of its last word in bits 25–31, that word's lexicon id in bits 0–23. The smaller value
/// is the better cut: on equal costs ICU keeps the one whose last word begins first.
enum WordLattice {
  /// No word of a lexicon is longer than this many code points, nor is a run of Katakana.
  static let reach = 24
  /// How many more places there must be in `roots` and `best` than characters.
  static let padding = reach + 4

  static let costs: UInt64 = 0xFFFF_FFFF << 32
  /// Marks ids of words of one character: the code of the character follows.
  static let single: UInt64 = 0x80_0000
  /// The id of a user's words: the smallest, so that among equal words theirs are taken.
  static let userID: UInt32 = 0
  private static let longest: UInt64 = 127
  private static let lengthShift: UInt64 = 25

  @inline(__always) static func length(_ value: UInt64) -> Int { 127 - Int(value >> 25 & 0x7F) }
  @inline(__always) static func id(_ value: UInt64) -> UInt32 { UInt32(value & 0xFF_FFFF) }

  /// A word that ends a cut.
  @inline(__always)
  static func word(cost: UInt64, length: UInt64, id: UInt64) -> UInt64 {
    cost << 32 | (longest - length) << lengthShift | id
  }

  /// Begins a row of `count` characters at `start`.
  @inline(__always)
  static func begin(_ best: inout MutableSpan<UInt64>, at start: Int, count: Int) {
    best[start] = 0
    for index in start + 1..<start + count + padding { best[index] = .max }
  }

  /// Looks up the words of two and three characters that begin at each of the first `count`.
  ///
  /// The places are all over the trie. With little else in the loops, and no branch, the processor
  /// fetches many at a time; and whether two characters are a word cannot be predicted anyway.
  /// Where they are not, place 0 stands in, which makes a word dearer than any cut.
  static func look(
    _ trie: Lexicon.Trie, _ roots: Span<UInt64>, _ seconds: inout MutableSpan<UInt64>,
    _ thirds: inout MutableSpan<UInt64>, count: Int
  ) {
    let checks = Span(_unsafeElements: trie.checks)
    let slots = Span(_unsafeElements: trie.slots)
    precondition(
      count >= 0 && count + 2 <= roots.count && count <= seconds.count
        && count <= thirds.count)
    for index in 0..<count {
      let base = roots[unchecked: index] & Slot.base
      seconds[unchecked: index] = child(
        checks, of: base, roots[unchecked: index + 1] >> Slot.codeShift)
    }
    for index in 0..<count {
      let place = seconds[unchecked: index]
      let slot = UInt64(slots[Int(place)])
      thirds[unchecked: index] = child(
        checks, of: slot & Slot.base, roots[unchecked: index + 2] >> Slot.codeShift)
      seconds[unchecked: index] = word(slot, length: 2, place)
    }
    for index in 0..<count {
      let place = thirds[unchecked: index]
      thirds[unchecked: index] = word(UInt64(slots[Int(place)]), length: 3, place)
    }
  }

  /// Marks words with which longer ones begin.
  private static let hasChildren: UInt64 = 1 << 24

  /// The word that ends at a place of the trie.
  @inline(__always)
  private static func word(_ slot: UInt64, length: UInt64, _ place: UInt64) -> UInt64 {
    let cost = slot >> Slot.costShift & 0xFF
    // What is no word becomes dearer than any cut.
    return cost << 32 | ((cost &+ 1) >> 8) << 48 | (slot & Slot.hasChildren) >> 4
      | (longest - length) << lengthShift | place
  }

  /// The place of the child that a code leads to, or 0.
  @inline(__always)
  private static func child(_ checks: Span<UInt16>, of base: UInt64, _ code: UInt64) -> UInt64 {
    let place = base &+ code
    let difference = UInt64(checks[Int(place)]) ^ code
    // All ones if there is none, and without a branch.
    return place & UInt64(bitPattern: (Int64(bitPattern: difference) &- 1) >> 63)
  }

  private typealias Slot = DoubleArray.Slot

  /// Adds the words that begin at `from..<to`, which have been looked up.
  @inline(__always)
  static func advance(
    _ trie: Lexicon.Trie, _ roots: Span<UInt64>, _ seconds: Span<UInt64>,
    _ thirds: Span<UInt64>, _ best: inout MutableSpan<UInt64>, from: Int, to: Int
  ) {
    precondition(
      from >= 0 && to <= roots.count && to <= seconds.count && to <= thirds.count
        && to + 3 <= best.count)
    var (here, next, after) = (best[from], best[from + 1], best[from + 2])
    for index in from..<to {
      let cost = here & costs
      let (root, third) = (roots[unchecked: index], thirds[unchecked: index])
      let one =
        root & (0xFFFF << 32) | (longest - 1) << lengthShift | single | root >> Slot.codeShift
      here = min(next, cost &+ one)
      next = min(after, cost &+ seconds[unchecked: index])
      after = min(best[unchecked: index + 3], cost &+ third)
      best[unchecked: index + 1] = here
      if third & hasChildren != 0 {
        addLonger(trie, roots, &best, from: index, cost: cost, after: third)
      }
    }
    best[to + 1] = next
    best[to + 2] = after
  }

  /// Adds the words of four characters and more.
  private static func addLonger(
    _ trie: Lexicon.Trie, _ roots: Span<UInt64>, _ best: inout MutableSpan<UInt64>,
    from start: Int, cost: UInt64, after third: UInt64
  ) {
    let checks = Span(_unsafeElements: trie.checks)
    let slots = Span(_unsafeElements: trie.slots)
    var slot = UInt64(slots[Int(third & 0xFF_FFFF)])
    var end = start + 3
    // No lexicon has longer words; one made to harm might.
    while slot & Slot.base != 0, end < start + reach {
      let place = child(checks, of: slot & Slot.base, roots[end] >> Slot.codeShift)
      if place == 0 { return }
      slot = UInt64(slots[Int(place)])
      end += 1
      best[end] = min(best[end], cost &+ word(slot, length: UInt64(end - start), place))
    }
  }

  /// Turns the cheapest cut of a row up to `end` round: afterwards `best[i]` has length and id of
  /// the word that begins at i, for each i at which one does.
  @inline(__always)
  static func reverse(_ best: inout MutableSpan<UInt64>, from start: Int, to end: Int) {
    var end = end
    var value = best[end]
    while end > start {
      let begin = end - length(value)
      let previous = best[begin]
      best[begin] = value
      value = previous
      end = begin
    }
  }

  /// The last boundary that every cut of a row shares, however it goes on after `done`, up to which
  /// words were added.
  ///
  /// - Returns: 0 if there is none yet.
  static func commonBoundary(_ best: Span<UInt64>, done: Int, reach: Int = reach) -> Int {
    var places = [done]
    for end in done + 1..<done + reach where best[end] != .max {
      places.append(end - length(best[end]))
    }
    while true {
      let latest = places.max()!
      if latest == places.min()! { return latest }
      for index in places.indices where places[index] == latest {
        places[index] = latest - length(best[latest])
      }
    }
  }
}
