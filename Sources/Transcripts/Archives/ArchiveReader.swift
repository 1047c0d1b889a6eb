import LibArchive

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Walks the members of an archive by libarchive: zip, tar (plain or compressed), or one file that is
/// compressed by gzip, zstd, xz or bzip2.
///
/// Nothing is written to disk, and no more than one block of a member is held. A reader must not be used by two
/// threads at a time.
public final class ArchiveReader {
  /// What may come out of an archive at most. Archives that decompress to more are refused.
  public struct Limits: Hashable, Sendable {
    /// The bytes of one member.
    public var memberSize: Int
    /// The bytes of all members for each byte of the archive. Deflate reaches 1,032; text seldom 20.
    public var ratio: Int

    public init(memberSize: Int = 1 << 30, ratio: Int = 200) {
      (self.memberSize, self.ratio) = (memberSize, ratio)
    }
  }

  /// A member of an archive, as its header describes it.
  public struct Member: Hashable, Sendable {
    public enum Kind: Hashable, Sendable {
      case file
      /// A symbolic link, or a file that a tar holds under another name already.
      case link
      /// A folder, a device and the like, none of which has content.
      case other
    }

    /// The path within the archive, as it is written there: UTF-8 where the archive says so.
    ///
    /// A file that is only compressed has no path: libarchive calls it `data`.
    public let path: [UInt8]
    /// In bytes; `nil` where the archive does not say.
    public let size: Int?
    public let kind: Kind
    public let isEncrypted: Bool
  }

  /// Small archives may decompress to as much, whatever the ratio.
  private static let smallSize = 1 << 20
  private static let blockSize = 1 << 16
  // Made once and never changed or freed; threads only choose it.
  nonisolated(unsafe) private static let nameLocale =
    newlocale(LC_CTYPE_MASK, "C.UTF-8", nil) ?? newlocale(LC_CTYPE_MASK, "en_US.UTF-8", nil)

  private let archive: OpaquePointer
  private let limits: Limits
  /// The bytes that may come out of the whole archive.
  private let mostBytes: Int
  private var isEncrypted = false
  /// What came out so far: of all members, and of this one.
  private var total = 0
  private var memberTotal = 0
  /// The sizes that the headers of a tar tell.
  private var announced = 0

  private init(_ archive: OpaquePointer, size: Int, _ limits: Limits) {
    (self.archive, self.limits) = (archive, limits)
    let (bytes, isOver) = size.multipliedReportingOverflow(by: limits.ratio)
    mostBytes = isOver ? .max : max(bytes, Self.smallSize)
  }

  deinit { archive_read_free(archive) }

  /// Opens an archive that lies in memory, for a closure that the reader must not outlive.
  ///
  /// - Throws: `ArchiveError`.
  public static func withArchive<Result>(
    in bytes: [UInt8], limits: Limits = Limits(),
    _ body: (ArchiveReader) throws(ArchiveError) -> Result
  ) throws(ArchiveError) -> Result {
    let archive = newArchive()
    // The closure of the array cannot throw typed errors: they come out as a value.
    let result = bytes.withUnsafeBytes { bytes -> Swift.Result<Result, ArchiveError> in
      Swift.Result { () throws(ArchiveError) in
        let reader = ArchiveReader(archive, size: bytes.count, limits)
        try check(archive_read_open_memory(archive, bytes.baseAddress, bytes.count), archive)
        return try body(reader)
      }
    }
    return try result.get()
  }

  /// Opens an archive file, which is read in blocks.
  ///
  /// - Parameters:
  ///   - path: as the system has it, without a NUL.
  ///   - size: the bytes of the file, for the limit on the ratio.
  /// - Throws: `ArchiveError`.
  public convenience init(
    atPath path: [UInt8], size: Int, limits: Limits = Limits()
  ) throws(ArchiveError) {
    self.init(Self.newArchive(), size: size, limits)
    let status = (path + [0]).withUnsafeBytes {
      archive_read_open_filename(
        archive, $0.baseAddress?.assumingMemoryBound(to: CChar.self), Self.blockSize)
    }
    guard status >= ARCHIVE_WARN else { throw .inaccessible(Self.message(archive)) }
  }

  /// Whether bytes begin as an archive or a compressed file does.
  public static func isArchive(_ head: [UInt8]) -> Bool {
    let magic: [[UInt8]] = [
      Array("PK\u{3}\u{4}".utf8), Array("PK\u{5}\u{6}".utf8), [0x1F, 0x8B],
      [0x28, 0xB5, 0x2F, 0xFD],
      [0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], Array("BZh".utf8),
    ]
    return magic.contains { head.starts(with: $0) }
      || head.dropFirst(257).starts(with: "ustar".utf8)
  }

