import Foundation

/// Where tests find their data.
public enum TestData {
  /// The root of the checkout.
  public static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

  /// The sample transcripts of the project.
  public static var corpus: String { root + "/Corpus" }

  /// The names of the episodes in `corpus`: all but the samples of formats.
  public static let corpusGlob = "2024*"

  /// Real transcripts and gold data, where `ZIMU_EVALUATION_DATA` names their folder.
  public static let evaluation: String? = {
    let path = ProcessInfo.processInfo.environment["ZIMU_EVALUATION_DATA"] ?? ""
    return path.isEmpty ? nil : path
  }()

  /// Whether the evaluation data is there; tests that need it are skipped otherwise.
  public static var hasEvaluation: Bool { evaluation != nil }

  /// Whether tests that take minutes are to run in full: `ZIMU_LONG_TESTS` is set.
  public static var isLong: Bool { ProcessInfo.processInfo.environment["ZIMU_LONG_TESTS"] != nil }

  /// The bytes of a file.
  public static func bytes(_ path: String) throws -> [UInt8] {
    try Array(Data(contentsOf: URL(fileURLWithPath: path)))
  }

  /// The paths of all files below a folder, sorted.
  public static func files(below folder: String) -> [String] {
    let names = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
    return names.map { "\(folder)/\($0)" }.filter { path in
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }.sorted()
  }
}
