extension IndexReader {
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

  /// The search form of a term, in UTF-8.
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

  /// The kind of word that a term is: the raw value that the episodes were added with.
  public func kind(of term: Int) throws(IndexError) -> UInt8 {
    if let single { return try single.kind(of: term) }
    return try dictionary.kinds[term]
  }

  func termsOfSpellings() throws(IndexError) -> [UInt32] {
    if let single { return try single.termsOfSpellings() }
    return try dictionary.termsOfSpellings
  }

  /// The term that a spelling belongs to.
  public func term(ofSpelling spelling: Int) throws(IndexError) -> Int {
    Int(try termsOfSpellings()[spelling])
  }

  /// The spellings of a term.
  public func spellings(of term: Int) throws(IndexError) -> Range<Int> {
    if let single { return try single.spellings(of: term) }
    return try dictionary.spellings(of: term)
  }

  /// A spelling as it stands in the original, in UTF-8.
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

  /// How often a spelling stands in the whole index.
  public func count(ofSpelling spelling: Int) throws(IndexError) -> Int {
    if let single { return try single.count(ofSpelling: spelling) }
    return try dictionary.spellingCounts[spelling]
  }

  /// The number of a term by its key, or `nil`.
  ///
  /// - Complexity: O(log *n*) in the number of terms.
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

  /// The number of episodes that have a term (its document frequency).
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

  /// The occurrences of a term, in order of episodes.
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

  /// How often a term stands in the whole index (its collection frequency).
  public func count(of term: Int) throws(IndexError) -> Int {
    var count = 0
    for spelling in try spellings(of: term) { count += try self.count(ofSpelling: spelling) }
    return count
  }

  /// The original spelling of a term that is most frequent in the whole index, in UTF-8; of equal
  /// ones the first by code points.
  public func displaySpelling(of term: Int) throws(IndexError) -> ArraySlice<UInt8> {
    var best = (spelling: 0, count: -1)
    for spelling in try spellings(of: term) {
      let count = try count(ofSpelling: spelling)
      if count > best.count { best = (spelling, count) }
    }
    return try spelling(best.spelling)
  }
}
