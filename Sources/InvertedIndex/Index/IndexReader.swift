/// An index as one commit left it; later commits do not change what it answers.
///
/// Episodes are numbered from 0 in order of their paths, terms from 0 in order of their keys by code point,
/// spellings from 0 in order of term, then spelling, over all segments. With one segment, as after
/// `optimize`, the numbers are the segment's; else they are made when they are first needed.
public struct IndexReader: Sendable {
  public let settings: IndexSettings
  /// How many commits there were when it was opened.
  public let generation: Int
  let segments: [LiveSegment]
  let manifest: Manifest
  let order = Lazy<EpisodeOrder>()
  private let records = Lazy<[EpisodeRecord]>()
  private let merged = Lazy<MergedDictionary>()
  let numbers = Lazy<[[UInt32]]>()

  let lexiconFile: FileContents?

  init(
    _ manifest: Manifest, _ segments: [LiveSegment], lexicon: FileContents? = nil,
    generation: UInt64
  ) {
    (self.manifest, self.segments, lexiconFile) = (manifest, segments, lexicon)
    settings = manifest.settings
    self.generation = Int(clamping: generation)
  }

  init(_ state: IndexState) {
    self.init(
      state.manifest, state.segments, lexicon: state.lexicon, generation: state.generation)
  }

  /// The file of the lexicon, for errors; `nil` if the index has none.
  package var lexiconPath: String? { lexiconFile?.path }

  /// The image of the lexicon that cut the words; `nil` if the index has none.
  public func lexicon() throws(IndexError) -> [UInt8]? {
    guard let lexiconFile else { return nil }
    return try StoredLexicon.image(of: lexiconFile)
  }

  /// Opens the bytes of one segment's file as an index, without settings.
  ///
  /// - Parameter path: what the file is called in errors.
  public init(segment bytes: [UInt8], path: String) throws(IndexError) {
    let segment = try SegmentReader(FileContents(copying: bytes, path: path))
    self.init(Manifest(settings: IndexSettings([:])), [LiveSegment(segment)], generation: 0)
  }

  /// The segment whose numbers are the index's; `nil` if there are several, or deletions.
  var single: SegmentReader? {
    segments.count == 1 && !segments[0].hasDeletions ? segments[0].segment : nil
  }

  var dictionary: MergedDictionary {
    get throws(IndexError) {
      try merged.get { () throws(IndexError) in try MergedDictionary(segments) }
    }
  }

  public var episodeCount: Int { segments.reduce(0) { $0 + $1.episodeCount } }

  private func location(of episode: Int) throws(IndexError) -> (
    segment: SegmentReader, source: Int, episode: Int
  ) {
    if let single { return (single, 0, episode) }
    let order = try order.get { () throws(IndexError) in try EpisodeOrder(segments) }
    let entry = order.entries[episode]
    return (segments[entry.source].segment, entry.source, entry.episode)
  }

  public var episodes: [EpisodeRecord] {
    get throws(IndexError) {
      try records.get { () throws(IndexError) in
        var records: [EpisodeRecord] = []
        for episode in 0..<episodeCount { records.append(try record(of: episode)) }
        return records
      }
    }
  }

  public func record(of episode: Int) throws(IndexError) -> EpisodeRecord {
    let place = try location(of: episode)
    return try place.segment.record(of: place.episode)
  }

  /// How many words an episode has.
  public func wordCount(of episode: Int) throws(IndexError) -> Int {
    let place = try location(of: episode)
    return try place.segment.wordCount(of: place.episode)
  }

  /// The cues of an episode, in order; their word ranges cover its word stream.
  public func cues(of episode: Int) throws(IndexError) -> [CueRecord] {
    let place = try location(of: episode)
    return try place.segment.cues(of: place.episode)
  }

  /// How many cues an episode has.
  public func cueCount(of episode: Int) throws(IndexError) -> Int {
    let place = try location(of: episode)
    return try place.segment.stream(of: place.episode).cueCount
  }

  /// The words of cues that follow one another, as positions in their episode's word stream.
  ///
  /// - Complexity: O(1).
  public func words(
    ofCues cues: Range<Int>, of episode: Int
  ) throws(IndexError) -> Range<Int> {
    let place = try location(of: episode)
    return try place.segment.stream(of: place.episode).words(ofCues: cues)
  }

  /// The cues and text of an episode, and where in it each word stands.
  package func details(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    let place = try location(of: episode)
    return try place.segment.details(of: place.episode)
  }

  /// Some cues of an episode with their text, and where in it each of their words stands.
  package func details(
    ofCues cues: Range<Int>, of episode: Int
  ) throws(IndexError) -> EpisodeWords.Details {
    let place = try location(of: episode)
    return try place.segment.details(ofCues: cues, of: place.episode)
  }

  /// The original text of an episode, in UTF-8.
  public func text(of episode: Int) throws(IndexError) -> [UInt8] {
    let place = try location(of: episode)
    return try place.segment.details(of: place.episode).text
  }

  /// The words of an episode, in order.
  public func tokens(of episode: Int) throws(IndexError) -> [WordToken] {
    let place = try location(of: episode)
    let words = try place.segment.words(of: place.episode)
    let vocabulary = try vocabulary(of: words, place.segment, place.source)
    let gaps = try place.segment.gaps(of: place.episode)
    return try zip(words.stream.localStream(), gaps).map { local, gap in
      WordToken(spelling: Int(vocabulary[Int(local)]), gap: gap)
    }
  }

  /// The term of each word of an episode, in order.
  public func terms(of episode: Int) throws(IndexError) -> [UInt32] {
    let place = try location(of: episode)
    let words = try place.segment.words(of: place.episode)
    let terms = try termsOfSpellings()
    let vocabulary = try vocabulary(of: words, place.segment, place.source).map { terms[Int($0)] }
    return try words.stream.localStream().map { vocabulary[Int($0)] }
  }

  /// The spelling of each word of an episode, in order.
  public func words(of episode: Int) throws(IndexError) -> [UInt32] {
    let place = try location(of: episode)
    let words = try place.segment.words(of: place.episode)
    let vocabulary = try vocabulary(of: words, place.segment, place.source)
    return try words.stream.localStream().map { vocabulary[Int($0)] }
  }

  /// What follows each word of an episode, in order.
  public func joints(of episode: Int) throws(IndexError) -> [WordJoint] {
    let place = try location(of: episode)
    return try place.segment.file.locating { () throws(IndexError) in
      let stream = try place.segment.stream(of: place.episode)
      var joints = stream.allJoints().map { WordJoint(rawValue: $0)! }
      try stream.forEachJoiner { joints[$0.position] = $0.joint }
      return joints
    }
  }

  /// The places of an episode where one character joins two words, in order.
  public func joiners(of episode: Int) throws(IndexError) -> [Joiner] {
    let place = try location(of: episode)
    return try place.segment.file.locating { () throws(IndexError) in
      var joiners: [Joiner] = []
      try place.segment.stream(of: place.episode).forEachJoiner { joiners.append($0) }
      return joiners
    }
  }

  /// The numbers in the index of an episode's spellings.
  private func vocabulary(
    of words: EpisodeWords, _ segment: SegmentReader, _ source: Int
  ) throws(IndexError) -> [UInt32] {
    var vocabulary = try words.stream.spellings()
    if single == nil {
      let map = try dictionary.spellings[source]
      vocabulary = vocabulary.map { map[Int($0)] }
      guard !vocabulary.contains(.max) else {
        throw segment.corrupt("an episode refers to a spelling that it does not have")
      }
    }
    return vocabulary
  }
}
