#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Why an index cannot be read or written: a code, and what it is about.
///
/// Values, not sentences: whoever shows an error to people says what to do about it.
public struct IndexError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: Hashable, Sendable {
    /// There is no index at the path.
    case missing
    /// The file is of a version of the format that this program does not read.
    case unsupportedVersion(Int)
    /// The file's bytes are not what was written.
    case corrupt
    /// The system refused to read or write; `errno` says why.
    case system
    /// Another process is writing the index.
    case locked
    /// Commits follow one another too fast to be read.
    case busy
    /// The index was made with other settings than the run asks for.
    case settingsDiffer
    /// An index to be merged was made with other settings.
    case mergedSettingsDiffer
    /// A number does not fit the format.
    case tooLarge
  }

  public var code: Code
  /// The file, or the folder of the index; `nil` where neither is known.
  public var file: String?
  /// The offset of the fault in the file, in bytes, where it is known.
  public var byteOffset: Int?
  /// The system's number of the failure, for `system`.
  public var errno: Int32?
  /// What happened: what is damaged, the call that failed, who holds the lock, which setting differs.
  public var detail: String

  public init(
    _ code: Code, _ detail: String = "", file: String? = nil, byteOffset: Int? = nil,
    errno: Int32? = nil
  ) {
    (self.code, self.detail, self.file) = (code, detail, file)
    (self.byteOffset, self.errno) = (byteOffset, errno)
  }

  public var description: String {
    let place = [file, byteOffset.map { "byte \($0)" }].compactMap { $0 }.joined(separator: ", ")
    return place.isEmpty ? summary : "\(place): \(summary)"
  }

  /// What happened, without the place.
  public var summary: String {
    switch code {
    case .missing: "there is no index"
    case .unsupportedVersion(let version):
      "index format \(version); this version of zimu reads format \(IndexFormat.version)"
    case .system: [detail, reason].compactMap { $0 }.joined(separator: ": ")
    case .locked: "being written by \(detail.isEmpty ? "another process" : detail)"
    case .busy: "changes too fast to be read"
    case .corrupt, .settingsDiffer, .mergedSettingsDiffer, .tooLarge: detail
    }
  }

  /// What the system says of `errno`.
  private var reason: String? { errno.map { String(cString: strerror($0)) } }

  /// The same damage with the file in which it is, unless one is known.
  func inFile(_ path: String) -> IndexError {
    guard code == .corrupt, file == nil else { return self }
    var error = self
    error.file = path
    return error
  }

  /// The same damage at a byte of its file, unless one is known.
  func at(_ byteOffset: Int?) -> IndexError {
    guard code == .corrupt, self.byteOffset == nil else { return self }
    var error = self
    error.byteOffset = byteOffset
    return error
  }
}

extension IndexError {
  /// Damage found in bytes whose file is not known here; see `inFile`.
  ///
  /// - Parameter byteOffset: in the file, where it is known.
  package static func corrupt(_ what: String, at byteOffset: Int? = nil) -> IndexError {
    IndexError(.corrupt, what, byteOffset: byteOffset)
  }

  /// A version of the format that this program does not read.
  static func unsupported(_ version: UInt32, path: String) -> IndexError {
    IndexError(.unsupportedVersion(Int(version)), file: path)
  }
}
