/// The words and rules that cut the texts of an index, compressed, as a file of the index.
///
///     magic      "ZIMULXC\0"
///     version    UInt32
///     length     UInt64: bytes of the image, uncompressed
///     checksums  UInt64 for each 64 KB of what follows, the last one shorter: XXH64
///     image      compressed by libzstd
///
/// The file is named by the hash of its bytes. It is read only where this process has not the same
/// words and rules.
public struct StoredLexicon: Hashable, Sendable {
  /// The bytes of the file.
  public let bytes: [UInt8]

  private static let magic: [UInt8] = Array("ZIMULXC\0".utf8)
  private static let headerLength = 20
  private static let lengthOffset = 12
  /// Of libzstd: higher ones take several times as long and gain a twentieth.
  private static let compressionLevel: Int32 = 3

  /// Compresses an image: whatever the one who cuts texts makes of it.
  public init(compressing image: [UInt8]) {
    var stored: [UInt8] = []
    _ = image.withUnsafeBytes {
      Zstandard.compress($0, level: Self.compressionLevel, into: &stored)
    }
    var bytes = Self.magic
    bytes.appendInteger(IndexFormat.version)
    bytes.appendInteger(UInt64(image.count))
    for start in stride(from: 0, to: stored.count, by: SegmentFormat.blockLength) {
      let end = min(start + SegmentFormat.blockLength, stored.count)
      bytes.appendInteger(Array(stored[start..<end]).hash64)
    }
    self.bytes = bytes + stored
  }

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// The bytes of a file that was kept, if it is whole and holds this image.
  ///
  /// - Complexity: O(bytes): the image is unpacked.
  public init?(_ bytes: [UInt8], of image: [UInt8]) {
    // What is not whole is compressed anew.
    let kept = try? Self.image(of: FileContents(copying: bytes, path: ""))
    guard kept == image else { return nil }
    self.bytes = bytes
  }

  var hash: UInt64 { bytes.hash64 }

  /// The image.
  ///
  /// - Throws: `IndexError` for a damaged file, or one of another version.
  static func image(of contents: FileContents) throws(IndexError) -> [UInt8] {
    do throws(IndexError) {
      let (image, length) = try stored(in: contents.bytes, path: contents.path)
      return try Zstandard.decompress(image, length: length)
    } catch {
      // No checksum is of the length, which is what is wrong if nothing else is.
      throw error.at(lengthOffset).inFile(contents.path)
    }
  }

  /// The compressed image, checked, and its length uncompressed.
  private static func stored(
    in bytes: UnsafeRawBufferPointer, path: String
  ) throws(IndexError) -> (image: UnsafeRawBufferPointer, length: Int) {
    guard bytes.count >= headerLength, bytes.starts(with: magic) else {
      throw .corrupt("it is not a lexicon, or is too short", at: 0)
    }
    var reader = ByteReader(bytes, at: 8, origin: 0)
    let version = try reader.integer(UInt32.self)
    guard version == IndexFormat.version else { throw .unsupported(version, path: path) }
    let length = Int(clamping: try reader.integer(UInt64.self))
    // A checksum of eight bytes for each block.
    let block = SegmentFormat.blockLength
    let blocks = (reader.rest + block + 7) / (block + 8)
    var checksums = ByteReader(try reader.raw(8 * blocks))
    let stored = try reader.raw(reader.rest)
    for start in stride(from: 0, to: stored.count, by: block) {
      let part = stored.part(start..<min(start + block, stored.count))
      guard try checksums.integer(UInt64.self) == part.hash64 else {
        throw .corrupt("a checksum is wrong", at: headerLength + 8 * blocks + start)
      }
    }
    return (stored, length)
  }
}
