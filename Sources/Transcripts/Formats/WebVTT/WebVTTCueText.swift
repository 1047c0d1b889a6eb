/// The text of WebVTT cues, by the cue text parser of the specification, section 6.4.
///
/// One thing differs from the text of its tree on purpose: the readings of ruby are no text.
struct WebVTTCueText {
  /// The only line of the cue, or its first.
  private var first: ArraySlice<UInt8>?
  /// All lines with line feeds between, where there are several.
  private var joined: [UInt8] = []
  private var runs = VoiceRuns()

  mutating func removeAll() {
    first = nil
    joined.removeAll(keepingCapacity: true)
  }

  /// Adds a line of the cue.
  mutating func append(_ line: ArraySlice<UInt8>) {
    guard let first else {
      first = line
      return
    }
    if joined.isEmpty { joined += first }
    joined.append(0x0A)
    joined += line
  }

  /// Adds a cue for each voice to the transcript.
  mutating func write(_ start: Int, _ end: Int, to builder: inout TranscriptBuilder) {
    let source = joined.isEmpty ? first ?? [] : joined[...]
    let count = builder.cueCount
    if let markup = source.markup(from: source.startIndex) {
      var tokens = WebVTTTokenizer(source, at: markup)
      runs.begin(source[..<markup], start, end)
      while let token = tokens.next() { runs.take(token, &builder) }
      runs.flush(&builder)
      if tokens.isCutShort { builder.noteUnclosedTag() }
    } else {
      builder.append(source, start: start, end: end)
    }
    if builder.cueCount == count { builder.noteEmptyCue() }
  }

  /// Follows the tags of a cue, and puts what one voice says together.
  private struct VoiceRuns {
    private var text: [UInt8] = []
    private var (start, end) = (0, 0)
    private var voice: String?
    private var tree = WebVTTCueTree()
    /// Where the first part of the text begins that is marked.
    private var highlight: Int?
    /// When what comes next is said, and when words of the text are, by their places.
    private var time: Int?
    private var times: [(place: Int, start: Int)] = []

    mutating func begin(_ words: ArraySlice<UInt8>, _ start: Int, _ end: Int) {
      (self.start, self.end, voice, time) = (start, end, nil, nil)
      tree.removeAll()
      text += words
    }

    mutating func take(_ token: WebVTTTokenizer.Token, _ builder: inout TranscriptBuilder) {
      switch token {
      case .tag(let tag):
        tree.meet(tag)
        time = tag.time ?? time
        if highlight == nil, tag.isHighlight { highlight = text.count }
      case .text(let words): append(words, &builder)
      case .reference(let character): append(character[...], &builder)
      }
    }

    private mutating func append(
      _ words: ArraySlice<UInt8>, _ builder: inout TranscriptBuilder
    ) {
      guard !tree.isReading else { return }
      if voice != tree.voice { flush(&builder) }
      voice = tree.voice
      if let time { times.append((text.count, time)) }
      time = nil
      text += words
    }

    /// The text less the voice's name and a colon, which noScribe writes once more.
    private var words: ArraySlice<UInt8> {
      guard let voice, !voice.isEmpty, text.starts(with: voice.utf8) else { return text[...] }
      let rest = text[voice.utf8.count...]
      return rest.first == UInt8(ascii: ":") ? rest.dropFirst() : text[...]
    }

    mutating func flush(_ builder: inout TranscriptBuilder) {
      let words = words
      builder.highlight = highlight
      for (place, time) in times { builder.addWordTime(time, at: place - words.startIndex) }
      builder.append(words, start: start, end: end, speaker: voice)
      text.removeAll(keepingCapacity: true)
      times.removeAll(keepingCapacity: true)
      highlight = nil
    }
  }
}
