import Algorithms

extension CueList {
  /// Tells when words of the last cue begin; those that are said outside of it or go back have no time.
  ///
  /// - Parameters:
  ///   - times: by their places in the words, in ascending order.
  ///   - words: as they were added.
  mutating func append(_ times: [(place: Int, start: Int)], of words: UnsafeRawBufferPointer) {
    guard let cue = cues.last, let start = cue.start else { return }
    var places = RepairedPlaces(words, from: textStart)
    var (place, last) = (cue.text.lowerBound, Int(start))
    for time in times where time.start >= last && time.start <= Int(cue.end ?? .max) {
      let told = places.place(of: time.place)
      if told >= cue.text.upperBound { return }
      // What is not behind the last word begins where that does.
      if told > place { place = text[told..<cue.text.upperBound].trimmed.startIndex }
      if wordTimes.last?.offset == place { wordTimes.removeLast() }
      last = time.start
      wordTimes.append(WordTime(offset: place, start: Int32(last)))
    }
  }

  /// Adds times of words that are in order; a word that has one keeps the earlier one.
  mutating func insert(_ times: [WordTime]) {
    let all = (wordTimes + times).sorted { ($0.offset, $0.start) < ($1.offset, $1.start) }
    wordTimes = all.reduce(into: []) { kept, time in
      if kept.last?.offset != time.offset { kept.append(time) }
    }
  }

  /// Gives lines that have grown the times that their words had before.
  ///
  /// - Parameter growths: in order, a line and where it stands once more.
  mutating func carryTimes(of growths: [(line: Range<Int>, place: Int)]) {
    guard !wordTimes.isEmpty else { return }
    var rest = wordTimes[...]
    wordTimes = []
    for (line, place) in growths {
      let new = rest.partitioningIndex { $0.offset >= place }
      wordTimes += rest[..<new]
      rest = rest[new...]
      let known = wordTimes.times(in: line)
      let shift = place - line.lowerBound
      wordTimes += known.map { WordTime(offset: $0.offset + shift, start: $0.start) }
      if let last = wordTimes.last?.offset { rest = rest.drop { $0.offset <= last } }
    }
    wordTimes += rest
  }

  /// Tells that the second line of twins begins with their cue, so that none of its words is taken for what is said
  /// behind the first line.
  mutating func beginTwin(at place: Int, of cue: Cue) {
    guard let start = cue.start, let last = wordTimes.last, cue.text.contains(last.offset) else {
      return
    }
    let index = wordTimes.partitioningIndex { $0.offset >= place }
    guard index == wordTimes.endIndex || wordTimes[index].offset > place else { return }
    wordTimes.insert(WordTime(offset: place, start: start), at: index)
  }

  /// Adds the times of words to a copy of them behind all others, which may lack spaces.
  mutating func copyTimes(of words: Range<Int>, to copy: Range<Int>) {
    guard !wordTimes.isEmpty else { return }
    var (place, target) = (words.lowerBound, copy.lowerBound)
    for time in wordTimes.times(in: words) {
      while place < time.offset {
        if target < copy.upperBound, text[place] == text[target] { target += 1 }
        place += 1
      }
      wordTimes.append(WordTime(offset: target, start: time.start))
    }
  }

  /// The times of the words of the cues as they are at the end.
  ///
  /// A cue whose first word has none begins with it; where that is all that is known, the cue has no times of words.
  var shownWordTimes: [WordTime] {
    guard !wordTimes.isEmpty else { return [] }
    var shown: [WordTime] = []
    shown.reserveCapacity(wordTimes.count)
    for cue in cues {
      guard let start = cue.start else { continue }
      let first = WordTime(offset: cue.text.lowerBound, start: start)
      let times = start...max(start, cue.end ?? .max)
      let own = wordTimes.times(in: cue.text).filter { times.contains($0.start) }
      guard !own.isEmpty, own != [first] else { continue }
      if own[0].offset > first.offset { shown.append(first) }
      shown += own
    }
    return shown.sorted { $0.offset < $1.offset }
  }
}

/// Leads from places in the words of a cue, in ascending order, to their places in the text, where NUL has become U+FFFD
/// and line ends of two bytes have one.
struct RepairedPlaces {
  private let words: UnsafeRawBufferPointer
  /// How many bytes are passed, and where the next one stands.
  private var (passed, place): (Int, Int)

  /// - Parameter start: where the first byte of the words stands.
  init(_ words: UnsafeRawBufferPointer, from start: Int) {
    (self.words, passed, place) = (words, 0, start)
  }

  mutating func place(of offset: Int) -> Int {
    while passed < min(offset, words.count) {
      let isPaired = words[passed] == 0x0A && passed > 0 && words[passed - 1] == 0x0D
      place += isPaired ? 0 : words[passed] == 0 ? 3 : 1
      passed += 1
    }
    return place
  }
}
