/// A text in another form, with the way back to the original.
///
/// One value serves many texts: what fills it keeps its storage.
public struct NormalizedText: Hashable, Sendable {
  /// The text in UTF-8; always well-formed.
  public internal(set) var bytes: [UInt8] = []
  /// Leads from `bytes` to the bytes of the original.
  public internal(set) var offsets = OffsetMap()
  /// Where the original's bytes are broken, as offsets in bytes: one U+FFFD each in `bytes`.
  public internal(set) var broken: [Int] = []

  public init() {}
}
