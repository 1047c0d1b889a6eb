/// Cues of one time in two languages, as translators write them: one cue, with the lines of both.
struct TwinCues {
  /// Pairs of cues that are one, and cues that stand alone.
  let groups: [(first: Cue, twin: Cue?)]
  let count: Int

  /// Looks for twins beside one another; where the times of a file begin anew once, as where one language stands
  /// behind the other, also among its cues by their times, of which two in three then have to be twins.
  ///
  /// - Returns: `nil` where there are none.
  /// - Complexity: O(n log n).
  init?(text: [UInt8], cues: [Cue]) {
    let finder = TwinFinder(text: text)
    if zip(cues, cues.dropFirst()).contains(where: finder.areTwins) {
      (groups, count) = finder.groups(of: cues)
      return
    }
    guard Self.beginsAnewOnce(cues) else { return nil }
    (groups, count) = finder.groups(of: CueOrder.sorted(cues))
    guard count * 3 >= cues.count else { return nil }
  }

  private static func beginsAnewOnce(_ cues: [Cue]) -> Bool {
    let starts = cues.lazy.compactMap(\.start)
    return zip(starts, starts.dropFirst()).lazy.filter { $0 > $1 }.prefix(2).count == 1
  }
}

private struct TwinFinder {
  let text: [UInt8]

  func groups(of cues: [Cue]) -> ([(Cue, Cue?)], Int) {
    var (groups, count, number) = ([(Cue, Cue?)](), 0, 0)
    groups.reserveCapacity(cues.count)
    while number < cues.count {
      let next = number + 1 < cues.count ? cues[number + 1] : nil
      let twin = next.flatMap { areTwins(cues[number], $0) ? $0 : nil }
      groups.append((cues[number], twin))
      count += twin == nil ? 0 : 1
      number += twin == nil ? 1 : 2
    }
    return (groups, count)
  }

  /// Whether two cues have the same times and speaker, and one of them has Han and the other one Latin letters alone.
  func areTwins(_ first: Cue, _ second: Cue) -> Bool {
    guard first.start != nil, first.start == second.start, first.end == second.end,
      first.speaker == second.speaker
    else { return false }
    let words = (text[first.text], text[second.text])
    return HanText.isLatin(words.0) && HanText.isIn(words.1)
      || HanText.isLatin(words.1) && HanText.isIn(words.0)
  }
}
