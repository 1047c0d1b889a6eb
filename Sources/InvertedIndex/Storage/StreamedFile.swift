#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// A file that is written part by part, and takes the place of what is there when it is whole.
///
/// If it is not finished, what is there stays as it is. A value must not be used by two threads at a time.
package final class StreamedFile {
  private static let bufferLength = 1 << 16

  private let path: String
  /// What is written to: a file beside the path, or a device or pipe itself.
  private let target: String
  private let isSpecial: Bool
  private let file: Int32
  private var buffer: [UInt8] = []
  private var isFinished = false

  package init(_ path: String) throws(IndexError) {
    var status = stat()
    let exists = stat(path, &status) == 0
    isSpecial = exists && status.st_mode & S_IFMT != S_IFREG
    // A link stays one, and its file is replaced.
    self.path = exists ? SystemFile.resolved(path) : path
    target = isSpecial ? self.path : "\(self.path).\(getpid()).tmp"
    file = open(target, O_WRONLY | O_CLOEXEC | (isSpecial ? 0 : O_CREAT | O_TRUNC), 0o666)
    guard file >= 0 else { throw SystemFile.failure("write", self.path) }
    if exists, !isSpecial { fchmod(file, status.st_mode & 0o7777) }
  }

  deinit {
    close(file)
    if !isSpecial, !isFinished { unlink(target) }
  }

  package func append(_ bytes: some Sequence<UInt8>) throws(IndexError) {
    buffer += bytes
    if buffer.count >= Self.bufferLength { try flush() }
  }

  private func flush() throws(IndexError) {
    try buffer.lend { (bytes) throws(IndexError) in try SystemFile.write(bytes, to: file, target) }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Puts the file in its place, durably.
  package func finish() throws(IndexError) {
    try flush()
    guard !isSpecial else { return }
    guard fsync(file) == 0, rename(target, path) == 0 else {
      throw SystemFile.failure("write", path)
    }
    isFinished = true
  }
}
