public import FilePaths
public import InvertedIndex

/// An episode as lists of words with what stands around them: what goes into an index, written out.
public struct PlainEpisode: Hashable, Sendable {
  public struct Word: Hashable, Sendable {
    public var key: String
    public var spelling: String
    public var kind: UInt8
    /// The text between the word and the next one, or the end of the cue.
    public var after: String

    public init(_ key: String, spelling: String? = nil, kind: UInt8 = 0, after: String = "") {
      (self.key, self.spelling) = (key, spelling ?? key)
      (self.kind, self.after) = (kind, after)
    }
  }

  public struct Cue: Hashable, Sendable {
    /// The text before the first word.
    public var lead = ""
    public var words: [Word]
    public var speaker: Int?
    public var start, end: Int32?
    /// When words begin, by their offsets in the cue's text.
    public var wordTimes: [WordBlock.WordTime] = []

    public init(
      _ words: [Word], lead: String = "", speaker: Int? = nil, start: Int32? = nil,
      end: Int32? = nil
    ) {
      (self.words, self.lead, self.speaker) = (words, lead, speaker)
      (self.start, self.end) = (start, end)
    }

    public var text: String { lead + words.map { $0.spelling + $0.after }.joined() }
  }

  public var record: EpisodeRecord
  public var cues: [Cue]

  public init(path: FilePath, speakers: [String] = [], cues: [Cue]) {
    record = EpisodeRecord(path: path, title: "题", show: "节目", date: "2024-11")
    record.speakers = speakers
    self.cues = cues
  }

  public var words: [Word] { cues.flatMap(\.words) }
  public var text: String { cues.map { $0.text + "\n" }.joined() }

  /// What follows each word.
  public var gaps: [WordToken.Gap] {
    var gaps: [WordToken.Gap] = []
    var joint = WordToken.Gap.none
    for (index, cue) in cues.enumerated() {
      if index > 0, !gaps.isEmpty {
        if cue.speaker != cues[index - 1].speaker { joint = .turnEnd }
        if joint == .cueEnd, Self.gap(cue.lead) == .other { joint = .other }
      }
      for (position, word) in cue.words.enumerated() {
        if position == 0, !gaps.isEmpty { gaps[gaps.count - 1] = joint }
        gaps.append(Self.gap(word.after))
      }
      if let last = cue.words.last { joint = Self.gap(last.after) == .other ? .other : .cueEnd }
    }
    if !gaps.isEmpty { gaps[gaps.count - 1] = .turnEnd }
    return gaps
  }

  /// Joiners in other spellings, and what they are in search form.
  private static let folded = ["－": "-", "–": "-", "’": "'", "＆": "&", "・": "·", "—": "-"]
  private static let joints: [String: WordJoint] = [
    "-": .hyphen, "/": .slash, "&": .ampersand, "·": .middleDot, ".": .fullStop, "+": .plus,
    "#": .numberSign, "'": .apostrophe,
  ]

  /// What joins words, with the position of the word that it follows.
  public var joiners: [(position: Int, joint: WordJoint, spelling: String)] {
    var joiners: [(Int, WordJoint, String)] = []
    var position = 0
    for cue in cues {
      for word in cue.words.dropLast() {
        if word.after != "—", let joint = Self.joints[Self.folded[word.after] ?? word.after] {
          joiners.append((position, joint, word.after))
        }
        position += 1
      }
      if !cue.words.isEmpty { position += 1 }
    }
    return joiners
  }

  private static func gap(_ text: String) -> WordToken.Gap {
    text.isEmpty ? .none : text.allSatisfy(\.isWhitespace) ? .space : .other
  }

  /// The episode as an encoder makes it.
  public func encoded(by encoder: EpisodeEncoder) -> EncodedEpisode {
    encoder.begin()
    for cue in cues {
      var (block, form, text) = (WordBlock(), [UInt8](), Array(cue.lead.utf8))
      for word in cue.words {
        let (keyStart, start) = (UInt32(form.count), UInt32(text.count))
        form += word.key.utf8
        text += word.spelling.utf8
        block.append(
          WordBlock.Word(
            keyStart: keyStart, keyEnd: UInt32(form.count), start: start, end: UInt32(text.count),
            lexiconID: WordBlock.noLexiconID, kind: word.kind, gap: Self.gap(word.after)))
        text += word.after.utf8
        form += (Self.folded[word.after] ?? word.after).utf8
      }
      var entry = WordBlock.Cue(
        text: 0..<text.count, start: cue.start, end: cue.end, speaker: cue.speaker)
      (entry.wordEnd, entry.lead) = (cue.words.count, Self.gap(cue.lead))
      block.cues.append(entry)
      block.wordTimes = cue.wordTimes
      encoder.add(block, form: form.span, text: text.span)
    }
    return encoder.finish(record)
  }

  /// An index of some episodes, in a folder that is gone already.
  ///
  /// - Parameters:
  ///   - inParts: whether each episode is a commit of its own.
  ///   - removed: paths that are removed in the end.
  public static func index(
    _ episodes: [PlainEpisode], inParts: Bool = false, removed: [FilePath] = []
  ) throws -> IndexReader {
    let folder = try TemporaryFolder()
    let directory = IndexDirectory(folder.path)
    let writer = try IndexWriter(directory, settings: IndexSettings(["test": "1"]))
    var encoder = EpisodeEncoder(id: 0)
    for episode in episodes {
      try writer.add(episode.encoded(by: encoder))
      guard inParts else { continue }
      try writer.commit()
      encoder = EpisodeEncoder(id: 0)
    }
    try writer.commit()
    for path in removed { try writer.remove(path) }
    try writer.commit()
    return try directory.open()
  }
}
