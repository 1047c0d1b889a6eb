import FilePaths
import InvertedIndex
import Transcripts
import UserInput

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

  /// The path of an episode, or of all those of an archive or a table.
  ///
  /// - Parameter name: a path, a name as `TranscriptIndex.names` has it, or `id:` and an `EpisodeID`; what
  ///   comes first here counts.
  /// - Throws: `InputError` if there is none, or more than one has that name.
  func paths(of name: String) throws -> [FilePath] {
    let path = FilePath(argument: name)
    if paths.contains(path) { return [path] }
    let members = members(of: path)
    return try members.isEmpty ? [self.path(of: name, path)] : members
  }

  private func path(of name: String, _ path: FilePath) throws -> FilePath {
    let found = byName[path] ?? Self.id(name).flatMap { byID[$0] } ?? []
    guard let first = found.first else { throw InputError(.noEpisode(name: name)) }
    guard found.count == 1 else {
      throw InputError(.ambiguousEpisode(name: name, paths: found.map(\.description)))
    }
    return first
  }

  /// The episodes of a file that holds many, by its path or name; a folder is none.
  private func members(of container: FilePath) -> [FilePath] {
    guard byName[container] == nil, Self.isContainer(container) else { return [] }
    let start = container.bytes + [UInt8(ascii: "/")]
    return byName.filter { $0.key.bytes.starts(with: start) }.flatMap(\.value)
      + paths.filter { $0.bytes.starts(with: start) }
  }

  private static let archives: Set<String> = [
    "zip", "tar", "tgz", "tbz", "tbz2", "txz", "tzst", "gz", "bz2", "xz", "zst",
  ]

  private static func isContainer(_ path: FilePath) -> Bool {
    let ending = EpisodeName.fileExtension(of: path.description)
    return archives.contains(ending) || EpisodeTable.extensions.contains(ending)
  }

  private static func id(_ name: String) -> EpisodeID? {
    name.hasPrefix("id:") ? EpisodeID(String(name.dropFirst(3))) : nil
  }
}
