/// A text in search form, with the way back to the original.
public struct SearchForm: Hashable, Sendable {
  /// The search form in UTF-8; always well-formed.
  public let bytes: [UInt8]
  /// Leads from `bytes` to the bytes of the original.
  public let offsets: OffsetMap
}
