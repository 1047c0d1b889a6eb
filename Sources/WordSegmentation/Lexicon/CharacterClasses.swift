import ICUSupport

/// Code points sorted into classes that word rules and lattices treat alike, and the rules over
/// them.
struct CharacterClasses {
  /// What is known of the code points of a class.
  struct Properties: OptionSet, Hashable {
    let rawValue: UInt16
    static let letter = Properties(rawValue: 1 << 0)
    /// Punctuation or symbol.
    static let symbol = Properties(rawValue: 1 << 1)
    /// Of the script Han.
    static let han = Properties(rawValue: 1 << 2)
    static let hangul = Properties(rawValue: 1 << 3)
    /// ICU's dictionary for Chinese and Japanese divides runs of these.
    static let dictionary = Properties(rawValue: 1 << 4)
    /// In NFKC wherever it stands, and three bytes long.
    static let plain = Properties(rawValue: 1 << 5)
    /// What ICU takes for Katakana when it looks for runs of them.
    static let katakana = Properties(rawValue: 1 << 6)
    /// Another dictionary of ICU's may divide what holds it: Thai, Lao, Khmer, Burmese.
    static let foreign = Properties(rawValue: 1 << 7)
    /// The rules leave its division to some dictionary.
    static let divided = Properties(rawValue: 1 << 8)
    /// Passed over by ICU with what it finds no dictionary for: of the scripts Common and Hangul.
    static let passed = Properties(rawValue: 1 << 9)
    static let digit = Properties(rawValue: 1 << 10)
  }

  /// The class that stands for the end of the text.
  static let endOfText = 255

  /// The class of each code point.
  private(set) var classes = [UInt8](repeating: 0, count: 0x110000)
  private(set) var properties: [Properties] = []
  /// For each state and class, see `Transition`.
  private(set) var transitions: [UInt16] = []
  /// Classes below this one are of Han characters that rules and lattice all treat alike.
  private(set) var hanLimit = 0

  /// - Throws: `ICUError` where ICU's rules are not of the form that is known.
  init() throws(ICUError) {
    let rules = try WordBreakRules.read()
    let normalizer = try ICUNormalizer(.nfkc)
    let common = rules.categories[0x4E00]
    var numbers: [UInt32: Int] = [:]
    var categories: [UInt8] = []
    var found = [UInt32](repeating: 0, count: 0x110000)
    for scalar in UInt32(0)..<0x110000 {
      let category = rules.categories[Int(scalar)]
      let properties = Properties(
        of: scalar, isDivided: category >= rules.firstDictionaryCategory, normalizer)
      found[Int(scalar)] = UInt32(category) << 16 | UInt32(properties.rawValue)
    }
    // Han first, so that one comparison tells them.
    let isCommonHan: (UInt32) -> Bool = { key in
      key >> 16 == common
        && Properties(rawValue: UInt16(truncatingIfNeeded: key))
          .isSuperset(of: [.han, .dictionary, .plain])
    }
    let keys = Set(found).sorted { (isCommonHan($0) ? 0 : 1, $0) < (isCommonHan($1) ? 0 : 1, $1) }
    guard keys.count < Self.endOfText else {
      throw ICUError(.unknownFormat, "word rules: \(keys.count) classes")
    }
    for (number, key) in keys.enumerated() {
      numbers[key] = number
      properties.append(Properties(rawValue: UInt16(truncatingIfNeeded: key)))
      categories.append(UInt8(key >> 16))
    }
    hanLimit = keys.count(where: isCommonHan)
    var last: (key: UInt32, number: UInt8) = (keys[0], 0)
    for scalar in classes.indices {
      if found[scalar] != last.key { last = (found[scalar], UInt8(numbers[found[scalar]]!)) }
      classes[scalar] = last.number
    }
    transitions = Self.transitions(rules, categories)
  }

  private static func transitions(
    _ rules: WordBreakRules, _ categories: [UInt8]
  ) -> [UInt16] {
    var transitions = [UInt16](repeating: 0, count: rules.states.count << 8)
    for (number, state) in rules.states.enumerated() {
      for (index, category) in categories.enumerated() {
        transitions[number << 8 | index] = Transition.value(state.next[Int(category)], rules)
      }
      transitions[number << 8 | endOfText] =
        Transition.value(state.next[WordBreakRules.endOfText], rules)
    }
    return transitions
  }
}

/// A step of the rules: the next state in bits 0–7, whether it accepts in bit 8, ICU's status of
/// what has been read, in hundreds, from bit 9 on.
enum Transition {
  static let accepts: UInt16 = 1 << 8

  static func value(_ state: UInt8, _ rules: WordBreakRules) -> UInt16 {
    let target = rules.states[Int(state)]
    return UInt16(state) | (target.accepts ? accepts : 0) | UInt16(target.status / 100) << 9
  }

  /// 0 none, 1 number, 2 letters, 3 kana, 4 Han and whatever else a dictionary knows.
  @inline(__always) static func status(_ transition: UInt16) -> UInt16 { transition >> 9 }
}

extension CharacterClasses.Properties {
  fileprivate init(of scalar: UInt32, isDivided: Bool, _ normalizer: ICUNormalizer) {
    self = []
    if CharacterProperties.isLetter(scalar) { insert(.letter) }
    if CharacterProperties.isDigit(scalar) { insert(.digit) }
    if CharacterProperties.isPunctuationOrSymbol(scalar) { insert(.symbol) }
    let script = CharacterProperties.unicodeScript(of: scalar)
    if script == .han { insert(.han) }
    if script == .hangul { insert(.hangul) }
    if script == .hangul || script == .common { insert(.passed) }
    if isDivided { insert(.divided) }
    // Marks that lengthen or voice are of no script of their own (ICU's CjkBreakEngine).
    if script == .han || script == .kana || [0x30FC, 0xFF70, 0xFF9E, 0xFF9F].contains(scalar) {
      insert(.dictionary)
      if (0x800..<0x10000).contains(scalar), normalizer.isNormalized(scalar) { insert(.plain) }
    } else if isDivided, script == .other {
      insert(.foreign)
    }
    if (0x30A1...0x30FE).contains(scalar) && scalar != 0x30FB
      || (0xFF66...0xFF9F).contains(scalar)
    {
      insert(.katakana)
    }
  }
}
