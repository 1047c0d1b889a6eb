#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// Files that benchmarks read, and where they lie.
public enum InputFile {
  /// The sample transcripts of this repository.
  static var corpus: String {
    let repository = #filePath.split(separator: "/").dropLast(3)
    return "/" + repository.joined(separator: "/") + "/Corpus"
  }

  /// A folder of real transcripts outside the repository, if there are any on this machine.
  static func evaluation(_ folder: String) -> String? {
    guard let data = ProcessInfo.processInfo.environment["ZIMU_EVALUATION_DATA"] else { return nil }
    let path = "\(data)/transcripts/\(folder)"
    return FileManager.default.fileExists(atPath: path) ? path : nil
  }

  /// The whole file.
  public static func read(_ path: String) throws -> [UInt8] {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw InputError("cannot read \(path)")
    }
    return Array(data)
  }
}
