/// Streams of bytes, one a term, that grow side by side in one pool of memory.
///
/// A stream is a chain of slices, each twice as long as the one before up to a limit, so that a rare
/// term takes few bytes and a frequent one few links.
struct PostingPool {
  private static let chunkLength = 1 << 20
  private static let firstSlice = 16
  private static let longestSlice = 4096
  /// Bytes at the end of a slice that tell where the next one is.
  private static let linkLength = 4

  private struct Stream {
    var first: UInt32
    var position: UInt32
    /// Where the slice's link is.
    var end: UInt32
    var slice: UInt32
  }

  private let memory = ChunkOwner()
  private var chunks: [UnsafeMutableRawPointer] = []
  /// Bytes taken of the last chunk.
  private var used = chunkLength
  private var streams: [Stream] = []

  /// Frees the chunks in the end.
  private final class ChunkOwner {
    var chunks: [UnsafeMutableRawPointer] = []

    deinit {
      for chunk in chunks { chunk.deallocate() }
    }
  }

  /// Bytes in memory.
  var size: Int { chunks.count * Self.chunkLength + streams.capacity * MemoryLayout<Stream>.stride }

  /// Whether no more can be addressed.
  var isFull: Bool { chunks.count >= (1 << 12) - 256 }

  /// Starts a stream, the next number being its.
  mutating func addStream() {
    let first = makeSlice(Self.firstSlice)
    streams.append(
      Stream(
        first: first, position: first, end: first + UInt32(Self.firstSlice - Self.linkLength),
        slice: UInt32(Self.firstSlice)))
  }

  @inline(__always)
  private func address(_ position: UInt32) -> UnsafeMutableRawPointer {
    chunks[Int(position >> 20)] + Int(position & 0xF_FFFF)
  }

  private mutating func makeSlice(_ length: Int) -> UInt32 {
    if used + length > Self.chunkLength {
      chunks.append(.allocate(byteCount: Self.chunkLength, alignment: 16))
      memory.chunks.append(chunks.last!)
      used = 0
    }
    defer { used += length }
    return UInt32((chunks.count - 1) << 20 | used)
  }

  /// Appends a number and bytes to a stream.
  mutating func append(_ value: UInt32, _ bytes: UnsafeRawBufferPointer, to number: Int) {
    let position = streams[number].position
    guard Int(streams[number].end - position) >= 5 + bytes.count else {
      return appendSlowly(value, bytes, to: number)
    }
    let start = address(position)
    var (target, rest) = (start, value)
    while rest >= 0x80 {
      target.storeBytes(of: UInt8(truncatingIfNeeded: rest) | 0x80, as: UInt8.self)
      target += 1
      rest >>= 7
    }
    target.storeBytes(of: UInt8(truncatingIfNeeded: rest), as: UInt8.self)
    target += 1
    // Most are a few bytes: a call would cost more.
    for index in 0..<bytes.count {
      target.storeBytes(of: bytes[index], toByteOffset: index, as: UInt8.self)
    }
    streams[number].position = position + UInt32(target - start + bytes.count)
  }

  private mutating func appendSlowly(
    _ value: UInt32, _ bytes: UnsafeRawBufferPointer, to number: Int
  ) {
    var varint: [UInt8] = []
    varint.appendVarint(UInt64(value))
    varint.withUnsafeBytes { append($0, to: number) }
    append(bytes, to: number)
  }

  /// Appends bytes to a stream.
  mutating func append(_ bytes: UnsafeRawBufferPointer, to number: Int) {
    var stream = streams[number]
    var rest = bytes
    while !rest.isEmpty {
      if stream.position == stream.end { grow(&stream) }
      let count = min(rest.count, Int(stream.end - stream.position))
      address(stream.position).copyMemory(from: rest.baseAddress!, byteCount: count)
      stream.position += UInt32(count)
      rest = UnsafeRawBufferPointer(rebasing: rest[count...])
    }
    streams[number] = stream
  }

  private mutating func grow(_ stream: inout Stream) {
    let length = Self.next(Int(stream.slice))
    let slice = makeSlice(length)
    address(stream.end).storeBytes(of: slice, as: UInt32.self)
    stream.position = slice
    stream.end = slice + UInt32(length - Self.linkLength)
    stream.slice = UInt32(length)
  }

  private static func next(_ length: Int) -> Int { min(2 * length, longestSlice) }

  /// Replaces `bytes` by what a stream holds.
  func read(_ number: Int, into bytes: inout [UInt8]) {
    bytes.removeAll(keepingCapacity: true)
    let stream = streams[number]
    var slice = stream.first
    var length = Self.firstSlice
    while slice + UInt32(length - Self.linkLength) != stream.end {
      let link = address(slice + UInt32(length - Self.linkLength))
      bytes += UnsafeRawBufferPointer(start: address(slice), count: length - Self.linkLength)
      slice = link.load(as: UInt32.self)
      length = Self.next(length)
    }
    bytes += UnsafeRawBufferPointer(start: address(slice), count: Int(stream.position - slice))
  }
}
