/// Memory that only grows: what is copied into it stays where it is until the pool goes.
final class BytePool {
  private static let chunkLength = 1 << 20
  private static let alignment = 8

  private var chunks: [UnsafeMutableRawBufferPointer] = []
  /// Bytes taken of the last chunk.
  private var used = 0
  /// Bytes in memory.
  private(set) var size = 0

  deinit {
    for chunk in chunks { chunk.deallocate() }
  }

  /// Copies bytes into the pool.
  ///
  /// - Returns: where they are.
  func copy(_ bytes: UnsafeRawBufferPointer) -> UnsafeRawPointer {
    let chunk = chunk(for: bytes.count)
    let target = UnsafeMutableRawBufferPointer(rebasing: chunk[used..<used + bytes.count])
    target.copyMemory(from: bytes)
    defer { used += (bytes.count + Self.alignment - 1) & ~(Self.alignment - 1) }
    return UnsafeRawPointer(chunk.baseAddress! + used)
  }

  /// The last chunk, which has room for so many bytes.
  private func chunk(for count: Int) -> UnsafeMutableRawBufferPointer {
    if let last = chunks.last, used <= last.count, last.count - used >= count { return last }
    let length = max(Self.chunkLength, count)
    chunks.append(.allocate(byteCount: length, alignment: 16))
    size += length
    used = 0
    return chunks[chunks.count - 1]
  }
}
