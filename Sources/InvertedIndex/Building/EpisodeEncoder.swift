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
  private var lexicon = LexiconTerms()
  private var recent = RecentSpellings()
  private var localSpellings = LocalNumbers()
  /// The terms of the episode, in the order of their numbers there.
  private var localTerms = ScratchList<UInt32>()
  private var inversion = EpisodeInversion()
  private var layout = EpisodeLayout()
  private var cueHash = CueHash()

  /// The terms of the first words of a block, as far as the lexicon's ids tell.
  private var terms = ScratchList<UInt32>()
  /// How many words' terms are looked up at a time.
  private static let lookahead = 128

  init(id: Int) {
    self.id = id
  }

  mutating func begin() {
    localSpellings.begin()
    recent.begin()
    localTerms.removeAll()
    inversion.removeAll()
    layout.removeAll()
    cueHash = CueHash()
  }

  mutating func add(
    _ block: WordBlock, _ form: UnsafeRawBufferPointer, _ text: UnsafeRawBufferPointer
  ) {
    inversion.reserve(block.words.count)
    terms.removeAll()
    terms.reserve(block.words.count)
    block.words.withUnsafeBufferPointer { words in
      var first = 0
      var times = block.wordTimes[...]
      for cue in block.cues {
        cueHash.add(text.part(cue.text), start: cue.start, end: cue.end)
        let own = times.prefix { $0.offset < cue.text.upperBound }
        times = times[own.endIndex...]
        layout.begin(cue, words: cue.wordEnd - first, times: own)
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
      let word = words[index]
      let next = Int(words[index + 1].start)
      if word.gap == .none {
        // What folds to nothing between two words that touch belongs to the first one.
        let end = max(start, Int(word.end), next)
        add(words, index, spelling: start..<end, text, form)
        layout.addWord()
        start = end
      } else {
        let end = max(start, Int(word.end))
        add(words, index, spelling: start..<end, text, form)
        start = max(end, next)
        layout.addWord(word.gap, followedBy: text.part(end..<start))
        if word.gap == .other {
          layout.addJoiner(
            form.part(Int(word.keyEnd)..<Int(words[index + 1].keyStart)),
            original: text.part(end..<start))
        }
      }
    }
    let last = words[range.upperBound - 1]
    let end = max(start, Int(last.end))
    add(words, range.upperBound - 1, spelling: start..<end, text, form)
    layout.addLastWord(last.gap, followedBy: text.part(end..<max(end, cue.text.upperBound)))
  }

  /// Looks up the terms of the next words, and asks for their entries.
  ///
  /// With little else in the loops the processor fetches many at a time.
  private mutating func lookUp(_ words: UnsafeBufferPointer<WordBlock.Word>) {
    let range = terms.count..<min(terms.count + Self.lookahead, words.count)
    for index in range { terms.put(lexicon[words[index].lexiconID] ?? .max) }
    for index in range where terms.base[index] != .max { recent.ask(for: terms.base[index]) }
  }

  @inline(__always)
  private mutating func add(
    _ words: UnsafeBufferPointer<WordBlock.Word>, _ index: Int, spelling range: Range<Int>,
    _ text: UnsafeRawBufferPointer, _ form: UnsafeRawBufferPointer
  ) {
    if index >= terms.count { lookUp(words) }
    let word = words[index]
    let spelling = RecentSpellings.Spelling(range, of: text, kind: word.kind)
    var term = terms.base[index]
    if term == .max { term = lexicon[word.lexiconID] ?? findTerm(word, form) }
    let number =
      recent.number(term, spelling) ?? find(spelling, text.part(range), of: term, word.kind)
    inversion.add(number)
  }

  /// The term of a word, by its key. A word may stand in the text with an id and without one, as a
  /// user's word does.
  private mutating func findTerm(
    _ word: WordBlock.Word, _ form: UnsafeRawBufferPointer
  ) -> UInt32 {
    let term = table.term(form.part(Int(word.keyStart)..<Int(word.keyEnd)))
    if Int(term) == recent.termCount { recent.addTerm() }
    lexicon.set(word.lexiconID, to: term)
    return term
  }

  /// The number of a spelling in the episode, which it may get now.
  private mutating func find(
    _ spelling: RecentSpellings.Spelling, _ bytes: UnsafeRawBufferPointer, of term: UInt32,
    _ kind: UInt8
  ) -> UInt32 {
    let known = recent.spelling(term, spelling) ?? table.spelling(bytes, of: term)
    let localTerm = recent.localTerm(term)
    let (number, isNew) = localSpellings.number(of: known)
    if isNew {
      inversion.addSpelling(
        localTerm ?? UInt32(localTerms.count), isNewTerm: localTerm == nil)
    }
    recent.remember(
      term, spelling, number: number, spelling: known,
      localTerm: localTerm ?? UInt32(localTerms.count))
    if localTerm == nil { localTerms.append(term) }
    inversion.note(kind, of: number)
    return number
  }

  mutating func finish(_ record: EpisodeRecord) -> EncodedEpisode {
    var episode = EncodedEpisode(record: record, encoder: id)
    layout.finish()
    episode.record.cueHash = cueHash.value
    episode.record.wordCount = inversion.count
    episode.record.cueCount = layout.cueCount
    episode.record.duration = layout.duration
    inversion.write(to: &episode)
    episode.words = layout.bytes(
      stream: inversion.stream.elements, spellings: inversion.spellingCount)
    episode.spellings = Array(localSpellings.members.elements)
    episode.terms = Array(localTerms.elements)
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
