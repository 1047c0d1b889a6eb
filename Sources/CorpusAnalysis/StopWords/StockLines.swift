/// Lines that speech recognisers make up where nothing is said: credits of subtitles, and sign-offs.
public struct StockLines: Sendable {
  public enum Kind: String, CaseIterable, Sendable {
    /// Nobody says it, wherever it stands.
    case credit
    /// People say it, too.
    case signOff = "sign-off"
  }

  /// So many bytes what `…` stands for has at most: sixteen Han characters.
  private static let longestName = 48
  private static let ellipsis = Array("…".utf8)

  /// The lines as the lists have them.
  public let lines: [(kind: Kind, line: String)]
  private var whole: [[UInt8]: Kind] = [:]
  /// Those that end with a name, less that.
  private var starts: [[UInt8]] = []
  /// How all of them begin: a character of three bytes, or two of ASCII, in one number.
  private var heads: Set<UInt32> = []
  private var longest = 0

  public static let standard = StockLines([
    .credit: PackageResources.stock_credits_txt, .signOff: PackageResources.stock_sign_offs_txt,
  ])

  /// - Parameter lists: one entry a line, in search form; `#` starts a comment line.
  init(_ lists: [Kind: [UInt8]]) {
    lines = Kind.allCases.flatMap { kind in
      (lists[kind] ?? []).split(separator: 0x0A).filter { $0.first != UInt8(ascii: "#") }
        .map { (kind, String(decoding: $0, as: UTF8.self)) }
    }
    for (kind, line) in lines { add(Array(line.utf8), kind) }
  }

  private mutating func add(_ line: [UInt8], _ kind: Kind) {
    let hasName = line.suffix(3).elementsEqual(Self.ellipsis)
    let words = Self.words(of: line.dropLast(hasName ? 3 : 0))
    if hasName { starts.append(words) } else { whole[words] = kind }
    heads.insert(Self.head(words[...]))
    longest = max(longest, words.count + (hasName ? Self.longestName : 0))
  }

  /// Whether a text in search form may be such a line, by how it begins.
  public func mayBegin(_ text: ArraySlice<UInt8>) -> Bool {
    text.count <= 2 * longest && heads.contains(Self.head(text))
  }

  /// What kind of stock line a text is; `nil` where it is none.
  ///
  /// - Parameter words: its words in search form, with nothing between them.
  /// - Complexity: O(n).
  public func kind(of words: [UInt8]) -> Kind? {
    let words = Self.words(of: words[...])
    if let kind = whole[words] { return kind }
    let isNamed = starts.contains { start in
      words.starts(with: start) && words.count <= start.count + Self.longestName
    }
    return isNamed ? .credit : nil
  }

  private static func head(_ words: ArraySlice<UInt8>) -> UInt32 {
    let count = words.first ?? 0 < 0x80 ? 2 : 3
    return words.prefix(count).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// A text without ASCII but letters and digits.
  private static func words(of text: ArraySlice<UInt8>) -> [UInt8] {
    text.filter { byte in
      byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte)
    }
  }
}
