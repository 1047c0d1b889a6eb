import BenchmarkInputs
import WordSegmentation
import Zimu

/// What `zimu-peer` is asked to do.
enum PeerCommand {
  /// Works on a file so many times and tells how fast.
  case measure(PeerTask, file: String, cut: FileCut, passes: Int)
  /// Makes a lexicon ready and tells how long that takes.
  case setUp(LexiconTask, Lexicon.Form)
  /// Opens an index and tells how long that takes.
  case openIndex(String)
  /// Times queries of an index, so many rounds of each.
  case queries(String, rounds: Int, seed: UInt64)
  /// Reads a transcript and indexes it so many times, and tells how fast.
  case read(String, passes: Int)
  /// Prints the words of an index, an episode a line.
  case words(String)
  /// Prints the words of the repository's corpus, a cue a line.
  case corpus

  private static let usage = """
    usage: zimu-peer segment|segment-search|segment-icu|fold|simplify FILE PASSES [cues]
           zimu-peer open|compile original|search
           zimu-peer open-index|words FOLDER
           zimu-peer queries FOLDER ROUNDS SEED
           zimu-peer read FILE PASSES
           zimu-peer corpus
    """

  init(arguments: some Collection<String>) throws {
    let words = Array(arguments)
    if words == ["corpus"] {
      self = .corpus
    } else if words.count == 2, words[0] == "open-index" {
      self = .openIndex(words[1])
    } else if words.count == 2, words[0] == "words" {
      self = .words(words[1])
    } else if words.count == 3, words[0] == "read", let passes = Int(words[2]), passes > 0 {
      self = .read(words[1], passes: passes)
    } else if words.count == 4, words[0] == "queries", let rounds = Int(words[2]), rounds > 0,
      let seed = UInt64(words[3])
    {
      self = .queries(words[1], rounds: rounds, seed: seed)
    } else if let command = Self(measuring: words) ?? Self(settingUp: words) {
      self = command
    } else {
      throw InputError(Self.usage)
    }
  }

  private init?(measuring words: [String]) {
    guard
      3...4 ~= words.count, let task = PeerTask(rawValue: words[0]),
      let passes = Int(words[2]), passes > 0
    else { return nil }
    let asked = words.dropFirst(3)
    guard asked.isEmpty || asked == ["cues"] else { return nil }
    let cut = asked.isEmpty ? FileCut.block : .cues
    self = .measure(task, file: words[1], cut: cut, passes: passes)
  }

  private init?(settingUp words: [String]) {
    guard
      words.count == 2, let task = LexiconTask(rawValue: words[0]),
      let form = Lexicon.Form(rawValue: words[1])
    else { return nil }
    self = .setUp(task, form)
  }

  /// - Returns: what to print.
  func run() async throws -> String {
    switch self {
    case .measure(let task, let file, let cut, let passes):
      try task.measure(file, cut, passes: passes)
    case .setUp(let task, let form):
      try task.measure(form)
    case .openIndex(let folder):
      try Self.open(folder)
    case .queries(let folder, let rounds, let seed):
      try QueryTask(folder, seed: seed).measure(rounds: rounds)
    case .read(let file, let passes):
      try await ReadTask(file: file).measure(passes: passes)
    case .words(let folder):
      try QueryTask.words(of: folder)
    case .corpus:
      String(decoding: try Self.corpusText(), as: UTF8.self)
    }
  }

  /// - Returns: a line of JSON.
  private static func open(_ folder: String) throws -> String {
    let start = ContinuousClock.now
    let index = try TranscriptIndex(at: folder)
    let seconds = start.duration(to: .now) / .seconds(1)
    return #"{"episodes":\#(try index.episodes.count),"seconds":\#(seconds)}"#
  }

  private static func corpusText() throws -> [UInt8] {
    let episodes = try TextSample.corpus.read()
    return Array(episodes.map(\.joined).joined(separator: [UInt8(ascii: "\n")]))
  }
}
