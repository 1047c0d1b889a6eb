import Synchronization

/// The file of a segment: header and contents are checked at once, each block when it is first read.
// Sendable: all properties are constants; what `checked` points to is atomic, and nothing else is written.
final class SegmentFile: @unchecked Sendable {
  private let contents: FileContents
  let counts: SegmentCounts
  /// The hash of the contents, after which the file is named.
  let hash: UInt64
  private let sections: [Range<Int>]
  private let checksums: UnsafeRawBufferPointer
  /// Of each block, whether its checksum was found right.
  private let checked: UnsafeMutablePointer<Atomic<UInt8>>
  let blockCount: Int
  /// Where sections end and the contents begin.
  private let dataLength: Int

  var path: String { contents.path }
  var size: Int { contents.bytes.count }

  init(_ contents: FileContents) throws(IndexError) {
    self.contents = contents
    let table: SegmentContents
    do throws(IndexError) {
      try Self.checkHeader(contents.bytes, path: contents.path)
      table = try SegmentContents(contents.bytes)
    } catch {
      throw error.inFile(contents.path)
    }
    (counts, sections, checksums) = (table.counts, table.sections, table.checksums)
    (hash, dataLength) = (table.hash, table.offset)
    blockCount = checksums.count / 8
    checked = .allocate(capacity: max(1, blockCount))
    for block in 0..<blockCount { (checked + block).initialize(to: Atomic(0)) }
  }

  deinit {
    checked.deinitialize(count: blockCount)
    checked.deallocate()
  }

  /// The bytes of a section, checked.
  func bytes(_ section: SegmentFormat.Section) throws(IndexError) -> UnsafeRawBufferPointer {
    try bytes(section, 0..<length(section))
  }

  func length(_ section: SegmentFormat.Section) -> Int { sections[section.rawValue].count }

  /// Some bytes of a section, checked. They stay as long as this does.
  ///
  /// - Throws: `IndexError` if they are damaged, or outside of the section.
  @inline(__always)
  func bytes(
    _ section: SegmentFormat.Section, _ range: Range<Int>
  ) throws(IndexError) -> UnsafeRawBufferPointer {
    let whole = sections[section.rawValue]
    guard range.lowerBound >= 0, range.upperBound <= whole.count else { throw outside(section) }
    let start = whole.lowerBound + range.lowerBound
    let end = whole.lowerBound + range.upperBound
    if start < end {
      for block in start >> 16...(end - 1) >> 16
      where (checked + block).pointee.load(ordering: .relaxed) == 0 {
        try check(block)
      }
    }
    return contents.bytes.part(start..<end)
  }

  /// Checks a block, whether that was done before or not.
  func check(_ block: Int) throws(IndexError) {
    let start = block * SegmentFormat.blockLength
    let end = min(start + SegmentFormat.blockLength, dataLength)
    let expected = UInt64(
      littleEndian: checksums.loadUnaligned(fromByteOffset: 8 * block, as: UInt64.self))
    guard contents.bytes.part(start..<end).hash64 == expected else {
      throw IndexError(
        .corrupt, "the checksum of \(end - start) bytes is wrong", file: path, byteOffset: start)
    }
    (checked + block).pointee.store(1, ordering: .relaxed)
  }

  /// The section in which a byte of the file stands, for messages.
  func section(at offset: Int) -> SegmentFormat.Section? {
    SegmentFormat.Section.allCases.first { sections[$0.rawValue].contains(offset) }
  }

  /// The offset in the file of bytes that it lent; `nil` if they are none.
  func offset(of part: UnsafeRawBufferPointer) -> Int? {
    guard let start = contents.bytes.baseAddress, let first = part.baseAddress else { return nil }
    let offset = first - start
    return (0...size).contains(offset) ? offset : nil
  }

  /// A reader of bytes that the file lent; its errors know the file's byte.
  func reader(_ part: UnsafeRawBufferPointer, at position: Int = 0) -> ByteReader {
    ByteReader(part, at: position, origin: offset(of: part))
  }

  /// Names the file in errors that do not know it, and, where no byte is known, the first of `part`.
  func locating<Result>(
    _ part: UnsafeRawBufferPointer? = nil, _ body: () throws(IndexError) -> Result
  ) throws(IndexError) -> Result {
    do throws(IndexError) { return try body() } catch {
      throw error.at(part.flatMap(offset)).inFile(path)
    }
  }

  /// - Parameter part: bytes that the file lent, of which the first is to blame.
  func corrupt(_ what: String, in part: UnsafeRawBufferPointer? = nil) -> IndexError {
    IndexError.corrupt(what, at: part.flatMap(offset)).inFile(path)
  }

  private func outside(_ section: SegmentFormat.Section) -> IndexError {
    IndexError.corrupt(
      "something lies outside the section “\(section)”", at: sections[section.rawValue].upperBound
    ).inFile(path)
  }

  private static func checkHeader(
    _ bytes: UnsafeRawBufferPointer, path: String
  ) throws(IndexError) {
    guard bytes.count >= SegmentFormat.headerLength + SegmentFormat.footerLength,
      bytes.starts(with: SegmentFormat.magic)
    else {
      throw .corrupt("it is not a segment file, or is too short", at: 0)
    }
    var reader = ByteReader(bytes, at: 8, origin: 0)
    let version = try reader.integer(UInt32.self)
    guard version == SegmentFormat.version else { throw .unsupported(version, path: path) }
    _ = try reader.integer(UInt32.self)
    guard try reader.integer(UInt64.self) == bytes.part(0..<16).hash64,
      bytes[12] == PackedBlock.formatNumber
    else {
      throw .corrupt("the header's checksum is wrong", at: 16)
    }
  }
}

/// The contents of a segment's file, checked.
private struct SegmentContents {
  let counts: SegmentCounts
  let sections: [Range<Int>]
  let checksums: UnsafeRawBufferPointer
  let hash: UInt64
  let offset: Int

  init(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    let footer = bytes.count - SegmentFormat.footerLength
    var end = ByteReader(bytes, at: footer, origin: 0)
    let offset = Int(clamping: try end.integer(UInt64.self))
    let length = Int(clamping: try end.integer(UInt64.self))
    hash = try end.integer(UInt64.self)
    guard offset <= footer, length == footer - offset,
      bytes[(footer + 24)...].elementsEqual(SegmentFormat.endMagic),
      bytes.part(offset..<footer).hash64 == hash
    else {
      throw .corrupt("the checksum of its table of contents is wrong", at: footer + 16)
    }
    var reader = ByteReader(bytes.part(offset..<footer), origin: offset)
    counts = try SegmentCounts(from: &reader)
    sections = try SegmentContents.sections(&reader, below: offset)
    checksums = reader.bytes.part(reader.position..<reader.bytes.count)
    let blocks = (offset + SegmentFormat.blockLength - 1) / SegmentFormat.blockLength
    guard checksums.count == 8 * blocks else { throw reader.corrupt("checksums are missing") }
    self.offset = offset
  }

  private static func sections(
    _ reader: inout ByteReader, below limit: Int
  ) throws(IndexError) -> [Range<Int>] {
    var sections: [Range<Int>] = []
    for section in SegmentFormat.Section.allCases {
      let offset = Int(clamping: try reader.integer(UInt64.self))
      let count = Int(clamping: try reader.integer(UInt64.self))
      guard offset <= limit, count <= limit - offset else {
        throw reader.corrupt("the section “\(section)” lies outside the file")
      }
      sections.append(offset..<offset + count)
    }
    return sections
  }
}
