import InvertedIndex

/// The parts into which recordings are divided: of a fixed length, or a fixed number of them.
public struct RecordingPart: Hashable, Sendable {
  private enum Size: Hashable {
    /// In milliseconds, whole seconds, from the start of the recording.
    case length(Int)
    /// A number of parts of equal length, from the start to the latest time of the cues.
    case fraction(Int)
  }

  private let size: Size

  private static let fractions = [
    ("half", 2), ("third", 3), ("quarter", 4), ("fifth", 5), ("tenth", 10),
  ]

  /// Creates parts from their name.
  ///
  /// - Parameter text: `half`, `third`, `quarter`, `fifth`, `tenth`, or a length in whole seconds, such as
  ///   `10min`.
  /// - Returns: `nil` for any other text.
  public init?(_ text: String) {
    if let fraction = Self.fractions.first(where: { $0.0 == text }) {
      size = .fraction(fraction.1)
    } else if let length = RecordingTime.milliseconds(text), length >= 1000, length % 1000 == 0 {
      size = .length(length)
    } else {
      return nil
    }
  }

  /// The name, from which `init(_:)` makes an equal value.
  public var name: String {
    switch size {
    case .length(let length): "\(length / 1000)s"
    case .fraction(let count): Self.fractions.first { $0.1 == count }?.0 ?? ""
    }
  }

  /// The part in which a cue starts: `00:10:00..00:20:00`, which filters on `time:` take, or `03/10`.
  ///
  /// - Parameters:
  ///   - start: in milliseconds.
  ///   - duration: of the episode, in milliseconds.
  /// - Returns: empty for a cue without a start.
  package func label(of start: Int?, duration: Int?) -> String {
    guard let start else { return "" }
    switch size {
    case .length(let length):
      let first = start / length * length
      return Self.clock(first) + ".." + Self.clock(first + length)
    case .fraction(let count):
      let part = duration.map { $0 > 0 ? min(count - 1, start * count / $0) : 0 } ?? 0
      let digits = String(count).utf8.count
      return Self.padded(part + 1, digits) + "/\(count)"
    }
  }

  private static func clock(_ time: Int) -> String {
    [time / 3_600_000, time / 60_000 % 60, time / 1000 % 60].map { padded($0, 2) }
      .joined(separator: ":")
  }

  private static func padded(_ number: Int, _ digits: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, digits - text.utf8.count)) + text
  }
}
