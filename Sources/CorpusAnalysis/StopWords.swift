/// Tells stop words: the entries of a list, and Han words glued together from such entries.
public struct StopWords: Sendable {
  private let entries: Set<[UInt8]>
  private let longestEntry: Int
  private let glueExceptions = Set(
    WordList.parse(PackageResources.glue_exceptions_txt).map { Array($0.utf8) })
  private let deExceptions = Set(
    WordList.parse(PackageResources.de_exceptions_txt).map { Array($0.utf8) })

  /// - Parameter entries: words in search form.
  public init(_ entries: [String]) {
    self.entries = Set(entries.map { Array($0.utf8) })
    longestEntry = self.entries.reduce(0) { max($0, $1.count) }
  }

  public static let standard = StopWords(StopList.standard.all)

  /// Whether a word is stopped.
  ///
  /// - Parameters:
  ///   - key: the word in search form.
  ///   - isHan: whether it is a Han word; the rules beyond the list itself are for those only.
  public func contains(_ key: ArraySlice<UInt8>, isHan: Bool) -> Bool {
    guard !entries.isEmpty else { return false }
    let key = Array(key)
    if entries.contains(key) { return true }
    return isHan && (endsInDe(key) || isGlued(key))
  }

  /// Two or three characters of which the last is 的 (新的, 真正的).
  private func endsInDe(_ key: [UInt8]) -> Bool {
    let characters = key.count { $0 & 0xC0 != 0x80 }
    return (2...3).contains(characters) && key.suffix(3).elementsEqual("的".utf8)
      && !deExceptions.contains(key)
  }

  /// Whether the word can be cut wholly into entries (做了, 都是, 我的).
  private func isGlued(_ key: [UInt8]) -> Bool {
    guard !glueExceptions.contains(key) else { return false }
    // reachable[i]: the first i bytes can be cut into entries.
    var reachable = [true] + [Bool](repeating: false, count: key.count)
    for start in key.indices where reachable[start] {
      for end in start + 1..<min(start + longestEntry, key.count) + 1
      where entries.contains(Array(key[start..<end])) {
        reachable[end] = true
      }
    }
    return reachable[key.count]
  }
}
