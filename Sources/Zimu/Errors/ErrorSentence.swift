import FilePaths

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What users read of errors.
package enum ErrorSentence {
  /// The sentence of an error of the engine; what any other error says of itself.
  package static func of(_ error: any Error) -> String {
    (error as? any ExplainedError)?.sentence ?? "\(error)"
  }

  /// What the system says of a path, by the number of its error.
  package static func of(errno: Int32) -> String {
    errno == ENOENT ? "there is no such file or folder" : String(cString: strerror(errno))
  }
}

extension FileFailure: ExplainedError {
  package var sentence: String { ErrorSentence.of(errno: errno) }
}
