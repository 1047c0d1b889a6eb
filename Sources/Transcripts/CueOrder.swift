/// The order of cues in time, and what follows from it.
enum CueOrder {
  /// The cues by their starts; one without a start stays behind the cue that it follows.
  ///
  /// - Complexity: O(n log n).
  static func sorted(_ cues: [Cue]) -> [Cue] {
    var last: Int32 = 0
    let keys = cues.map { cue in
      last = cue.start ?? last
      return last
    }
    return cues.indices.sorted { (keys[$0], $0) < (keys[$1], $1) }.map { cues[$0] }
  }

  /// Gives a cue that has a start and no end the start of the next one that begins later, unless one that begins
  /// before it comes first.
  static func addEnds(to cues: inout [Cue]) {
    var (next, later): (Int32?, Int32?) = (nil, nil)
    for index in cues.indices.reversed() {
      let start = cues[index].start
      if start != next { later = next }
      next = start
      guard let start, cues[index].end == nil, let later, later > start else { continue }
      cues[index].end = later
    }
  }
}
