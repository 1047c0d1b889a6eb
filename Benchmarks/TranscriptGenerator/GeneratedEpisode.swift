/// A made-up transcript, and where it goes.
public struct GeneratedEpisode: Hashable, Sendable {
  /// The folder of its show and its file name, such as `展望會議/2019-03-04-河川座談會.txt`.
  public let path: String
  /// The transcript in UTF-8.
  public let bytes: [UInt8]
}
