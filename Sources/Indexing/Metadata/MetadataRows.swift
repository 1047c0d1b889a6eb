import FilePaths
import InvertedIndex
import Transcripts

/// The rows of tables of metadata, by the files that they are about.
struct MetadataRows: Sendable {
  private(set) var entries: [MetadataEntry] = []
  /// Absolute paths as the rows have them, and less the extensions that are known.
  private var exact: [FilePath: Int] = [:]
  private var stems: [FilePath: Int] = [:]
  /// By the name alone, where rows may be about files elsewhere.
  private var names: [FilePath: [Int]] = [:]
  private var paths: [FilePath] = []
  private let findsElsewhere: Bool

  /// - Parameter findsElsewhere: whether a row is about any file whose path ends as the row's, where none lies where it
  ///   says.
  init(findsElsewhere: Bool) { self.findsElsewhere = findsElsewhere }

  /// Adds the rows of a table; of two rows about one file the first counts.
  mutating func add(_ table: MetadataTable, at file: FilePath) {
    for row in table.rows {
      let isAbsolute = row.path.bytes.first == UInt8(ascii: "/")
      let path = (isAbsolute ? row.path : file.folder.appending(row.path)).normalized
      let number = entries.count
      entries.append(
        MetadataEntry(
          file: file, line: row.line, name: row.path.description, metadata: row.metadata))
      paths.append(row.path.normalized)
      exact[path] = exact[path] ?? number
      stems[Self.stem(path)] = stems[Self.stem(path)] ?? number
      guard findsElsewhere, !isAbsolute else { continue }
      for name in Set([row.path.name, Self.stem(row.path.name)]) {
        names[name, default: []].append(number)
      }
    }
  }

  /// The row about a file.
  func entry(of file: FilePath) -> Int? {
    if entries.isEmpty { return nil }
    let stem = Self.stem(file)
    let found = exact[file] ?? exact[file.stem] ?? exact[stem] ?? stems[stem]
    return found ?? (findsElsewhere ? elsewhere(file, stem) : nil)
  }

  /// The row with most of a file's path.
  private func elsewhere(_ file: FilePath, _ stem: FilePath) -> Int? {
    let folders = Array(file.folder.components)
    let rows = (names[file.name] ?? names[file.stem.name] ?? names[stem.name] ?? []).filter { row in
      let wanted = Array(paths[row].folder.components)
      return folders.suffix(wanted.count).elementsEqual(wanted)
    }
    return rows.max { paths[$0].components.count < paths[$1].components.count }
  }

  private static func stem(_ path: FilePath) -> FilePath {
    let name = FilePath(EpisodeName.bareStem(of: path.name.description))
    return path.folder.bytes.isEmpty ? name : path.folder.appending(name)
  }
}

extension FilePath {
  /// The path without `.` and `..`, each `..` with the name before it.
  fileprivate var normalized: FilePath {
    var names: [ArraySlice<UInt8>] = []
    for name in components where !name.elementsEqual(".".utf8) {
      if name.elementsEqual("..".utf8) { _ = names.popLast() } else { names.append(name) }
    }
    let path = names.joined(separator: "/".utf8)
    return FilePath(bytes: (bytes.starts(with: "/".utf8) ? [UInt8(ascii: "/")] : []) + path)
  }
}
