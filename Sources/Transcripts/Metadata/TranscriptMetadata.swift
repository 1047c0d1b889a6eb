/// What a source says of an episode; what it does not say is empty.
public struct TranscriptMetadata: Hashable, Sendable {
  /// A name and a value of the user's own.
  public struct Tag: Hashable, Sendable {
    /// As queries write it: without white space and `=`, in lower case.
    public let name: String
    public let value: String

    /// - Returns: `nil` where the name or the value is empty, or longer than `mostBytes`.
    public init?(_ name: some StringProtocol, _ value: String) {
      self.name = Self.normalized(name)
      self.value = value
      let sizes = [self.name.utf8.count, value.utf8.count]
      guard sizes.allSatisfy({ (1...Self.mostBytes).contains($0) }) else { return nil }
    }

    /// Longer texts describe an episode and class none.
    public static let mostBytes = 500

    /// A name as queries write it.
    public static func normalized(_ name: some StringProtocol) -> String {
      let parts = name.lowercased().split {
        $0.isWhitespace || $0 == "=" || "()（）\"“”「」:：".contains($0)
      }
      return parts.joined(separator: "_")
    }
  }

  public var title = ""
  public var show = ""
  /// ISO: `2024-11-30`, `2024-11` or `2024`.
  public var date = ""
  /// The recording's address.
  public var url = ""
  /// The number of the episode in its show.
  public var number: Int?
  /// Who speaks where no cue names anybody.
  public var speaker = ""
  /// A name may have several values.
  public var tags: [Tag] = []

  public init() {}
}
