import TranscriptGenerator

/// What `zimu-generate` is asked to do.
struct GenerateCommand {
  var style = TranscriptStyle.sayit
  var episodes = 0
  var first = 0
  var seed: UInt64 = 0
  var jobs = 2
  var folder = ""

  static let usage = """
    usage: zimu-generate --episodes N --seed S [--first I] [--style sayit|indigo] [--jobs N] OUT

    Writes the made-up transcripts I to I + N - 1 into the folder OUT, which it creates. I is 0
    where it is not given, the style sayit, the jobs 2.
    """

  /// - Throws: `GenerateError` with the usage where the arguments are not such.
  init(arguments: some Collection<String>) throws {
    var words = ArraySlice(Array(arguments))
    var given = Set<String>()
    while let word = words.popFirst() {
      if word.hasPrefix("--") {
        guard given.insert(word).inserted, let value = words.popFirst(), set(word, to: value) else {
          throw GenerateError(Self.usage)
        }
      } else {
        guard folder.isEmpty, !word.isEmpty else { throw GenerateError(Self.usage) }
        folder = word
      }
    }
    guard given.isSuperset(of: ["--episodes", "--seed"]), !folder.isEmpty else {
      throw GenerateError(Self.usage)
    }
  }

  /// - Returns: whether there is such an option, and it takes such a value.
  private mutating func set(_ option: String, to value: String) -> Bool {
    switch option {
    case "--episodes": Self.set(&episodes, to: Int(value), in: 1...10_000_000)
    case "--first": Self.set(&first, to: Int(value), in: 0...10_000_000)
    case "--jobs": Self.set(&jobs, to: Int(value), in: 1...1024)
    case "--seed": Self.set(&seed, to: UInt64(value), in: 0...UInt64.max)
    case "--style": Self.set(&style, to: TranscriptStyle(rawValue: value))
    default: false
    }
  }

  private static func set<Value: Comparable>(
    _ variable: inout Value, to value: Value?, in range: ClosedRange<Value>
  ) -> Bool {
    guard let value, range.contains(value) else { return false }
    return set(&variable, to: value)
  }

  private static func set<Value>(_ variable: inout Value, to value: Value?) -> Bool {
    guard let value else { return false }
    variable = value
    return true
  }
}
