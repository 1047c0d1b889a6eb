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
private struct EncoderRun: ~Copyable {
  let id: Int
  private var table = SpellingTable()
  /// How many terms and spellings were handed on.
  private var (knownTerms, knownSpellings) = (0, 0)
  /// By spelling and by term: the number of the episode that had it last, and its number there.
  private var localSpellings = LocalNumbers()
  private var localTerms = LocalNumbers()
  private var recent = RecentSpellings()
  private var inversion = EpisodeInversion()
  private var layout = EpisodeLayout()

  init(id: Int) {
    self.id = id
  }

  mutating func begin() {
    localSpellings.begin()
    localTerms.begin()
    recent.begin()
    inversion.removeAll()
    layout.removeAll()
  }

  mutating func add(
    _ block: WordBlock, _ form: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer
  ) {
    inversion.reserve(block.words.count)
    block.words.withUnsafeBufferPointer { words in
      recent.ask(for: words.prefix(RecentSpellings.distance))
      var first = 0
      for cue in block.cues {
        layout.begin(cue, words: cue.wordEnd - first)
        if first == cue.wordEnd {
          layout.addLead(text.part(cue.text))
        } else {
          add(cue, words, first..<cue.wordEnd, form, text)
        }
        layout.endCue(words: inversion.count)
        first = cue.wordEnd
      }
    }
  }

  /// Adds the words of a cue that has some.
  private mutating func add(
    _ cue: WordBlock.Cue, _ words: UnsafeBufferPointer<WordBlock.Word>, _ range: Range<Int>,
    _ form: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer
  ) {
    var start = max(cue.text.lowerBound, Int(words[range.lowerBound].start))
    layout.addLead(text.part(cue.text.lowerBound..<start))
    for index in range.dropLast() {
      let ahead = index + RecentSpellings.distance
      if ahead < words.count { recent.ask(for: words[ahead].lexiconID) }
      let word = words[index]
      let next = Int(words[index + 1].start)
      if word.gap == .none {
        // What folds to nothing between two words that touch belongs to the first one.
        let end = max(start, Int(word.end), next)
        add(word, spelling: start..<end, text, form)
        layout.addWord()
        start = end
      } else {
        let end = max(start, Int(word.end))
        add(word, spelling: start..<end, text, form)
        start = max(end, next)
        layout.addWord(word.gap, followedBy: text.part(end..<start))
      }
    }
    let last = words[range.upperBound - 1]
    let end = max(start, Int(last.end))
    add(last, spelling: start..<end, text, form)
    layout.addLastWord(last.gap, followedBy: text.part(end..<max(end, cue.text.upperBound)))
  }

  @inline(__always)
  private mutating func add(
    _ word: WordBlock.Word, spelling range: Range<Int>, _ text: UnsafeRawBufferPointer,
    _ form: UnsafeRawBufferPointer
  ) {
    if let slot = recent.slot(of: word.lexiconID),
      let spelling = RecentSpellings.Spelling(range, of: text, kind: word.kind)
    {
      let number =
        recent.number(slot, spelling) ?? find(word, slot, spelling, text.part(range), form)
      inversion.add(number)
    } else {
      let found = find(word, text.part(range), form)
      inversion.note(word.kind, of: found.number)
      inversion.add(found.number)
    }
  }

  private typealias Found = (number: UInt32, spelling: UInt32, term: UInt32)

  /// The number of a spelling that stands for the first time in the episode, as far as its entry
  /// among the recent ones tells.
  private mutating func find(
    _ word: WordBlock.Word, _ slot: Int, _ spelling: RecentSpellings.Spelling,
    _ bytes: UnsafeRawBufferPointer, _ form: UnsafeRawBufferPointer
  ) -> UInt32 {
    let found =
      recent.entry(slot, spelling).map { locate($0.spelling, of: $0.term) }
      ?? find(word, bytes, form)
    recent.remember(
      slot, spelling, number: found.number, spelling: found.spelling, term: found.term)
    inversion.note(word.kind, of: found.number)
    return found.number
  }

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
    episode.words = layout.bytes(
      stream: inversion.stream.elements, spellings: inversion.spellingCount)
    episode.spellings = Array(localSpellings.members.elements)
    episode.terms = Array(localTerms.members.elements)
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
private struct LocalNumbers: ~Copyable {
  /// The episode in the high half, the number in it in the low half.
  private var entries = ScratchList<UInt64>()
  private var episode: UInt32 = 0
  /// What was numbered, in order.
  private(set) var members = ScratchList<UInt32>()

  mutating func begin() {
    episode += 1
    members.removeAll()
  }

  @inline(__always)
  mutating func number(of member: UInt32) -> (number: UInt32, isNew: Bool) {
    let index = Int(member)
    if index < entries.count {
      let entry = entries.base[index]
      if entry >> 32 == UInt64(episode) { return (UInt32(truncatingIfNeeded: entry), false) }
    }
    return (add(index), true)
  }

  @inline(__always)
  private mutating func add(_ index: Int) -> UInt32 {
    if index >= entries.count { grow(to: index + 1) }
    let number = UInt32(members.count)
    members.append(UInt32(index))
    entries.base[index] = UInt64(episode) << 32 | UInt64(number)
    return number
  }

  private mutating func grow(to count: Int) {
    let old = entries.count
    entries.resize(max(count, 2 * old))
    (entries.base + old).update(repeating: 0, count: entries.count - old)
  }
}
