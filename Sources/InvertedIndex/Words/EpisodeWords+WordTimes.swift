extension EpisodeWords.Details {
  /// When words begin that stand in a part of the text.
  ///
  /// - Complexity: O(log n).
  package func wordTimes(in text: Range<Int>) -> ArraySlice<WordBlock.WordTime> {
    wordTimes[wordTimeCount(before: text.lowerBound)..<wordTimeCount(before: text.upperBound)]
  }

  /// When the word begins in which a place of a cue lies, in milliseconds; `nil` where that is not known.
  package func wordStart(at place: Int, in cue: CueRecord) -> Int? {
    guard cue.text.contains(place) else { return nil }
    return wordTimes(in: cue.text.lowerBound..<place + 1).last.map { Int($0.start) }
  }

  private func wordTimeCount(before offset: Int) -> Int {
    var (low, high) = (0, wordTimes.count)
    while low < high {
      let middle = (low + high) / 2
      if wordTimes[middle].offset < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
