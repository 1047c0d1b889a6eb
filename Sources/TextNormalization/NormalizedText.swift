/// A text in another form, with a map to offsets in the original.
public struct NormalizedText: Sendable {
  /// Bytes of UTF-8, then room that earlier texts left. One value is filled with many texts: shrinking and
  /// growing an array for every cue takes longer than folding it.
  var storage: [UInt8] = []
  /// How many bytes of the storage are the text.
  var count = 0
  /// The map from offsets in `bytes` to offsets in the original.
  public internal(set) var offsets = OffsetMap()
  /// The offsets of invalid UTF-8 in the original, in bytes. Each is one U+FFFD in `bytes`.
  public internal(set) var broken: [Int] = []

  /// Creates an empty text.
  public init() {}

  /// The text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The text in UTF-8, always valid. Indices start at 0.
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
  /// Returns whether the bytes, the offsets and the invalid places of two texts are equal.
  public static func == (first: Self, second: Self) -> Bool {
    first.bytes == second.bytes && first.offsets == second.offsets && first.broken == second.broken
  }

  /// Hashes the bytes, the offsets and the invalid places.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(bytes)
    hasher.combine(offsets)
    hasher.combine(broken)
  }
}
