package import CorpusAnalysis

/// A report on a collection of transcripts: its size, terms, trends, keywords, speakers and fillers.
public struct CorpusReport: Sendable {
  /// The size of the collection.
  public struct Overview: Hashable, Sendable {
    /// The number of episodes.
    public internal(set) var episodes = 0
    /// The names of the shows, in ascending order by code point.
    public internal(set) var shows: [String] = []
    /// The number of words.
    public internal(set) var words = 0
    /// The number of cues.
    public internal(set) var cues = 0
    /// The total duration in milliseconds of the episodes whose duration is known.
    public internal(set) var duration = 0
    /// The number of episodes whose duration is known.
    public internal(set) var timedEpisodes = 0
    /// The earliest date in ISO form, as precise as known; empty if no episode has a date.
    public internal(set) var firstDate = ""
    /// The latest date in ISO form, as precise as known; empty if no episode has a date.
    public internal(set) var lastDate = ""
    /// The number of episodes without a date.
    public internal(set) var undatedEpisodes = 0
    /// The number of cues in repetition loops of a speech recogniser, and of lines that it hallucinated; see
    /// `Repetition.loops`.
    public internal(set) var loopCues = 0
  }

  /// The keywords of one episode, compared with all other episodes of the selection.
  public struct EpisodeKeywords: Sendable {
    /// The episode.
    public let episode: Episode
    /// Its keywords.
    public let keywords: KeywordsReport.Group
  }

  /// The share of one speaker in the collection.
  public struct Speaker: Sendable {
    package let frequencies: SpeakerFrequencies
    /// Lines of the speaker, spread over episodes and time.
    public let evidence: [EvidenceLine]

    /// The name of the speaker. A diarization label, such as `SPEAKER_00`, is followed by its episode.
    public var name: String { frequencies.speaker }
    /// The number of words of the speaker.
    public var words: Int { frequencies.words }
    /// The number of cues of the speaker.
    public var cues: Int { frequencies.cues }
    /// The number of episodes in which the speaker speaks.
    public var episodes: Int { frequencies.episodes }
  }

  /// The size of the selection.
  public let overview: Overview
  /// The most frequent terms.
  public let terms: [TermsReport.Row]
  /// The time series of each term: its relative frequency per million words in each period, `nil` for periods
  /// without words.
  ///
  /// A series is empty if the term is too rare for a trend.
  public let series: [[Double?]]
  /// The labels of the periods, in order of time.
  public let periods: [String]
  /// Whether there are more than 400 periods, so that no series were made.
  public let hasTooManyPeriods: Bool
  /// The keywords of the latest episodes, the latest first.
  public let episodes: [EpisodeKeywords]
  /// The terms that rise; `nil` if there are too few or too many periods to test.
  public let rising: TrendReport?
  /// The terms that fall; `nil` if there are too few or too many periods to test.
  public let falling: TrendReport?
  /// The speakers with the most words.
  public let speakers: [Speaker]
  /// The number of all speakers, shown or not.
  public let speakerCount: Int
  /// The most frequent fillers.
  public let fillers: [TermsReport.Row]
}
