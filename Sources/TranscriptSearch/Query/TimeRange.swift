import InvertedIndex

/// A range of times in a recording: `0:10:00..0:20:00`, `10min..`, `..90`; empty for what has no time.
struct TimeRange: Hashable, Sendable {
  private enum Bounds: Hashable {
    case unknown
    case times(Range<Int>)
  }

  private let bounds: Bounds

  /// - Returns: `nil` for anything else, and for ranges that end before they begin.
  init?(_ text: String) {
    guard !text.isEmpty else {
      bounds = .unknown
      return
    }
    guard let dots = text.firstRange(of: "..") else { return nil }
    let (first, last) = (text[..<dots.lowerBound], text[dots.upperBound...])
    guard !first.isEmpty || !last.isEmpty else { return nil }
    let from = first.isEmpty ? 0 : RecordingTime.milliseconds(first)
    let to = last.isEmpty ? RecordingTime.last + 1 : RecordingTime.milliseconds(last)
    guard let from, let to, from <= to else { return nil }
    bounds = .times(from..<to)
  }

  /// Whether a time, in milliseconds, lies in the range, to which its end does not belong.
  func contains(_ time: Int?) -> Bool {
    switch (bounds, time) {
    case (.unknown, _): time == nil
    case (.times(let range), let time?): range.contains(time)
    case (.times, nil): false
    }
  }
}
