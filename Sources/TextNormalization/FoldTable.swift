import Caching
import ICUSupport

/// What each code point folds to in search form, wherever it stands; of middle dots what they may become.
///
/// NFKC_Casefold from ICU's data, then ICU's one-character rules of `Traditional-Simplified` with
/// the package's additions and corrections, followed to their ends.
final class FoldTable: Sendable {
  /// What becomes of a code point.
  enum Action: Hashable, Sendable {
    /// It becomes a string of none, one or more code points, here in UTF-8.
    case replace([UInt8], characters: Int)
    /// A dot: `·` between Han or kana, elsewhere the code point here in UTF-8.
    case middleDot([UInt8])
    /// It may combine with what stands before it: ICU decides over the whole chunk.
    case combine
  }

  /// The low byte of a value of the table; what is above depends on it.
  enum Tag {
    /// The code point stays.
    static let keep: UInt32 = 0
    /// Three bytes of UTF-8 become the three bytes above, the first one lowest.
    static let threeBytes: UInt32 = 1
    /// Any bytes become the one ASCII byte above.
    static let oneByte: UInt32 = 2
    /// See `actions` at the number above.
    static let other: UInt32 = 3
  }

  let table: CodePointTable
  /// The values of the code points below U+10000 once more, flat, for the fast loop. Those that
  /// three bytes cannot stand for are `Tag.other`.
  let flat: [UInt32]
  let actions: [Action]
  let casefold: ICUNormalizer
  /// Traditional to simplified, and the package's part, for text in NFKC_Casefold; 0 where there is
  /// nothing to do.
  let folds: CodePointTable

  /// The table of this process's ICU, read from the cache or made when it is first asked for.
  static let shared = Result<FoldTable, ICUError> { () throws(ICUError) in try load() }

  /// Reads the table from a cache, or makes it, in some 30 milliseconds, and keeps it there.
  static func load(_ cache: CacheFolder = CacheFolder()) throws(ICUError) -> FoldTable {
    let path = cache.path("fold", fingerprint)
    if let image = path.flatMap({ CacheFolder.lend($0, FoldImage.init(bytes:)) }),
      image.fingerprint == fingerprint
    {
      return FoldTable(image, try ICUNormalizer(.nfkcCasefold))
    }
    let table = try FoldTable()
    if let path { table.image.bytes.withUnsafeBytes { cache.keep($0, at: path) } }
    return table
  }

  /// The table of this process's ICU, made from ICU's data.
  convenience init() throws(ICUError) {
    let casefold = try ICUNormalizer(.nfkcCasefold)
    let folds = Self.closed(try SimplificationRules.shared.get().single)
    var builder = Builder()
    for (from, to) in folds.sorted(by: { $0.key < $1.key }) { builder.set(from, to: [to]) }
    let dots = folds.filter { $0.value == MiddleDot.katakana }.keys.sorted()
    for dot in [MiddleDot.katakana] + dots {
      builder.setMiddleDot(dot, elsewhere: MiddleDot.katakana)
    }
    for scalar in try ICUNormalizer.candidates().joined() {
      if casefold.hasBoundary(before: scalar) {
        let result = try casefold.normalize(scalar).map { folds[$0] ?? $0 }
        if MiddleDot.isFolded(scalar, result) {
          builder.setMiddleDot(scalar, elsewhere: result[0])
        } else {
          builder.set(scalar, to: result)
        }
      } else {
        builder.setCombining(scalar)
      }
    }
    let image = FoldImage(
      fingerprint: Self.fingerprint, table: CodePointTable(builder.values),
      folds: CodePointTable(folds), actions: builder.actions)
    self.init(image, casefold)
  }

  private init(_ image: FoldImage, _ casefold: ICUNormalizer) {
    let table = image.table
    (self.table, self.casefold, folds, actions) = (table, casefold, image.folds, image.actions)
    flat = (0..<0x10000).map { scalar in
      scalar < 0x800 || (0xD800..<0xE000).contains(scalar) ? Tag.other : table[scalar]
    }
  }

  /// What a cache keeps of the table.
  var image: FoldImage {
    FoldImage(fingerprint: Self.fingerprint, table: table, folds: folds, actions: actions)
  }

  /// What decides the search form, for fingerprints and the cache: ICU's version, the package's data,
  /// and a number that changes with what this code makes of them.
  static var fingerprint: String { "search-3-\(FoldData.version)/icu-\(ICUVersion.library)" }

  /// What becomes of a code point; `nil` if it stays.
  func action(of scalar: UInt32) -> Action? {
    let value = table[scalar]
    let payload = value >> 8
    switch value & 0xFF {
    case Tag.keep: return nil
    case Tag.oneByte: return .replace([UInt8(payload)], characters: 1)
    case Tag.threeBytes:
      let bytes = [0, 8, 16].map { UInt8(truncatingIfNeeded: payload >> UInt32($0)) }
      return .replace(bytes, characters: 1)
    default: return actions[Int(payload)]
    }
  }

  /// What a code point of a text in NFKC_Casefold becomes.
  func fold(_ scalar: UInt32) -> UInt32 {
    let fold = folds[scalar]
    return fold == 0 ? scalar : fold
  }

  /// Whether a code point may combine with what stands before it.
  func combines(_ scalar: UInt32) -> Bool {
    if case .combine = action(of: scalar) { return true }
    return false
  }

  /// ICU's rules with the package's on top, each followed until nothing changes any more.
  private static func closed(_ rules: [UInt32: UInt32]) -> [UInt32: UInt32] {
    var folds = rules
    for mapping in FoldData.standard.mappings { folds[mapping.from] = mapping.to }
    for (from, first) in folds {
      var to = first
      // The data leaves no circles; a longer chain than this is one.
      for _ in 0..<8 { to = folds[to] ?? to }
      folds[from] = to
    }
    return folds.filter { $0.key != $0.value }
  }

  /// Encodes what code points become as values of the table.
  private struct Builder {
    private(set) var values: [UInt32: UInt32] = [:]
    private(set) var actions: [Action] = []

    mutating func set(_ scalar: UInt32, to result: [UInt32]) {
      var bytes: [UInt8] = []
      for scalar in result { bytes.append(utf8: scalar) }
      let isThree = (0x800..<0x10000).contains(scalar)
      if result == [scalar] {
        values[scalar] = nil
      } else if result.count == 1, bytes.count == 1 {
        values[scalar] = UInt32(bytes[0]) << 8 | Tag.oneByte
      } else if result.count == 1, bytes.count == 3, isThree {
        let packed = UInt32(bytes[0]) | UInt32(bytes[1]) << 8 | UInt32(bytes[2]) << 16
        values[scalar] = packed << 8 | Tag.threeBytes
      } else {
        set(scalar, .replace(bytes, characters: result.count))
      }
    }

    mutating func setMiddleDot(_ scalar: UInt32, elsewhere: UInt32) {
      var bytes: [UInt8] = []
      bytes.append(utf8: elsewhere)
      set(scalar, .middleDot(bytes))
    }

    mutating func setCombining(_ scalar: UInt32) {
      set(scalar, .combine)
    }

    private mutating func set(_ scalar: UInt32, _ action: Action) {
      values[scalar] = UInt32(actions.count) << 8 | Tag.other
      actions.append(action)
    }
  }
}

extension ICUNormalizer {
  /// The code points that one becomes.
  func normalize(_ scalar: UInt32) throws(ICUError) -> [UInt32] {
    // A lone surrogate is no text.
    Unicode.Scalar(scalar) == nil ? [scalar] : try normalize([scalar])
  }
}
