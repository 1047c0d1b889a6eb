import FilePaths
import InvertedIndex

/// The episodes of an index by what people may call them.
struct NamedEpisodes {
  private let paths: Set<FilePath>
  /// By bytes: names that only look alike are two.
  private let byName: [FilePath: [FilePath]]
  private let byID: [EpisodeID: [FilePath]]

  init(_ paths: [FilePath]) {
    let shared = SharedFolder(paths)
    self.paths = Set(paths)
    byName = Dictionary(grouping: paths) { FilePath(shared.name(of: $0)) }
    byID = Dictionary(grouping: paths, by: EpisodeID.init)
  }

  /// The path of an episode.
  ///
  /// - Parameter name: a path, a name as `TranscriptIndex.names` has it, or `id:` and an `EpisodeID`; what
  ///   comes first here counts.
  /// - Throws: `ZimuError` if there is none, or more than one.
  func path(of name: String) throws -> FilePath {
    let path = FilePath(argument: name)
    if paths.contains(path) { return path }
    let found = byName[path] ?? Self.id(name).flatMap { byID[$0] } ?? []
    guard let first = found.first else { throw ZimuError(.noEpisode(name: name)) }
    guard found.count == 1 else {
      throw ZimuError(.ambiguousEpisode(name: name, paths: found.map(\.description)))
    }
    return first
  }

  private static func id(_ name: String) -> EpisodeID? {
    name.hasPrefix("id:") ? EpisodeID(String(name.dropFirst(3))) : nil
  }
}
