import ICUSupport
public import InvertedIndex
import TextNormalization

/// An index of transcripts: what is in it, how often its words occur, where they were said.
///
///     let index = try TranscriptIndex(at: "zimu-index")
///     for row in try index.terms(TermsRequest()).groups[0].rows {
///       print(row.rank, row.term, row.count)
///     }
public struct TranscriptIndex: Sendable {
  let reader: IndexReader
  private let sharedNames = Lazy<[String]>()

  /// Opens an index.
  ///
  /// - Parameter path: the folder of the index.
  /// - Throws: `IndexError` when there is none or it cannot be read.
  public init(at path: String) throws(IndexError) {
    reader = try IndexDirectory(path).open()
  }

  /// The version of the index format that is written and read.
  public static var formatVersion: Int { IndexDirectory.formatVersion }

  /// What is known of each episode, in order of their paths.
  public var episodes: [EpisodeRecord] {
    get throws(IndexError) { try reader.episodes }
  }

  /// What each episode is called: its path below the deepest folder that all share.
  public var names: [String] {
    get throws(IndexError) {
      try sharedNames.get { () throws(IndexError) in
        let paths = try reader.episodes.map(\.path)
        let shared = SharedFolder(paths)
        return paths.map(shared.name(of:))
      }
    }
  }

  /// What one episode is called.
  func name(of episode: Int) throws(IndexError) -> String {
    let last = reader.episodeCount - 1
    // Paths are in order, so that what the first and the last share all share.
    let shared = SharedFolder(
      try [reader.record(of: 0).path, reader.record(of: last).path])
    return shared.name(of: try reader.record(of: episode).path)
  }

  /// Parses a filter of the commands, such as `show:indigo AND date:2024-01..2024-06`.
  func filter(_ text: String?) throws -> EpisodeFilter {
    try EpisodeFilter(text, index: self)
  }
}

/// Names files by their paths below the deepest folder that all of them share.
struct SharedFolder {
  private let depth: Int

  init(_ paths: [String]) {
    let folders = paths.map { $0.split(separator: "/").dropLast() }
    var shared = folders.first ?? []
    for folder in folders.dropFirst() {
      shared = shared.prefix(zip(shared, folder).prefix { $0 == $1 }.count)
    }
    depth = shared.count
  }

  func name(of path: String) -> String {
    path.split(separator: "/").dropFirst(depth).joined(separator: "/")
  }
}
