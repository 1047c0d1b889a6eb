/// The formats of JSON. Each one has a shape of its own, so that at most one of them claims a document.
enum JSONFormats {
  /// With the readers of other lists of cues, which take what no format claims.
  static let all: [any TranscriptReader] = readers + [OtherJSONReader(), JSONLinesReader()]

  /// Whether some reader finds cues in a document.
  static func holdCues(_ root: JSONValue) -> Bool {
    readers.contains { $0.claims(root) } || OtherJSONReader().claims(root)
  }

  static let readers: [any JSONFormReader] = [
    WhisperJSONReader(),
    CueListReader.whisperCpp,
    FasterWhisperReader(),
    TransformersReader(),
    FunASRReader(),
    CueListReader.dashScope,
    CueListReader.volcengine,
    TingwuReader(),
    IFlytekReader(),
    TencentReader(),
    AmazonReader(),
    CueListReader.azure,
    GoogleReader(),
    DeepgramReader(),
    AssemblyAIReader(),
    RevReader(),
    SpeechmaticsReader(),
    PodcastJSONReader(),
    YouTubeEventsReader(),
    CueListReader.youTubeAPI,
    CueListReader.bilibili,
    JianyingReader(),
    ZimuReader(),
  ]
}
