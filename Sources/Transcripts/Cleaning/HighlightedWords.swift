/// Captions that are written again for each word, with a mark on it, as Whisper's `--highlight_words` does: each run
/// of them is one cue.
///
/// A run is cues with the same words and speaker, each beginning where the one in front ends, in which the marks move
/// ahead; cues without a mark are the pauses between the words. Words that are said twice begin with the first mark again,
/// and are two runs.
struct HighlightedWords {
  private let text: [UInt8]
  private let cues: [Cue]
  /// Where in the text the mark of a cue begins.
  private let marks: [Int: Int]

  /// - Parameter marks: by the number of the cue.
  init(text: [UInt8], cues: [Cue], marks: [Int: Int]) {
    (self.text, self.cues, self.marks) = (text, cues, marks)
  }

  /// The cues with one for each run, and when their words begin; `nil` where there are none.
  ///
  /// - Complexity: O(n).
  func merged() -> (cues: [Cue], times: [WordTime])? {
    guard marks.count > 1 else { return nil }
    var (merged, times) = ([Cue](), [WordTime]())
    var number = 0
    while number < cues.count {
      let end = endOfRun(from: number)
      merged.append(cues[number])
      merged[merged.count - 1].end = cues[end - 1].end
      if end > number + 1 { times += wordTimes(ofRun: number..<end) }
      number = end
    }
    return merged.count < cues.count ? (merged, times) : nil
  }

  /// A word begins with the cue that marks it.
  private func wordTimes(ofRun run: Range<Int>) -> [WordTime] {
    run.compactMap { number in
      guard let mark = mark(of: number), let start = cues[number].start else { return nil }
      return WordTime(offset: cues[run.lowerBound].text.lowerBound + mark, start: start)
    }
  }

  /// Where in its words the mark of a cue begins.
  private func mark(of number: Int) -> Int? {
    marks[number].map { $0 - cues[number].text.lowerBound }
  }

  /// The number of the first cue behind the run that begins with a cue.
  private func endOfRun(from start: Int) -> Int {
    var (end, last, found) = (start + 1, mark(of: start), marks[start] == nil ? 0 : 1)
    while end < cues.count, goesOn(from: end - 1, to: end) {
      if let mark = mark(of: end) {
        if let last, mark <= last { break }
        last = mark
        found += 1
      }
      end += 1
    }
    return found > 1 ? end : start + 1
  }

  private func goesOn(from earlier: Int, to later: Int) -> Bool {
    let (first, second) = (cues[earlier], cues[later])
    return CaptionTimes.touch(first, second) && first.speaker == second.speaker
      && first.text.count == second.text.count
      && text[first.text].elementsEqual(text[second.text])
  }
}
