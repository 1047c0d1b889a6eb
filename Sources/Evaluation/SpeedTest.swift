import ICUSupport
import TextNormalization
import UserInput
import WordSegmentation

/// Measures how fast this machine cuts and folds some text, engine beside engine.
public struct SpeedTest {
  /// What an engine did.
  public struct Result: Sendable {
    /// `segmentation` or `normalisation`.
    public let task: String
    public let engine: String
    /// Megabytes (10⁶) of UTF-8 a second: the median of the rounds, the slowest and the fastest.
    public let speed: Double
    public let slowest: Double
    public let fastest: Double
    /// Nanoseconds for a code point, the median.
    public let nanosecondsPerCharacter: Double
    /// Words found; `nil` of engines that find none.
    public let words: Int?
    /// The share of ICU's words that stand at the same places here, or of lines that are what ICU makes of
    /// them; `nil` where there is nothing to compare.
    public let agreement: Double?
  }

  /// How much text a round works on at least, and how much of a larger text is taken.
  private static let roundBytes = 4_000_000

  /// UTF-8, none of them empty.
  public let lines: [[UInt8]]
  /// UTF-8 bytes and code points of all lines.
  public let bytes: Int
  public let characters: Int
  /// How often a round goes through all lines.
  public let passes: Int
  /// Whether there are more lines than were taken.
  public let isCut: Bool

  /// - Throws: `InputError` without text.
  public init(_ lines: [[UInt8]]) throws {
    var (taken, size) = ([[UInt8]](), 0)
    for line in lines where !line.isEmpty && size < Self.roundBytes {
      taken.append(line)
      size += line.count
    }
    self.lines = taken
    isCut = taken.count < lines.count(where: { !$0.isEmpty })
    bytes = self.lines.reduce(0) { $0 + $1.count }
    characters = self.lines.reduce(0) { $0 + $1.count { $0 & 0xC0 != 0x80 } }
    guard bytes > 0 else { throw InputError(.noText) }
    passes = max(1, Self.roundBytes / bytes)
  }

  /// Runs all engines, one after the other, so many times.
  ///
  /// - Parameter rounds: at least 1.
  public func run(rounds: Int) throws -> [Result] {
    let engines = try SpeedEngines.all()
    var seconds = engines.map { _ in [Double]() }
    // Once without the clock: dictionaries are read, storage grows.
    for engine in engines { try work(engine, passes: 1) }
    for _ in 0..<max(1, rounds) {
      for (place, engine) in engines.enumerated() {
        let start = ContinuousClock.now
        try work(engine, passes: passes)
        seconds[place].append(start.duration(to: .now) / .seconds(1))
      }
    }
    return try zip(engines, seconds).map { try result($0, $1.sorted()) }
  }

  private func work(_ engine: any SpeedEngine, passes: Int) throws {
    for _ in 0..<passes {
      for line in lines { try engine.work(on: line) }
    }
  }

  private func result(_ engine: any SpeedEngine, _ seconds: [Double]) throws -> Result {
    let median = seconds[seconds.count / 2]
    func speed(_ seconds: Double) -> Double { Double(passes * bytes) / seconds / 1e6 }
    return Result(
      task: engine.task, engine: engine.name, speed: speed(median), slowest: speed(seconds.last!),
      fastest: speed(seconds[0]),
      nanosecondsPerCharacter: median * 1e9 / Double(passes * characters),
      words: try engine.words(in: lines), agreement: try engine.agreement(with: lines))
  }
}
