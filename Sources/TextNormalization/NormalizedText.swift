/// A text in another form, with the way back to the original.
///
/// One value serves many texts: what fills it keeps its storage.
public struct NormalizedText: Sendable {
  /// Bytes of UTF-8, then room that earlier texts left: shrinking and growing an array for every
  /// cue takes longer than folding it.
  var storage: [UInt8] = []
  /// How many bytes of the storage are the text.
  var count = 0
  /// Leads from `bytes` to the bytes of the original.
  public internal(set) var offsets = OffsetMap()
  /// Where the original's bytes are broken, as offsets in bytes: one U+FFFD each in `bytes`.
  public internal(set) var broken: [Int] = []

  public init() {}

  /// The text in UTF-8; always well-formed. Indices begin at 0.
  ///
  /// A slice that is kept while the value is filled again costs a copy of the storage.
  public var bytes: ArraySlice<UInt8> { storage[..<count] }

  /// A text whose bytes are all there.
  init(_ bytes: [UInt8], offsets: OffsetMap, broken: [Int]) {
    storage = bytes
    count = bytes.count
    self.offsets = offsets
    self.broken = broken
  }

  /// Empties the text and keeps its storage.
  mutating func removeAll() {
    count = 0
    if !offsets.edits.isEmpty { offsets.edits.removeAll(keepingCapacity: true) }
    if !broken.isEmpty { broken.removeAll(keepingCapacity: true) }
  }

  /// Makes sure that `additional` bytes can be written after the text.
  mutating func makeRoom(for additional: Int) {
    let missing = count + additional - storage.count
    guard missing > 0 else { return }
    // Growing by a share keeps the total linear.
    storage.append(contentsOf: repeatElement(0, count: max(missing, storage.count / 4)))
  }
}

extension NormalizedText: Hashable {
  public static func == (first: Self, second: Self) -> Bool {
    first.bytes == second.bytes && first.offsets == second.offsets && first.broken == second.broken
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
    hasher.combine(offsets)
    hasher.combine(broken)
  }
}
