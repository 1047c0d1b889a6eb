package import CorpusAnalysis

/// What a collection of transcripts is about: the numbers behind the standing report.
public struct CorpusReport: Sendable {
  /// What is in it.
  public struct Overview: Hashable, Sendable {
    public var episodes = 0
    public var shows: [String] = []
    public var words = 0
    public var cues = 0
    /// Milliseconds of the episodes whose length is known, and how many those are.
    public var duration = 0
    public var timedEpisodes = 0
    /// The first and the last date, as precise as known; empty without one.
    public var firstDate = ""
    public var lastDate = ""
    public var undatedEpisodes = 0
    /// Cues that loops of a speech recogniser repeat.
    public var loopCues = 0
  }

  /// An episode and what marks it against the others of the selection.
  public struct EpisodeKeywords: Sendable {
    public let episode: Episode
    public let keywords: KeywordsReport.Group
  }

  /// How much a speaker says.
  public struct Speaker: Sendable {
    package let frequencies: SpeakerFrequencies
    /// Lines of the speaker, spread over episodes and time.
    public let evidence: [EvidenceLine]

    /// The name; for a label of speaker diarization, which says nothing outside of its episode, with the episode.
    public var name: String { frequencies.speaker }
    public var words: Int { frequencies.words }
    public var cues: Int { frequencies.cues }
    /// Number of episodes in which the speaker says something.
    public var episodes: Int { frequencies.episodes }
  }

  public let overview: Overview
  public let terms: [TermsReport.Row]
  /// For each term its rate a million words in each period; `nil` where nothing was said.
  public let series: [[Double?]]
  public let periods: [String]
  /// Whether there are more periods than can be compared, so that there are no series.
  public let hasTooManyPeriods: Bool
  /// The latest ones, the last one first.
  public let episodes: [EpisodeKeywords]
  /// All of the selection's terms that rise, and that fall; `nil` where nothing can be told.
  public let rising: TrendReport?
  public let falling: TrendReport?
  public let speakers: [Speaker]
  public let speakerCount: Int
  public let fillers: [TermsReport.Row]
}
