/// The bytes of a file, mapped or in memory, that stay as long as this is held.
// Sendable: the bytes are never written, and are released when no one holds the contents any more.
final class FileContents: @unchecked Sendable {
  let bytes: UnsafeRawBufferPointer
  /// The file, for messages.
  let path: String
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Takes bytes over, which are given to `release` in the end.
  init(
    _ bytes: UnsafeRawBufferPointer, path: String,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    (self.bytes, self.path, self.release) = (bytes, path, release)
  }

  /// A copy of bytes in memory.
  convenience init(copying bytes: [UInt8], path: String) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyBytes(from: bytes)
    self.init(UnsafeRawBufferPointer(copy), path: path) { $0.deallocate() }
  }

  deinit { release(bytes) }
}
