/// The points in time of an annotated recording, in order, some of which are not known.
struct Timeline {
  private var ids: [String] = []
  private var times: [Double?] = []
  /// The numbers of those points that were there when one was last asked for.
  private var numbers: [String: Int] = [:]
  private var numbered = 0

  /// - Parameter time: in milliseconds.
  mutating func append(_ id: String, at time: Double?) {
    ids.append(id)
    times.append(time)
  }

  mutating func number(of id: String?) -> Int? {
    guard let id else { return nil }
    if numbered < ids.count {
      numbers.reserveCapacity(ids.count)
      for number in numbered..<ids.count { numbers[ids[number]] = number }
      numbered = ids.count
    }
    return numbers[id]
  }

  /// Spreads points without a time evenly between those around them that have one. At the ends they stay unknown.
  ///
  /// - Complexity: O(n).
  mutating func interpolate() {
    var known: Int?
    for (index, time) in times.enumerated() where time != nil {
      if let known, let from = times[known], let to = time, to >= from {
        let step = (to - from) / Double(index - known)
        for place in known + 1..<max(index, known + 1) {
          times[place] = from + step * Double(place - known)
        }
      }
      known = index
    }
  }

  func milliseconds(_ number: Int?) -> Int? {
    number.flatMap { TimeCode.milliseconds(times[$0]) }
  }
}
