/// The cues of a transcript with what tells what is to be cleaned: where their lines break, and which parts are marked.
struct CueList {
  /// Where the words stand; between cues that follow one another there is white space.
  private(set) var text: [UInt8] = []
  /// Where the first byte of the words stands that were added last, or would if it were none of white space.
  private(set) var textStart = 0
  /// When words begin, in order of their places.
  var wordTimes: [WordTime] = []
  var cues: [Cue] = []
  /// Where in the text a space stands for a line break, in order.
  private var breaks: [Int] = []
  /// By cue, where in the text its first part begins that is to look otherwise.
  private var marks: [Int: Int] = [:]
  /// How many cues are gone because captions wrote them again, and how many lines because of their script.
  private(set) var mergedCues = 0
  private(set) var linesLeftOut = 0
}

extension CueList {
  mutating func reserve(bytes: Int, cues count: Int) {
    text.reserveCapacity(bytes)
    cues.reserveCapacity(count)
  }

  /// Adds a cue whose text was added last.
  mutating func append(_ cue: Cue) { cues.append(cue) }

  /// Tells where in the words of the last cue the first part begins that is to look otherwise.
  mutating func mark(_ place: Int, of words: UnsafeRawBufferPointer) {
    var places = RepairedPlaces(words, from: textStart)
    marks[cues.count - 1] = places.place(of: place)
  }

  /// Adds the text of a cue.
  ///
  /// - Returns: where it is, without white space at its ends; `nil` where it is nothing else, and is not added.
  mutating func appendText(_ words: UnsafeRawBufferPointer) -> Range<Int>? {
    let first = text.count
    guard words.hasControl else {
      let trimmed = words.trimmed
      textStart = first - trimmed.lowerBound
      text.append(contentsOf: words[trimmed])
      return ended(first..<text.count, from: first)
    }
    textStart = first
    text.append(contentsOf: words)
    repairControls(from: first)
    return ended(text[first...].trimmed.indices, from: first)
  }

  private mutating func ended(_ range: Range<Int>, from first: Int) -> Range<Int>? {
    if range.isEmpty {
      text.removeSubrange(first...)
      while let last = breaks.last, last >= first { breaks.removeLast() }
      return nil
    }
    text.append(0x0A)
    return range
  }

  /// Makes spaces of tabs and line breaks, and U+FFFD of NUL.
  private mutating func repairControls(from first: Int) {
    if text[first...].contains(0) {
      let words = text[first...].split(separator: 0, omittingEmptySubsequences: false)
      text.replaceSubrange(first..., with: Array(words.joined(separator: "\u{FFFD}".utf8)))
    }
    var (place, last): (Int, UInt8) = (first, 0)
    for index in first..<text.count {
      let byte = text[index]
      // A line may end at CR and LF together.
      if byte != 0x0A || last != 0x0D {
        if byte == 0x0A || byte == 0x0D { breaks.append(place) }
        text[place] = byte == 0x09 || byte == 0x0A || byte == 0x0D ? 0x20 : byte
        place += 1
      }
      last = byte
    }
    text.removeSubrange(place...)
  }
}

extension CueList {
  /// Cleans the cues.
  ///
  /// - Parameter sortsByStart: whether the cues are put in the order of their starts.
  /// - Complexity: O(n log n).
  mutating func clean(_ cleaning: CueCleaning, sortsByStart: Bool) {
    if !cleaning.keepsRepeats { mergeRepeats() }
    if sortsByStart { cues = CueOrder.sorted(cues) }
    joinTwins()
    if cleaning.script == .han { keepHan() }
    if SpacedHan.isIn(text) { joinHan() }
    marks = [:]
  }

  private var lines: CaptionLines { CaptionLines(text: text, breaks: breaks) }

  /// Makes one cue of those that captions write again.
  private mutating func mergeRepeats() {
    let count = cues.count
    let words = HighlightedWords(text: text, cues: cues, marks: marks)
    if let merged = words.merged() {
      cues = merged.cues
      insert(merged.times)
    }
    if let merged = RollingCaptions(cues: cues, lines: lines).merged() {
      cues = merged.cues
      carryTimes(of: merged.growths)
    }
    mergedCues = count - cues.count
  }

  private mutating func joinTwins() {
    guard let twins = TwinCues(text: text, cues: cues) else { return }
    let lines = lines
    cues = twins.groups.map { first, twin in
      guard let twin else { return first }
      var cue = first
      let ranges = lines.ranges(in: first)
      cue.text = write(ranges + lines.ranges(in: twin))
      beginTwin(at: cue.text.lowerBound + ranges.reduce(0) { $0 + $1.count + 1 }, of: cue)
      return cue
    }
  }

  /// Leaves out lines without Han.
  private mutating func keepHan() {
    var kept: [Cue] = []
    let lines = lines
    for var cue in cues {
      let all = lines.ranges(in: cue)
      let han = all.filter { HanText.isIn(text[$0]) }
      linesLeftOut += all.count - han.count
      guard let first = han.first, let last = han.last else { continue }
      let between = all.drop { $0 != first }.prefix { $0.upperBound <= last.upperBound }
      cue.text = between.count == han.count ? first.lowerBound..<last.upperBound : write(han)
      kept.append(cue)
    }
    cues = kept
  }

  private mutating func joinHan() {
    for (number, cue) in cues.enumerated() {
      let start = text.count
      text += SpacedHan.joined(text[cue.text])
      cues[number].text = start..<text.count
      copyTimes(of: cue.text, to: start..<text.count)
      text.append(0x0A)
    }
  }

  /// Writes lines that are not in one piece behind all others.
  private mutating func write(_ lines: [Range<Int>]) -> Range<Int> {
    let start = text.count
    for line in lines {
      text += text[line]
      copyTimes(of: line, to: text.count - line.count..<text.count)
      breaks.append(text.count)
      text.append(0x20)
    }
    // The last one is the end of the cue.
    breaks.removeLast()
    text[text.count - 1] = 0x0A
    return start..<(text.count - 1)
  }
}
