/// Collects the cues of one transcript.
struct TranscriptBuilder {
  private let source: SourceText
  private var list = CueList()
  private var speakers: [String] = []
  private var speakerNumbers: [String: Int] = [:]
  /// Whom the last cue with a speaker named.
  private var lastSpeaker: (name: String, number: Int?)?
  private var warnings: WarningList
  private var oddities = CueOddities()
  private var elementsWithoutText: (count: Int, first: Int)?
  private var lastStart: Int32 = 0
  /// What the file says of its episode.
  var metadata = TranscriptMetadata()
  /// The line of the file, from 1, that the next cue begins on, where the reader knows it.
  var line: Int?
  /// Where in the words of the next cue the first part begins that is to look otherwise, in bytes.
  var highlight: Int?
  /// When words of the next cue begin, in milliseconds, by their places in it.
  private var wordTimes: [(place: Int, start: Int)] = []
  /// Whether cues are put in the order of their starts, as where each speaker has a track; those without a
  /// start stay behind the cue that they follow.
  var sortsByStart = false

  /// So many bytes of a file make a cue, at the least: room for more of them is made as they come.
  private static let usualCueLength = 64

  init(source: SourceText) {
    self.source = source
    warnings = WarningList(source.warnings)
    makeRoom()
  }

  /// A builder that has what this one has, and room for what comes.
  func copied() -> TranscriptBuilder {
    var copy = self
    copy.makeRoom()
    return copy
  }

  private mutating func makeRoom() {
    list.reserve(bytes: source.bytes.count, cues: source.bytes.count / Self.usualCueLength)
  }

  /// Adds a cue unless it holds nothing but white space.
  ///
  /// Line breaks inside the text become single spaces. An end before the start is taken as the start; a time
  /// below zero as zero; times that are too late to be stored are unknown.
  ///
  /// - Parameters:
  ///   - start: in milliseconds, as all times; `nil` where it is unknown.
  ///   - end: `nil` where the format has none: the cue ends where the next one begins.
  mutating func append(
    _ words: ArraySlice<UInt8>, start: Int? = nil, end: Int? = nil, speaker: String? = nil
  ) {
    words.withUnsafeBufferPointer { append($0, start: start, end: end, speaker: speaker) }
  }

  mutating func append(
    _ words: UnsafeBufferPointer<UInt8>, start: Int? = nil, end: Int? = nil, speaker: String? = nil
  ) {
    let mark = highlight
    highlight = nil
    guard let text = list.appendText(UnsafeRawBufferPointer(words)) else {
      return wordTimes.removeAll()
    }
    let times = (known(start), known(end))
    if !sortsByStart, let start = times.0 {
      if start < lastStart { oddities.note(.disordered, at: line) }
      lastStart = start
    }
    let cue = Cue(
      text: text, start: times.0, end: times.1.map { max($0, times.0 ?? $0) },
      speaker: speaker.flatMap { number(of: $0) })
    list.append(cue)
    if let mark { list.mark(mark, of: UnsafeRawBufferPointer(words)) }
    guard !wordTimes.isEmpty else { return }
    list.append(wordTimes, of: UnsafeRawBufferPointer(words))
    wordTimes.removeAll(keepingCapacity: true)
  }

  /// Tells when a word of the next cue begins. One that is said outside of its cue, or before the word in front of it,
  /// has no time.
  ///
  /// - Parameters:
  ///   - start: in milliseconds; `nil` where it is unknown.
  ///   - place: where in the words of the cue it stands, in bytes, or white space before it; not before the last one.
  mutating func addWordTime(_ start: Int?, at place: Int) {
    if let start { wordTimes.append((place, start)) }
  }

  /// The texts of the cues so far, a line each; `nil` where one has a time or a speaker.
  var plainLines: [UInt8]? {
    guard list.cues.allSatisfy({ $0.start == nil && $0.speaker == nil }) else { return nil }
    return list.cues.reduce(into: []) { lines, cue in
      lines += list.text[cue.text]
      lines.append(0x0A)
    }
  }

  /// Forgets the cues so far, for a reader that reads their texts otherwise.
  mutating func removeCues() { list = CueList() }

  /// How many cues there are so far.
  var cueCount: Int { list.cues.count }

  /// Notes a tag without an end, which takes what follows of its cue.
  mutating func noteUnclosedTag() { oddities.note(.unclosed, at: line) }

  /// Notes a line that belongs to no cue.
  mutating func noteStrayLine() { oddities.note(.stray, at: line) }

