/// Writes the file of a segment from start to end: sections, checksums, contents, footer.
///
/// Memory: a buffer of a megabyte, and eight bytes for every 64 KB written.
struct SegmentFileWriter {
  private let file: any OutputFile
  private var buffer: [UInt8] = []
  /// Bytes of the file before the buffer.
  private var flushed = 0
  private var checksums: [UInt64] = []
  private var sections = [Range<Int>](repeating: 0..<0, count: SegmentFormat.Section.allCases.count)

  private static let bufferLength = 1 << 20

  init(_ file: any OutputFile) {
    self.file = file
    buffer.reserveCapacity(Self.bufferLength + SegmentFormat.blockLength)
    buffer += SegmentFormat.header
  }

  /// Where the next byte will stand in the file.
  var position: Int { flushed + buffer.count }

  /// Writes a section: what `body` appends.
  mutating func section(
    _ section: SegmentFormat.Section,
    _ body: (inout SegmentFileWriter) throws(IndexError) -> Void
  ) throws(IndexError) {
    begin(section)
    try body(&self)
    end(section)
  }

  /// Starts a section; what is appended up to `end` is in it.
  mutating func begin(_ section: SegmentFormat.Section) {
    sections[section.rawValue] = position..<position
  }

  mutating func end(_ section: SegmentFormat.Section) {
    sections[section.rawValue] = sections[section.rawValue].lowerBound..<position
  }

  mutating func append(_ bytes: [UInt8]) throws(IndexError) {
    try bytes.lend { (bytes) throws(IndexError) in try append(bytes) }
  }

  mutating func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError) {
    // The postings of one word may be much longer than the buffer.
    for start in stride(from: 0, to: bytes.count, by: Self.bufferLength) {
      buffer += bytes.part(start..<min(start + Self.bufferLength, bytes.count))
      if buffer.count >= Self.bufferLength { try flush(all: false) }
    }
  }

  /// Writes contents and footer, and makes the file safe.
  ///
  /// - Returns: the hash of the contents, which names the segment, and the size of the file.
  mutating func finish(
    _ counts: SegmentCounts
  ) throws(IndexError) -> (hash: UInt64, size: Int) {
    let offset = position
    try flush(all: true)
    var contents: [UInt8] = []
    counts.write(to: &contents)
    for section in sections {
      contents.appendInteger(UInt64(section.lowerBound))
      contents.appendInteger(UInt64(section.count))
    }
    for checksum in checksums { contents.appendInteger(checksum) }
    let hash = contents.hash64
    let length = contents.count
    for field in [UInt64(offset), UInt64(length), hash] { contents.appendInteger(field) }
    contents += SegmentFormat.endMagic
    try contents.lend { (bytes) throws(IndexError) in try file.append(bytes) }
    try file.sync()
    file.close()
    return (hash, offset + length + SegmentFormat.footerLength)
  }

  /// Writes the whole blocks of the buffer, or everything.
  private mutating func flush(all: Bool) throws(IndexError) {
    let length = SegmentFormat.blockLength
    let count = all ? buffer.count : buffer.count / length * length
    let file = self.file
    var checksums = self.checksums
    try buffer.lend { (bytes) throws(IndexError) in
      for start in stride(from: 0, to: count, by: length) {
        checksums.append(bytes.part(start..<min(start + length, count)).hash64)
      }
      if count > 0 { try file.append(bytes.part(0..<count)) }
    }
    self.checksums = checksums
    flushed += count
    buffer.removeSubrange(..<count)
  }
}
