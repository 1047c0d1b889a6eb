import Hashing

/// A compiled lexicon as bytes, in memory or mapped from a file.
///
/// Format, integers little-endian, each section padded to 8 bytes:
///
///     0   8 bytes   "ZIMULEX" and the version of the format, `1`
///     8   UInt64    XXH64 of all bytes from 16 on
///     16  UInt32    bytes of the fingerprint
///     20  UInt32    number of slots
///     24  UInt32    number of blocks
///     28  UInt32    number of states
///     32  UInt32    `hanLimit`: classes below it are of common Han characters
///     36  UInt32    code points of the longest word
///     40  UInt32    number of words
///     44  UInt32    1 if the words are in search form, else 0
///     48  UInt64[65,536]         characters below U+10000, see `Lexicon.Character`
///         UInt32[slots]          the trie, see `DoubleArray.Slot`
///         UInt16[slots]          its checks
///         UInt16[4,096]          for each 256 code points from U+10000 on their block
///         UInt8[blocks × 256]    classes of code points
///         UInt16[states × 256]   rules, see `Transition`
///         UInt16[256]            properties of classes
///         UInt8[…]               the fingerprint, UTF-8
// Sendable: the bytes are never written, and are released when no one holds the image any more.
final class LexiconImage: @unchecked Sendable {
  static let magic: UInt64 = 0x3158_454C_554D_495A

  /// Sections by number, in the order of the file.
  struct Layout {
    let fingerprint, slots, blocks, states, hanLimit, longestWord, words, form: Int

    var sections: [Range<Int>] {
      let sizes = [
        65_536 * 8, slots * 4, slots * 2, 4_096 * 2, blocks * 256, states * 512, 512, fingerprint,
      ]
      var start = 48
      return sizes.map { size in
        defer { start += (size + 7) & ~7 }
        return start..<start + size
      }
    }
  }

  let bytes: UnsafeRawBufferPointer
  let layout: Layout
  private let release: @Sendable (UnsafeRawBufferPointer) -> Void

  /// Takes bytes over, which are given to `release` in the end.
  ///
  /// - Returns: `nil` if they are not an image, a damaged one, or one that leads outside of itself;
  ///   they are released then.
  init?(
    _ bytes: UnsafeRawBufferPointer,
    release: @escaping @Sendable (UnsafeRawBufferPointer) -> Void
  ) {
    guard let layout = Self.layout(of: bytes) else {
      release(bytes)
      return nil
    }
    (self.bytes, self.layout, self.release) = (bytes, layout, release)
    guard isSound else { return nil }
  }

  deinit { release(bytes) }

  private static func layout(of bytes: UnsafeRawBufferPointer) -> Layout? {
    guard bytes.count >= 48, bytes.load(as: UInt64.self) == magic else { return nil }
    let field = { Int(bytes.load(fromByteOffset: 16 + 4 * $0, as: UInt32.self)) }
    let layout = Layout(
      fingerprint: field(0), slots: field(1), blocks: field(2), states: field(3),
      hanLimit: field(4), longestWord: field(5), words: field(6), form: field(7))
    let end = (layout.sections.last!.upperBound + 7) & ~7
    guard end == bytes.count else { return nil }
    let body = RawSpan(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[16...]))
    return XXHash64.hash(body) == bytes.load(fromByteOffset: 8, as: UInt64.self) ? layout : nil
  }

  /// A copy in memory, changed; for this process, not for a cache.
  func copy(_ change: (UnsafeMutableRawBufferPointer, [Range<Int>]) -> Void) -> LexiconImage {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 16)
    copy.copyMemory(from: bytes)
    change(copy, layout.sections)
    let body = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[16...])
    let hash = XXHash64.hash(RawSpan(_unsafeBytes: body))
    copy.storeBytes(of: hash, toByteOffset: 8, as: UInt64.self)
    return LexiconImage(UnsafeRawBufferPointer(copy)) { $0.deallocate() }!
  }

  /// The elements of a section.
  func section<Element>(_ number: Int, of type: Element.Type) -> UnsafeBufferPointer<Element> {
    let slice = UnsafeRawBufferPointer(rebasing: bytes[layout.sections[number]])
    return slice.bindMemory(to: type)
  }

  var fingerprint: String { String(decoding: section(7, of: UInt8.self), as: UTF8.self) }
}
