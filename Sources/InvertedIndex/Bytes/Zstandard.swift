import CZstd
import Synchronization

/// Compressed bytes by libzstd.
enum Zstandard {
  /// Appends `bytes`, compressed if that makes them shorter, else as they are.
  ///
  /// - Returns: how many bytes were appended: as many as there were if they are as they were.
  static func compress(
    _ bytes: UnsafeRawBufferPointer, level: Int32, into output: inout [UInt8]
  ) -> Int {
    let start = output.count
    output += repeatElement(0, count: bytes.count)
    guard !bytes.isEmpty else { return 0 }
    let size = ZstandardContext.lend { context in
      output.withUnsafeMutableBytes { output in
        ZSTD_compressCCtx(
          context.compression, output.baseAddress! + start, bytes.count - 1, bytes.baseAddress,
          bytes.count, level)
      }
    }
    guard ZSTD_isError(size) == 0 else {
      // It did not fit into less.
      output.replaceSubrange(start..., with: bytes)
      return bytes.count
    }
    output.removeLast(bytes.count - size)
    return size
  }

  /// The bytes that became `bytes`.
  ///
  /// - Parameter length: how many there are.
  /// - Throws: `IndexError` if there are not, or memory for them is not to be had.
  static func decompress(
    _ bytes: UnsafeRawBufferPointer, length: Int
  ) throws(IndexError) -> [UInt8] {
    if bytes.count == length { return [UInt8](bytes) }
    // Nothing compresses better than this: no damage makes much of little.
    guard length <= bytes.count << 15, length < 1 << 32 else {
      throw .corrupt("\(length) bytes out of \(bytes.count)")
    }
    let output = ZstandardContext.lend { context in
      [UInt8](unsafeUninitializedCapacity: length) { output, count in
        let size = ZSTD_decompressDCtx(
          context.decompression, output.baseAddress, length, bytes.baseAddress, bytes.count)
        count = ZSTD_isError(size) == 0 && size <= length ? size : 0
      }
    }
    guard output.count == length else { throw .corrupt("compressed text cannot be decompressed") }
    return output
  }
}

/// Working memory of libzstd, which is dear to make.
// Sendable: a context is either in `idle`, or lent to one thread.
private final class ZstandardContext: @unchecked Sendable {
  let compression = ZSTD_createCCtx()
  let decompression = ZSTD_createDCtx()

  private static let idle = Mutex<[ZstandardContext]>([])

  deinit {
    ZSTD_freeCCtx(compression)
    ZSTD_freeDCtx(decompression)
  }

  /// Lends a context that no one else has meanwhile.
  static func lend<Result>(_ body: (ZstandardContext) -> Result) -> Result {
    let context = idle.withLock { $0.popLast() } ?? ZstandardContext()
    defer { idle.withLock { $0.append(context) } }
    return body(context)
  }
}
