#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The files of the repository's corpus, without the samples of formats.
public enum CorpusFiles {
  /// The folder.
  public static var folder: String { InputFile.corpus }

  /// Those whose names end so, in order of their names.
  public static func read(_ format: String) throws -> [(name: String, bytes: [UInt8])] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
    let episodes = names.filter { !$0.hasPrefix("formats/") }
    return try episodes.filter { $0.hasSuffix("." + format) }.map { name in
      let file = name.split(separator: "/").last.map(String.init) ?? name
      return (file, try InputFile.read(folder + "/" + name))
    }
  }
}