  private static func newArchive() -> OpaquePointer {
    let archive = archive_read_new()!
    archive_read_support_format_zip(archive)
    archive_read_support_format_tar(archive)
    archive_read_support_format_raw(archive)
    archive_read_support_filter_gzip(archive)
    archive_read_support_filter_zstd(archive)
    archive_read_support_filter_xz(archive)
    archive_read_support_filter_bzip2(archive)
    return archive
  }

  private static func message(_ archive: OpaquePointer) -> String {
    archive_error_string(archive).map { String(cString: $0) } ?? ""
  }

  private static func check(_ status: CInt, _ archive: OpaquePointer) throws(ArchiveError) {
    guard status >= ARCHIVE_WARN else { throw .damaged(message(archive)) }
  }

  /// The next member, or `nil` after the last one. What was not read of this one is passed over.
  ///
  /// - Throws: `ArchiveError`.
  public func next() throws(ArchiveError) -> Member? {
    // Without a locale of UTF-8, libarchive drops names that are not ASCII.
    let locale = uselocale(Self.nameLocale)
    defer { uselocale(locale) }
    var header: OpaquePointer?
    let status = archive_read_next_header(archive, &header)
    guard status != ARCHIVE_EOF else { return nil }
    try Self.check(status, archive)
    guard let header, !isBare else { throw .notAnArchive }
    let member = Member(header)
    (memberTotal, isEncrypted) = (0, member.isEncrypted)
    try noteAnnounced(member)
    return member
  }

  /// Whether the bytes are neither an archive nor compressed: libarchive takes anything as `raw`.
  private var isBare: Bool {
    archive_format(archive) == ARCHIVE_FORMAT_RAW && archive_filter_count(archive) == 1
  }

  /// The members of a compressed tar cost their whole size, even those that are not read.
  private func noteAnnounced(_ member: Member) throws(ArchiveError) {
    guard archive_format(archive) & ARCHIVE_FORMAT_BASE_MASK == ARCHIVE_FORMAT_TAR,
      let size = member.size
    else { return }
    announced += min(max(size, 0), 1 << 50)
    guard announced <= mostBytes else { throw .tooCompressed(ratio: limits.ratio) }
  }

  /// Whether the archive is one file that is only compressed; known when a member was asked for.
  public var isCompressedFile: Bool {
    archive_format(archive) == ARCHIVE_FORMAT_RAW && archive_filter_count(archive) > 1
  }

  /// The bytes of the current member that were not read yet, or the first ones of them.
  ///
  /// - Parameter limit: about how many bytes are wanted; a block more may come.
  /// - Throws: `ArchiveError` when the member is encrypted or damaged, or beyond a limit of the archive.
  public func read(upTo limit: Int = .max) throws(ArchiveError) -> [UInt8] {
    guard !isEncrypted else { throw .encrypted }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: Self.blockSize)
    while bytes.count < limit {
      let count = block.withUnsafeMutableBytes {
        archive_read_data(archive, $0.baseAddress, $0.count)
      }
      guard count > 0 else {
        try checkEnd(count)
        break
      }
      try note(count)
      bytes += block[..<count]
    }
    return bytes
  }

  private func checkEnd(_ count: Int) throws(ArchiveError) {
    guard count < 0 else { return }
    throw .damaged(Self.message(archive))
  }

  private func note(_ count: Int) throws(ArchiveError) {
    total += count
    memberTotal += count
    guard memberTotal <= limits.memberSize else { throw .tooLarge(limit: limits.memberSize) }
    guard total <= mostBytes else { throw .tooCompressed(ratio: limits.ratio) }
  }
}

extension ArchiveReader.Member {
  fileprivate init(_ header: OpaquePointer) {
    // A name that is no UTF-8, as zip programs of old systems write it, is given as it is.
    let name = archive_entry_pathname_utf8(header) ?? archive_entry_pathname(header)
    path =
      name.map { name in
        UnsafeBufferPointer(start: name, count: strlen(name)).map { UInt8(bitPattern: $0) }
      } ?? []
    size = archive_entry_size_is_set(header) != 0 ? Int(archive_entry_size(header)) : nil
    kind = Kind(header)
    isEncrypted = archive_entry_is_encrypted(header) != 0
  }
}

extension ArchiveReader.Member.Kind {
  fileprivate init(_ header: OpaquePointer) {
    switch archive_entry_filetype(header) {
    case 0o100000: self = .file
    case 0o120000: self = .link
    // libarchive tells no type of a hard link without content.
    default: self = archive_entry_hardlink(header) == nil ? .other : .link
    }
  }
}
