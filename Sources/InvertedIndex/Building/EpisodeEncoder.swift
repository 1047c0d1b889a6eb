/// Turns the words of episodes into what a segment stores, one episode after another.
///
/// One a worker: it numbers the words that it meets, and hands on what is new with each episode, so
/// that its episodes must go into the index in the order in which it made them.
public final class EpisodeEncoder {
  // A value of its own: what is accessed through a class is checked at every access.
  private var run: EncoderRun

  /// - Parameter id: from 0, a different one for each encoder of a run.
  public init(id: Int) {
    run = EncoderRun(id: id)
  }

  /// Forgets all numbers, as a run does when it has written what it held.
  public func reset() { run = EncoderRun(id: run.id) }

  /// Starts an episode.
  public func begin() { run.begin() }

  /// Adds cues with their words.
  ///
  /// - Parameters:
  ///   - form: the search form of `text`, from which keys are taken.
  ///   - text: the original text, from which spellings and what stands between them are taken.
  public func add(_ block: WordBlock, form: Span<UInt8>, text: Span<UInt8>) {
    form.withUnsafeBytes { form in
      text.withUnsafeBytes { text in
        run.add(block, form, text)
      }
    }
  }

  /// Ends the episode.
  public func finish(_ record: EpisodeRecord) -> EncodedEpisode { run.finish(record) }
}

/// What an encoder knows.
private struct EncoderRun {
  let id: Int
  private var table = SpellingTable()
  /// How many terms and spellings were handed on.
  private var (knownTerms, knownSpellings) = (0, 0)
  /// By spelling and by term: the number of the episode that had it last, and its number there.
  private var localSpellings = LocalNumbers()
  private var localTerms = LocalNumbers()
  private var recent = RecentSpellings()
  private var touched: UInt32 = 0
  private var inversion = EpisodeInversion()
  private var layout = EpisodeLayout()

  init(id: Int) {
    self.id = id
  }

  mutating func begin() {
    localSpellings.begin()
    localTerms.begin()
    inversion.removeAll()
    layout.removeAll()
  }

  mutating func add(
    _ block: WordBlock, _ form: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer
  ) {
    block.words.withUnsafeBufferPointer { touched &+= recent.touch($0) }
    var first = 0
    for cue in block.cues {
      block.words.withUnsafeBufferPointer { words in
        add(cue, UnsafeBufferPointer(rebasing: words[first..<cue.wordEnd]), form, text)
      }
      first = cue.wordEnd
    }
  }

  private mutating func add(
    _ cue: WordBlock.Cue, _ words: UnsafeBufferPointer<WordBlock.Word>,
    _ form: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer
  ) {
    layout.begin(cue)
    var end = cue.text.lowerBound
    for index in words.indices {
      let word = words[index]
      let start = max(end, Int(word.start))
      if index == 0 { layout.addLead(text.part(end..<start)) }
      let isLast = index + 1 == words.count
      let next = isLast ? cue.text.upperBound : Int(words[index + 1].start)
      end = max(start, Int(word.end))
      // What folds to nothing between two words that touch belongs to the first one.
      if word.gap == .none, !isLast { end = max(end, next) }
      add(word, spelling: start..<end, text, form)
      layout.addWord(word.gap, isLast: isLast, followedBy: text.part(end..<max(end, next)))
    }
    if words.isEmpty { layout.addLead(text.part(cue.text)) }
    layout.endCue(words: inversion.count)
  }

  @inline(__always)
  private mutating func add(
    _ word: WordBlock.Word, spelling range: Range<Int>, _ text: UnsafeRawBufferPointer,
    _ form: UnsafeRawBufferPointer
  ) {
    guard let slot = recent.slot(of: word.lexiconID),
      let bytes = RecentSpellings.Bytes(range, of: text)
    else {
      return inversion.add(find(word, text.part(range), form).number, kind: word.kind)
    }
    let episode = localSpellings.episode
    let known = recent.entry(slot, bytes, episode: episode)
    if let known, known.isHere {
      return inversion.add(known.entry.number, kind: word.kind)
    }
    let found =
      known.map { locate($0.entry.spelling, of: $0.entry.term) }
      ?? find(word, text.part(range), form)
    recent.remember(
      slot, bytes, episode: episode, number: found.number, spelling: found.spelling,
      term: found.term)
    inversion.add(found.number, kind: word.kind)
  }

  private typealias Found = (number: UInt32, spelling: UInt32, term: UInt32)

  /// The spelling of a word, by its bytes.
  private mutating func find(
    _ word: WordBlock.Word, _ bytes: UnsafeRawBufferPointer, _ form: UnsafeRawBufferPointer
  ) -> Found {
    let key = form.part(Int(word.keyStart)..<Int(word.keyEnd))
    let term = table.term(key, lexiconID: word.lexiconID)
    return locate(table.spelling(bytes, of: term), of: term)
  }

  /// A spelling with its number in the episode, which it may get now.
  private mutating func locate(_ spelling: UInt32, of term: UInt32) -> Found {
    let (number, isNew) = localSpellings.number(of: spelling)
    if isNew {
      let (localTerm, isNewTerm) = localTerms.number(of: term)
      inversion.addSpelling(localTerm, isNewTerm: isNewTerm)
    }
    return (number, spelling, term)
  }

  mutating func finish(_ record: EpisodeRecord) -> EncodedEpisode {
    var episode = EncodedEpisode(record: record, encoder: id)
    layout.finish()
    episode.record.wordCount = inversion.count
    episode.record.cueCount = layout.cueCount
    episode.record.duration = layout.duration
    inversion.write(to: &episode)
    layout.write(to: &episode.words, stream: inversion.stream, spellings: inversion.spellingCount)
    episode.spellings = localSpellings.members
    episode.terms = localTerms.members
    addNews(to: &episode)
    return episode
  }

  private mutating func addNews(to episode: inout EncodedEpisode) {
    for term in knownTerms..<table.termCount { episode.newTerms.append(table.terms[term]) }
    for spelling in knownSpellings..<table.spellingCount {
      episode.newSpellings.append(table.spellings[spelling])
      episode.newSpellingTerms.append(table.termsOfSpellings[spelling])
    }
    (knownTerms, knownSpellings) = (table.termCount, table.spellingCount)
  }
}

/// Numbers, from 0 in each episode, what has a number of its own.
private struct LocalNumbers {
  /// The episode in the high half, the number in it in the low half.
  private var entries: [UInt64] = []
  private(set) var episode: UInt32 = 0
  /// What was numbered, in order.
  private(set) var members: [UInt32] = []

  mutating func begin() {
    episode += 1
    members.removeAll(keepingCapacity: true)
  }

  @inline(__always)
  mutating func number(of member: UInt32) -> (number: UInt32, isNew: Bool) {
    let index = Int(member)
    if index < entries.count, entries[index] >> 32 == UInt64(episode) {
      return (UInt32(truncatingIfNeeded: entries[index]), false)
    }
    return (add(index), true)
  }

  private mutating func add(_ index: Int) -> UInt32 {
    if index >= entries.count {
      entries += repeatElement(0, count: max(index + 1, entries.count * 2) - entries.count)
    }
    let number = UInt32(members.count)
    members.append(UInt32(index))
    entries[index] = UInt64(episode) << 32 | UInt64(number)
    return number
  }
}