  /// Notes a cue that has times and no text.
  mutating func noteEmptyCue() { oddities.note(.empty, at: line) }

  /// Adds an element of a JSON list as a cue; one without text is counted.
  ///
  /// - Parameter number: the number of the element in its list, from 1.
  mutating func append(
    element text: JSONValue?, number: Int, start: Int?, end: Int?, speaker: String? = nil
  ) {
    guard let bytes = text?.bytes else {
      elementsWithoutText = (
        (elementsWithoutText?.count ?? 0) + 1, elementsWithoutText?.first ?? number
      )
      return
    }
    let count = cueCount
    append(bytes, start: start, end: end, speaker: speaker)
    if cueCount == count { noteEmptyCue() }
  }

  /// A time, unless it is later than can be told.
  private mutating func known(_ time: Int?) -> Int32? {
    guard let time else { return nil }
    if time < 0 { oddities.note(.negative, at: line) }
    guard time < Int32.max else {
      oddities.note(.late, at: line)
      return nil
    }
    return Int32(max(time, 0))
  }

  /// Notes damage at a position of the source's bytes; of each kind the first places, and how many more there are.
  mutating func warn(_ code: TranscriptWarning.Code, line: Int? = nil, position: Int? = nil) {
    let offset = position.flatMap { source.fileOffset(of: $0) }
    warnings.append(TranscriptWarning(code, byteOffset: offset, line: line))
  }

  private mutating func number(of speaker: String) -> Int? {
    if let lastSpeaker, lastSpeaker.name == speaker { return lastSpeaker.number }
    let number = newNumber(of: speaker)
    lastSpeaker = (speaker, number)
    return number
  }

  private mutating func newNumber(of speaker: String) -> Int? {
    if let number = speakerNumbers[speaker] { return number }
    let speaker = Array(speaker.utf8)[...].trimmed.string
    guard !speaker.isEmpty else { return nil }
    if let number = speakerNumbers[speaker] { return number }
    speakers.append(speaker)
    speakerNumbers[speaker] = speakers.count - 1
    return speakers.count - 1
  }

  /// The transcript with clean cues, with speakers taken from prefixes where the format named none, and ends from the
  /// cues that follow.
  mutating func finish(
    format: TranscriptFormat, cleaning: CueCleaning = CueCleaning()
  ) -> Transcript {
    list.clean(cleaning, sortsByStart: sortsByStart)
    if speakers.isEmpty { takeSpeakerPrefixes() }
    CueOrder.addEnds(to: &list.cues)
    if let (count, first) = elementsWithoutText {
      warn(.elementsWithoutText(count: count, first: first))
    }
    return Transcript(
      text: list.text, cues: list.cues, speakers: speakers, encoding: source.encoding,
      format: format, warnings: allWarnings, metadata: metadata, wordTimes: list.shownWordTimes,
      mergedCues: list.mergedCues, linesLeftOut: list.linesLeftOut)
  }

  /// Those of places, then those of what is odd throughout, and last that there is no text.
  private var allWarnings: [TranscriptWarning] {
    let none: TranscriptWarning.Code = list.linesLeftOut > 0 ? .noHan : .noText
    return warnings.warnings + oddities.warnings
      + (list.cues.isEmpty ? [TranscriptWarning(none)] : [])
  }

  /// Turns `主席：大家好` into a speaker and a cue, if nine cues in ten look like that.
  private mutating func takeSpeakerPrefixes() {
    guard haveSpeakerPrefixes else { return }
    var last: (name: ArraySlice<UInt8>, number: Int?)?
    for index in list.cues.indices {
      if let prefix = SpeakerPrefix(list.text[list.cues[index].text]) {
        // The name is the same as long as one speaks.
        if last?.name != prefix.name { last = (prefix.name, number(of: prefix.name.string)) }
        list.cues[index].text = prefix.end..<list.cues[index].text.upperBound
      }
      list.cues[index].speaker = last?.number
    }
    list.cues.removeAll { $0.text.isEmpty }
  }

  /// Whether nine cues in ten begin with what may be a speaker.
  private var haveSpeakerPrefixes: Bool {
    var missing = 0
    for cue in list.cues where SpeakerPrefix(list.text[cue.text]) == nil {
      missing += 1
      // Most texts are decided by their first lines.
      if missing * 10 > list.cues.count { return false }
    }
    return missing < list.cues.count
  }
}
