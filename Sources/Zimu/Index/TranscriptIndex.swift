import CorpusAnalysis
import FilePaths
import ICUSupport
import InvertedIndex
import TextNormalization
import TranscriptSearch
import WordSegmentation

/// An index of transcripts, opened for reading: counting, searching and exporting.
///
///     let index = try TranscriptIndex(at: "zimu-index")
///     for row in try index.terms(TermsRequest()).groups[0].rows {
///       print(row.rank, row.term, row.count)
///     }
///
/// A value shows the index as it was when it was opened. It may be used by several threads at the same time.
public struct TranscriptIndex: Sendable {
  let reader: IndexReader
  let directory: IndexDirectory
  let sharedPhrases = SharedPhrases()
  private let sharedNames = Lazy<[String]>()
  private let sharedFolder = Lazy<SharedFolder>()
  private let sharedLoops = Lazy<CueSet>()
  private let sharedRecurring = Lazy<Result<CueSet, any Error>>()
  private let sharedSearcher = Lazy<Searcher>()
  private let sharedSubjects = Lazy<EpisodeSubjects>()

  /// Opens an index.
  ///
  /// - Parameter path: the folder of the index.
  /// - Throws: `ZimuError` with the code `indexMissing`, `indexDamaged`, `indexVersionUnsupported` or
  ///   `system`.
  /// - Complexity: O(segments); data is read when it is needed.
  public init(at path: String) throws(ZimuError) {
    let directory = IndexDirectory(path)
    reader = try translatingErrors { try directory.open() }
    self.directory = directory
  }

  /// The version of the index format that this version of Zimu reads and writes.
  public static var formatVersion: Int { IndexDirectory.formatVersion }

  /// The episodes, in the order of their paths.
  ///
  /// - Throws: `ZimuError` with the code `indexDamaged`.
  /// - Complexity: O(episodes) for each call.
  public var episodes: [Episode] {
    get throws(ZimuError) {
      try translatingErrors {
        zip(try records, try names).enumerated()
          .map { Episode($1.0, name: $1.1, position: $0) }
      }
    }
  }

  /// What is known of each episode, in the order of their paths.
  var records: [EpisodeRecord] {
    get throws(IndexError) { try reader.episodes }
  }

  /// What each episode is called: its path below the deepest folder that all share.
  package var names: [String] {
    get throws(IndexError) {
      try sharedNames.get { () throws(IndexError) in
        let folder = try folder
        return try reader.episodes.map { folder.name(of: $0.path) }
      }
    }
  }

  /// One episode.
  func episode(at position: Int) throws(IndexError) -> Episode {
    Episode(
      try reader.record(of: position), name: try name(of: position), position: position)
  }

  /// What one episode is called.
  func name(of episode: Int) throws(IndexError) -> String {
    try folder.name(of: try reader.record(of: episode).path)
  }

  /// The deepest folder that all episodes share.
  private var folder: SharedFolder {
    get throws(IndexError) {
      try sharedFolder.get { () throws(IndexError) in
        guard reader.episodeCount > 0 else { return SharedFolder([]) }
        // Paths are in order, so that what the first and the last share all share.
        let last = try reader.record(of: reader.episodeCount - 1)
        return SharedFolder([try reader.record(of: 0).path, last.path])
      }
    }
  }

  /// The cues that loops of a speech recogniser repeat, and those that it made up.
  ///
  /// - Complexity: O(episodes) the first time.
  var loopCues: CueSet {
    get throws(IndexError) {
      try sharedLoops.get { () throws(IndexError) in
        var cues = CueSet()
        for (episode, record) in try reader.episodes.enumerated() {
          cues.insert(record.loops + record.stock, of: episode)
        }
        return cues
      }
    }
  }

  /// The cues that come back in many episodes of their show.
  ///
  /// - Complexity: a walk through all words the first time; they are kept beside the index until it changes.
  var recurringCues: CueSet {
    get throws {
      try sharedRecurring.get { Result { try keptRecurringCues() } }.get()
    }
  }

  private func keptRecurringCues() throws -> CueSet {
    if let bytes = directory.derived(.recurringCues, from: reader),
      let cues = CueSet(bytes, of: reader)
    {
      return cues
    }
    let cues = try RecurringCues.find(in: reader)
    directory.keep(cues.bytes, as: .recurringCues, from: reader)
    return cues
  }

  /// What all searches of the index share.
  ///
  /// - Complexity: O(episodes) the first time.
  var searcher: Searcher {
    get throws {
      try sharedSearcher.get {
        let tokenizer = QueryTokenizer(reader)
        return try Searcher(
          reader, userKind: WordKind.user.rawValue, tokenize: { try tokenizer.keys(of: $0) })
      }
    }
  }

  /// What filters on fields look at in each episode.
  ///
  /// - Complexity: O(episodes) the first time.
  var subjects: EpisodeSubjects {
    get throws { try sharedSubjects.get { try EpisodeSubjects(of: self) } }
  }

  /// Parses a filter of the commands, such as `show:indigo AND date:2024-01..2024-06`.
  func filter(_ text: String?) throws -> EpisodeFilter {
    try EpisodeFilter(text, index: self)
  }
}

/// Names files by their paths below the deepest folder that all of them share.
struct SharedFolder: Sendable {
  private let depth: Int

  init(_ paths: [FilePath]) {
    let folders = paths.map { $0.components.dropLast() }
    var shared = folders.first ?? []
    for folder in folders.dropFirst() {
      shared = shared.prefix(zip(shared, folder).prefix { $0 == $1 }.count)
    }
    depth = shared.count
  }

  /// The name, escaped where that is needed.
  func name(of path: FilePath) -> String {
    FilePath(bytes: path.components.dropFirst(depth).joined(separator: "/".utf8)).description
  }
}
