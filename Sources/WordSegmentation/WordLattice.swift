/// The cheapest way to cut a row of characters into words, found by dynamic programming.
///
/// `best[j]` is the cheapest cut of the first j characters: its cost in bits 32–63, 127 − the
/// length of its last word in bits 25–31, that word's lexicon id in bits 0–23. The smaller value
/// is the better cut: on equal costs ICU keeps the one whose last word begins first.
enum WordLattice {
  /// No word is longer than this many code points, nor is a run of Katakana.
  static let reach = 64
  /// How many more places `roots` and `best` need than there are characters.
  static let padding = reach + 4

  static let costs: UInt64 = 0xFFFF_FFFF << 32
  /// Marks ids of words of one character: the code of the character follows.
  static let single: UInt64 = 0x80_0000
  private static let longest: UInt64 = 127
  private static let lengthShift: UInt64 = 25

  @inline(__always) static func length(_ value: UInt64) -> Int { 127 - Int(value >> 25 & 0x7F) }
  @inline(__always) static func id(_ value: UInt64) -> UInt32 { UInt32(value & 0xFF_FFFF) }

  /// A word that ends a cut.
  @inline(__always)
  static func word(cost: UInt64, length: UInt64, id: UInt64) -> UInt64 {
    cost << 32 | (longest - length) << lengthShift | id
  }

  /// Begins a row of `count` characters.
  static func begin(_ best: inout MutableSpan<UInt64>, count: Int) {
    best[0] = 0
    for index in 1..<count + padding { best[index] = .max }
  }

  /// Looks up the words of two and three characters that begin at `from..<to`.
  ///
  /// The places are all over the trie. With no branch between them, the processor fetches many at
  /// a time; and whether two characters are a word cannot be predicted anyway. Where they are not,
  /// what differs is left above the cost, which makes the word dearer than any cut.
  @inline(__always)
  private static func look(
    _ slots: Span<UInt64>, _ roots: Span<UInt64>, _ seconds: inout MutableSpan<UInt64>,
    _ thirds: inout MutableSpan<UInt64>, from: Int, to: Int
  ) {
    for index in from..<to {
      let second = roots[index + 1]
      let place = (roots[index] & Slot.base) &+ second >> Slot.checkShift
      let slot = slots[Int(place)] ^ second & Slot.check
      seconds[index] = slot & kept | (longest - 2) << lengthShift | place
      // All ones if nothing differs.
      let isChild = UInt64(bitPattern: (Int64(slot >> Slot.checkShift) &- 1) >> 63)
      let third = roots[index + 2]
      let place3 = (slot & Slot.base & isChild) &+ third >> Slot.checkShift
      let slot3 = slots[Int(place3)] ^ third & Slot.check | slot & Slot.check
      thirds[index] = slot3 & kept | (longest - 3) << lengthShift | place3
    }
  }

  private typealias Slot = DoubleArray.Slot
  /// What of a slot becomes part of a word: all but its base.
  private static let kept: UInt64 = costs | Slot.hasChildren

  /// Adds the words that begin at `from..<to`, from the lexicon alone.
  @inline(__always)
  static func advance(
    _ slots: Span<UInt64>, _ roots: Span<UInt64>, _ seconds: inout MutableSpan<UInt64>,
    _ thirds: inout MutableSpan<UInt64>, _ best: inout MutableSpan<UInt64>, from: Int, to: Int
  ) {
    look(slots, roots, &seconds, &thirds, from: from, to: to)
    var (here, next, after) = (best[from], best[from + 1], best[from + 2])
    for index in from..<to {
      let cost = here & costs
      let (root, third) = (roots[index], thirds[index])
      let one =
        root & (0xFFFF << 32) | (longest - 1) << lengthShift | single | root >> Slot.checkShift
      here = min(next, cost &+ one)
      next = min(after, cost &+ seconds[index])
      after = min(best[index + 3], cost &+ third)
      best[index + 1] = here
      if third & (Slot.check | Slot.hasChildren) == Slot.hasChildren {
        addLonger(slots, roots, &best, from: index, cost: cost, after: third)
      }
    }
    best[to + 1] = next
    best[to + 2] = after
  }

  /// Adds the words of four characters and more.
  private static func addLonger(
    _ slots: Span<UInt64>, _ roots: Span<UInt64>, _ best: inout MutableSpan<UInt64>,
    from start: Int, cost: UInt64, after third: UInt64
  ) {
    var slot = slots[Int(third & 0xFF_FFFF)]
    var end = start + 3
    while slot & Slot.base != 0 {
      let next = roots[end]
      let place = (slot & Slot.base) &+ next >> Slot.checkShift
      slot = slots[Int(place)]
      guard (slot ^ next) & Slot.check == 0 else { return }
      end += 1
      let word = word(cost: Slot.cost(slot), length: UInt64(end - start), id: place)
      best[end] = min(best[end], cost &+ word)
    }
  }

  /// Turns the cheapest cut of the first `count` characters round: afterwards `best[i]` has length
  /// and id of the word that begins at i, for each i at which one does.
  static func reverse(_ best: inout MutableSpan<UInt64>, count: Int) {
    var end = count
    var value = best[count]
    while end > 0 {
      let start = end - length(value)
      let previous = best[start]
      best[start] = value
      value = previous
      end = start
    }
  }

  /// The last boundary that every cut shares, however the row goes on after `done`, up to which
  /// words were added.
  ///
  /// - Returns: 0 if there is none yet.
  static func commonBoundary(_ best: Span<UInt64>, done: Int) -> Int {
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

  /// Moves the row so that it begins at a boundary.
  static func drop(
    _ boundary: Int, _ roots: inout MutableSpan<UInt64>, _ best: inout MutableSpan<UInt64>,
    count: Int
  ) {
    let spent = best[boundary] & costs
    for index in boundary..<count + padding {
      roots[index - boundary] = roots[index]
      best[index - boundary] = best[index] == .max ? .max : best[index] &- spent
    }
  }
}
