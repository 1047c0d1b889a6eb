/// Texts as engines are given them, and what a plain answer is found from.
public struct TextInput: Sendable {
  /// What engines are given, each in one call, in UTF-8.
  public let texts: [[UInt8]]
  /// The same in parts that have no newline between cues.
  public let parts: [[UInt8]]
  /// How many newlines stand between parts.
  public let newlines: Int

  /// Cues of a sample, by themselves or whole episodes.
  public init(_ sample: TextSample, _ cut: TextCut) throws {
    let episodes = try sample.read()
    texts = cut.texts(of: episodes)
    parts = episodes.flatMap(\.cues)
    newlines = cut.newlines(in: episodes)
  }

  /// Han characters of a sample and nothing else, in one line or in short ones.
  public init(_ sample: TextSample, _ cut: HanCut) throws {
    texts = try cut.lines(of: sample.read())
    parts = texts
    newlines = 0
  }

  /// UTF-8 bytes of all texts.
  public var bytes: Int { texts.reduce(0) { $0 + $1.count } }

  /// Code points of all texts.
  public var characters: Int {
    texts.reduce(0) { $0 + $1.count { $0 & 0xC0 != 0x80 } }
  }
}
