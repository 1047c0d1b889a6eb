/// An index as one commit left it; later commits do not change what it answers.
///
/// Episodes, terms and spellings are numbered over all segments. With one segment, as after
/// `optimize`, the numbers are the segment's; else they are made when they are first needed.
public struct IndexReader: WordIndex {
  public let settings: IndexSettings
  /// How many commits there were when it was opened.
  public let generation: Int
  let segments: [LiveSegment]
  let manifest: Manifest
  private let order = Lazy<EpisodeOrder>()
  private let records = Lazy<[EpisodeRecord]>()
  private let merged = Lazy<MergedDictionary>()
  private let numbers = Lazy<[[UInt32]]>()

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
    let segment = try Segment(FileContents(copying: bytes, path: path))
    self.init(Manifest(settings: IndexSettings([:])), [LiveSegment(segment)], generation: 0)
  }

  /// The segment whose numbers are the index's; `nil` if there are several, or deletions.
  private var single: Segment? {
    segments.count == 1 && !segments[0].hasDeletions ? segments[0].segment : nil
  }

  private var dictionary: MergedDictionary {
    get throws(IndexError) {
      try merged.get { () throws(IndexError) in try MergedDictionary(segments) }
    }
  }

  // MARK: Episodes

  public var episodeCount: Int { segments.reduce(0) { $0 + $1.episodeCount } }

  private func location(of episode: Int) throws(IndexError) -> (
    segment: Segment, source: Int, episode: Int
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

  public func wordCount(of episode: Int) throws(IndexError) -> Int {
    let place = try location(of: episode)
    return try place.segment.wordCount(of: place.episode)
  }

  public func cues(of episode: Int) throws(IndexError) -> [CueRecord] {
    let place = try location(of: episode)
    return try place.segment.cues(of: place.episode)
  }

  public func cueCount(of episode: Int) throws(IndexError) -> Int {
    let place = try location(of: episode)
    return try place.segment.stream(of: place.episode).cueCount
  }

  public func words(
    ofCues cues: Range<Int>, of episode: Int
  ) throws(IndexError) -> Range<Int> {
    let place = try location(of: episode)
    return try place.segment.stream(of: place.episode).words(ofCues: cues)
  }

  /// The cues and text of an episode, and where in it each word stands.
  package func details(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    let place = try location(of: episode)
    return try place.segment.text(of: place.episode)
  }

  public func text(of episode: Int) throws(IndexError) -> [UInt8] {
    let place = try location(of: episode)
    return try place.segment.text(of: place.episode).text
  }

  public func tokens(of episode: Int) throws(IndexError) -> [WordToken] {
    let place = try location(of: episode)
    let words = try place.segment.words(of: place.episode)
    let vocabulary = try vocabulary(of: words, place.segment, place.source)
    let gaps = try place.segment.gaps(of: place.episode)
    return try zip(words.stream.localStream(), gaps).map { local, gap in
      WordToken(spelling: Int(vocabulary[Int(local)]), gap: gap)
    }
  }

  public func terms(of episode: Int) throws(IndexError) -> [UInt32] {
    let place = try location(of: episode)
    let words = try place.segment.words(of: place.episode)
    let terms = try termsOfSpellings()
    let vocabulary = try vocabulary(of: words, place.segment, place.source).map { terms[Int($0)] }
    return try words.stream.localStream().map { vocabulary[Int($0)] }
  }

  public func words(of episode: Int) throws(IndexError) -> [UInt32] {
    let place = try location(of: episode)
    let words = try place.segment.words(of: place.episode)
    let vocabulary = try vocabulary(of: words, place.segment, place.source)
    return try words.stream.localStream().map { vocabulary[Int($0)] }
  }

  public func joints(of episode: Int) throws(IndexError) -> [WordJoint] {
    let place = try location(of: episode)
    return try place.segment.file.locating { () throws(IndexError) in
      let stream = try place.segment.stream(of: place.episode)
      var joints = stream.allJoints().map { WordJoint(rawValue: $0)! }
      try stream.forEachJoiner { joints[$0.position] = $0.joint }
      return joints
    }
  }

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
    of words: EpisodeWords, _ segment: Segment, _ source: Int
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

  // MARK: Terms and spellings

  public var termCount: Int {
    get throws(IndexError) {
      if let single { return single.counts.terms }
      return try dictionary.termCount
    }
  }

  public var spellingCount: Int {
    get throws(IndexError) {
      if let single { return single.counts.spellings }
      return try dictionary.termsOfSpellings.count
    }
  }

  public func key(of term: Int) throws(IndexError) -> ArraySlice<UInt8> {
    if let single { return [UInt8](try single.key(of: term))[...] }
    return [UInt8](try rawKey(of: term, in: dictionary))[...]
  }

  private func rawKey(
    of term: Int, in dictionary: MergedDictionary
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    let part = dictionary.parts(of: term).first!
    return try segments[Int(part.source)].segment.key(of: Int(part.number))
  }

  public func kind(of term: Int) throws(IndexError) -> UInt8 {
    if let single { return try single.kind(of: term) }
    return try dictionary.kinds[term]
  }

  private func termsOfSpellings() throws(IndexError) -> [UInt32] {
    if let single { return try single.termsOfSpellings() }
    return try dictionary.termsOfSpellings
  }

  public func term(ofSpelling spelling: Int) throws(IndexError) -> Int {
    Int(try termsOfSpellings()[spelling])
  }

  public func spellings(of term: Int) throws(IndexError) -> Range<Int> {
    if let single { return try single.spellings(of: term) }
    return try dictionary.spellings(of: term)
  }

  public func spelling(_ spelling: Int) throws(IndexError) -> ArraySlice<UInt8> {
    if let single {
      return [UInt8](
        try single.spelling(spelling, of: try term(ofSpelling: spelling)))[...]
    }
    let dictionary = try dictionary
    let part = dictionary.spellingParts[spelling]
    return [UInt8](
      try segments[Int(part.source)].segment.spelling(
        Int(part.number), of: Int(dictionary.spellingPartTerms[spelling])))[...]
  }

  public func count(ofSpelling spelling: Int) throws(IndexError) -> Int {
    if let single { return try single.count(ofSpelling: spelling) }
    return try dictionary.spellingCounts[spelling]
  }

  public func term(withKey key: ArraySlice<UInt8>) throws(IndexError) -> Int? {
    try [UInt8](key).lend { (key) throws(IndexError) in
      if let single { return try single.term(withKey: key) }
      let dictionary = try dictionary
      var (first, last) = (0, dictionary.termCount)
      while first < last {
        let middle = (first + last) / 2
        let order = try rawKey(of: middle, in: dictionary).compare(key)
        if order == 0 { return middle }
        if order < 0 { first = middle + 1 } else { last = middle }
      }
      return nil
    }
  }

  // MARK: Postings

  /// A cursor of each segment that has a term, with what its episodes are called in the index.
  private func cursors(
    of term: Int
  ) throws(IndexError) -> [(cursor: PostingsCursor, numbers: [UInt32]?)] {
    if let single { return [(try single.cursor(of: term), nil)] }
    let numbers = try episodeNumbers()
    var cursors: [(PostingsCursor, [UInt32]?)] = []
    for part in try dictionary.parts(of: term) {
      let source = Int(part.source)
      cursors.append((try segments[source].segment.cursor(of: Int(part.number)), numbers[source]))
    }
    return cursors
  }

  /// Of each segment, the numbers of its episodes in the index; `UInt32.max` for deleted ones.
  private func episodeNumbers() throws(IndexError) -> [[UInt32]] {
    try numbers.get { () throws(IndexError) in
      let order = try order.get { () throws(IndexError) in try EpisodeOrder(segments) }
      var numbers = segments.map {
        [UInt32](repeating: .max, count: $0.segment.counts.episodes)
      }
      for (number, entry) in order.entries.enumerated() {
        numbers[entry.source][entry.episode] = UInt32(number)
      }
      return numbers
    }
  }

  /// Of each segment, the numbers of its episodes in the index; `nil` where they are the segment's.
  func partNumbers() throws(IndexError) -> [[UInt32]]? {
    single == nil ? try episodeNumbers() : nil
  }

  public func episodeCount(of term: Int) throws(IndexError) -> Int {
    if let single { return try single.postingCounts(of: term).episodes }
    var count = 0
    if !segments.contains(where: \.hasDeletions) {
      for part in try dictionary.parts(of: term) {
        count += try segments[Int(part.source)].segment.postingCounts(of: Int(part.number)).episodes
      }
      return count
    }
    for (cursor, numbers) in try cursors(of: term) {
      guard let numbers else { return cursor.episodeCount }
      var cursor = cursor
      while cursor.episode != PostingsCursor.end {
        if numbers[cursor.episode] != .max { count += 1 }
        try cursor.next()
      }
    }
    return count
  }

  public func postings(of term: Int) throws(IndexError) -> [Posting] {
    var postings: [Posting] = []
    for (cursor, numbers) in try cursors(of: term) {
      var cursor = cursor
      while cursor.episode != PostingsCursor.end {
        let number = numbers.map { Int($0[cursor.episode]) } ?? cursor.episode
        if number != Int(UInt32.max) {
          var positions: [UInt32] = []
          try cursor.appendPositions(to: &positions)
          postings.append(Posting(episode: number, positions: positions.map(Int.init)))
        }
        try cursor.next()
      }
    }
    return single != nil ? postings : postings.sorted { $0.episode < $1.episode }
  }
}
