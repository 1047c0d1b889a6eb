/// The cheapest way to cut a row of characters into words, found by dynamic programming.
///
/// `best[j]` is the cheapest cut of the first j characters: its cost in bits 32–63, 255 − the
/// length of its last word in bits 24–31, that word's lexicon id in bits 0–23. The smaller value
/// is the better cut: on equal costs ICU keeps the one whose last word begins first.
enum WordLattice {
  /// No word is longer than this many code points, nor is a run of Katakana.
  static let reach = 64
  /// How many more places `roots` and `best` need than there are characters.
  static let padding = reach + 4

  static let costs: UInt64 = 0xFFFF_FFFF << 32
  /// Marks ids of words of one character: the code of the character follows.
  static let single: UInt64 = 0x80_0000

  @inline(__always) static func length(_ value: UInt64) -> Int { 255 - Int(value >> 24 & 0xFF) }
  @inline(__always) static func id(_ value: UInt64) -> UInt32 { UInt32(value & 0xFF_FFFF) }

  /// A word that ends a cut.
  @inline(__always)
  static func word(cost: UInt64, length: UInt64, id: UInt64) -> UInt64 {
    cost << 32 | (255 - length) << 24 | id
  }

  /// Begins a row of `count` characters.
  static func begin(_ best: inout MutableSpan<UInt64>, count: Int) {
    best[0] = 0
    for index in 1..<count + padding { best[index] = .max }
  }

  /// Adds the words that begin at `from..<to`, from the lexicon alone.
  ///
  /// Words of one to three characters, nearly all, are tried without a branch: whether they are
  /// words cannot be predicted. What is no word has a cost that no cut can be worth.
  @inline(__always)
  static func advance(
    _ slots: Span<UInt64>, _ roots: Span<UInt64>, _ best: inout MutableSpan<UInt64>,
    from: Int, to: Int
  ) {
    var (here, next, after) = (best[from], best[from + 1], best[from + 2])
    for index in from..<to {
      let cost = here & costs
      let root = roots[index]
      let second = roots[index + 1] >> 40 & 0xFFFF
      let third = roots[index + 2] >> 40 & 0xFFFF
      let one =
        cost &+ ((root & 0xFF_FF00_0000) << 8 | (255 - 1) << 24 | single | root >> 40 & 0xFFFF)
      let place2 = (root & 0xFF_FFFF) &+ second
      let slot2 = slots[Int(place2)]
      let isSecond = slot2 >> 40 & 0xFFFF == second
      let cost2 = isSecond ? slot2 >> 24 & 0xFFFF : 0xFFFF
      let two = cost &+ (cost2 << 32 | (255 - 2) << 24 | place2)
      let place3 = (isSecond ? slot2 & 0xFF_FFFF : 0) &+ third
      let slot3 = slots[Int(place3)]
      let isThird = slot3 >> 40 & 0xFFFF == third
      let cost3 = isThird ? slot3 >> 24 & 0xFFFF : 0xFFFF
      let three = cost &+ (cost3 << 32 | (255 - 3) << 24 | place3)
      here = min(next, one)
      next = min(after, two)
      after = min(best[index + 3], three)
      best[index + 1] = here
      if isThird, slot3 & 0xFF_FFFF != 0 {
        addLonger(slots, roots, &best, from: index, cost: cost, after: slot3)
      }
    }
    best[to + 1] = next
    best[to + 2] = after
  }

  /// Adds the words of four characters and more.
  @inline(__always)
  private static func addLonger(
    _ slots: Span<UInt64>, _ roots: Span<UInt64>, _ best: inout MutableSpan<UInt64>,
    from start: Int, cost: UInt64, after slot: UInt64
  ) {
    var slot = slot
    var end = start + 3
    while slot & 0xFF_FFFF != 0 {
      let code = roots[end] >> 40 & 0xFFFF
      let place = (slot & 0xFF_FFFF) &+ code
      slot = slots[Int(place)]
      guard slot >> 40 & 0xFFFF == code else { return }
      end += 1
      let word = word(cost: slot >> 24 & 0xFFFF, length: UInt64(end - start), id: place)
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
