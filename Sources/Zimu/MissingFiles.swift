import FilePaths

/// Tells which files of indexed episodes are gone, below the folders that a run was given.
///
/// A disk that is not mounted leaves an empty folder, and a folder without permission looks empty to
/// nobody: a file is gone only where the system says so, below a folder that holds something.
struct MissingFiles {
  /// What is known of a file.
  enum Verdict: Hashable {
    /// It is there, or lies below no folder of the run.
    case kept
    case gone
    /// Nobody can tell, for a reason.
    case unknown(String)
  }

  /// The folders of the run, absolute and without links.
  private let folders: [FilePath]
  private var known: [FilePath: Verdict] = [:]

  init(folders: [FilePath]) {
    self.folders = folders
  }

  mutating func verdict(on path: FilePath) -> Verdict {
    guard folders.contains(where: path.isBelow) else { return .kept }
    switch FileStatus(path) {
    case .missing: return verdict(onFolder: path.folder)
    case .unknown(let errno): return .unknown("it cannot be read: \(FileFailure(errno: errno))")
    case .file, .folder, .special: return .kept
    }
  }

  /// What a file that is not there is, by the deepest folder above it that is.
  private mutating func verdict(onFolder folder: FilePath) -> Verdict {
    if let verdict = known[folder] { return verdict }
    let verdict: Verdict
    switch FileStatus(folder) {
    case .missing where folder.folder != folder: verdict = self.verdict(onFolder: folder.folder)
    case .unknown(let errno):
      verdict = .unknown("\(folder) cannot be read: \(FileFailure(errno: errno))")
    case .missing, .file, .special: verdict = .gone
    case .folder:
      switch folder.names() {
      case .failure(let failure): verdict = .unknown("\(folder) cannot be read: \(failure)")
      case .success([]): verdict = .unknown("\(folder) is empty; is its disk mounted?")
      case .success: verdict = .gone
      }
    }
    known[folder] = verdict
    return verdict
  }
}
