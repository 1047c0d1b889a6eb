/// What a file says of its episode; what it does not say is empty.
public struct TranscriptMetadata: Hashable, Sendable {
  public var title = ""
  public var show = ""
  /// ISO: `2024-11-30`, or `2024-11`.
  public var date = ""
  /// The recording's address.
  public var url = ""

  public init() {}
}
