extension LexiconImage {
  private typealias Slot = DoubleArray.Slot
  private typealias Properties = CharacterClasses.Properties

  /// Whether every value leads to a place that is there, whoever wrote the image.
  ///
  /// Loops over an image look nothing up that is not in it, and end, if this is so; they need no
  /// bounds of their own. Which words it holds is not checked: other words are no danger.
  ///
  /// - Complexity: O(bytes of the image), about a millisecond.
  var isSound: Bool { areSizesSound && areRulesSound && areClassesSound && isTrieSound }

  private var areSizesSound: Bool {
    layout.slots > 0 && layout.slots <= Slot.base && (2...256).contains(layout.states)
      && (1...CharacterClasses.endOfText).contains(layout.hanLimit)
      && layout.longestWord <= WordLattice.reach && layout.form <= 1
  }

  /// Every transition leads to a state, and the end of a text ends the rules.
  private var areRulesSound: Bool {
    let transitions = section(5, of: UInt16.self)
    guard transitions.allSatisfy({ Int($0 & 0xFF) < layout.states }) else { return false }
    return (0..<layout.states).allSatisfy { start in
      var state = start
      for _ in 0..<layout.states {
        if state == 0 { return true }
        state = Int(transitions[state << 8 | CharacterClasses.endOfText] & 0xFF)
      }
      return state == 0
    }
  }

  /// Blocks are there, and only what is three bytes long is said to be so.
  private var areClassesSound: Bool {
    let (blocks, properties) = (section(4, of: UInt8.self), section(6, of: UInt16.self))
    let characters = section(0, of: UInt64.self)
    let isPlain = properties.map { Properties(rawValue: $0).contains(.plain) }
    return section(3, of: UInt16.self).allSatisfy { Int($0) < layout.blocks }
      && !characters[..<0x800].contains { isPlain[Lexicon.Character.characterClass($0)] }
      && !blocks.contains { isPlain[Int($0)] }
  }

  /// Every code after every base is a place, no place is reached in two ways, and what is in no
  /// word leads nowhere.
  private var isTrieSound: Bool {
    let slots = section(1, of: UInt32.self)
    let checks = section(2, of: UInt16.self)
    var tables = (bases: [Bool](repeating: false, count: 1 << 20), largest: UInt64(0))
    var codes = [Bool](repeating: false, count: 1 << 16)
    var largestCode: UInt64 = 0
    func takes(_ base: UInt64) -> Bool {
      tables.largest = max(tables.largest, base)
      defer { tables.bases[Int(base)] = base > 0 }
      return !tables.bases[Int(base)]
    }
    for root in section(0, of: UInt64.self) {
      let code = root >> Slot.codeShift
      guard root & 0xF0_0000 == 0, code < 0x8000, takes(root & Slot.base),
        code == 0 || !codes[Int(code)]
      else { return false }
      codes[Int(code)] = true
      largestCode = max(largestCode, code)
    }
    for place in checks.indices where checks[place] != Slot.noCode {
      // Base 0 has no children, code 0 is no character's.
      guard checks[place] > 0, Int(checks[place]) < place, takes(UInt64(slots[place]) & Slot.base)
      else { return false }
    }
    return tables.largest + largestCode < UInt64(slots.count)
      && slots[0] == Slot.empty && checks[0] == Slot.noCode
  }
}
