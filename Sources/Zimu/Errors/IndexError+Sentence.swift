import InvertedIndex

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

extension IndexError: ExplainedError {
  /// What went wrong, where, and what to do about it.
  package var sentence: String {
    let file = file ?? "the index"
    return switch code {
    case .missing:
      "there is no index at \(file); make one with `zimu index PATH`, or name another with --index"
    case .unsupportedVersion(let version):
      "\(file) has index format \(version), and this version of zimu reads format "
        + "\(IndexDirectory.formatVersion); "
        + (version > IndexDirectory.formatVersion
          ? "use the newer zimu that wrote it" : "remove it and index the transcripts again")
    case .corrupt:
      "\(file) is damaged: \(fault); remove the index and index the transcripts again"
    case .system: systemSentence
    case .locked: "\(file) is \(summary); wait until it has finished, and try again"
    case .busy: "another process is changing \(file); try again"
    case .settingsDiffer:
      "the index at \(file) was made with other settings: \(detail); name another folder with "
        + "--index, or segment its texts again with `zimu index --rebuild`"
    case .mergedSettingsDiffer:
      "the index at \(file) was made with other settings: \(detail); index its transcripts again with the "
        + "settings of the others, then merge"
    case .tooLarge: "\(summary); split the transcripts into two indexes"
    }
  }

  /// What is wrong and at which byte, for where the file is named besides.
  package var fault: String { byteOffset.map { "\(summary) (byte \($0))" } ?? summary }

  private var systemSentence: String {
    let reason = errno.map { ": \(ErrorSentence.of(errno: $0))" } ?? ""
    let what = "\([detail, file].compactMap(\.self).joined(separator: " "))\(reason)"
    return advice.map { "\(what); \($0)" } ?? what
  }

  private var advice: String? {
    switch errno {
    case ENOSPC, EDQUOT: "free some space and try again; the index has not changed"
    case EACCES, EPERM, EROFS: "change its permissions, or name another folder"
    case ENOTDIR: "name a folder"
    default: nil
    }
  }
}
