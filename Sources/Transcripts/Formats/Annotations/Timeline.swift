/// The points in time of an annotated recording, in order, some of which are not known.
struct Timeline {
  private var numbers: [String: Int] = [:]
  private var times: [Double?] = []

  /// - Parameter time: in milliseconds.
  mutating func append(_ id: String, at time: Double?) {
    numbers[id] = times.count
    times.append(time)
  }

  func number(of id: String?) -> Int? { id.flatMap { numbers[$0] } }

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
