import BenchmarkInputs

/// What `zimu-peer` is asked to do.
enum PeerCommand {
  /// Segments the lines of a file so many times and tells how fast.
  case segment(file: String, passes: Int)
  /// Prints the words of the repository's corpus, a cue a line.
  case corpus

  init(arguments: some Collection<String>) throws {
    let words = Array(arguments)
    if words == ["corpus"] {
      self = .corpus
    } else if words.count == 3, words[0] == "segment", let passes = Int(words[2]), passes > 0 {
      self = .segment(file: words[1], passes: passes)
    } else {
      throw InputError("usage: zimu-peer segment FILE PASSES, or zimu-peer corpus")
    }
  }

  /// - Returns: what to print.
  func run() throws -> String {
    switch self {
    case .segment(let file, let passes):
      try SegmentRun(file: file).measure(passes: passes)
    case .corpus:
      String(decoding: try Self.corpusText(), as: UTF8.self)
    }
  }

  private static func corpusText() throws -> [UInt8] {
    let episodes = try TextSample.corpus.read()
    return Array(episodes.map(\.joined).joined(separator: [UInt8(ascii: "\n")]))
  }
}
