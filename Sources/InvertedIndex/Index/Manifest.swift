/// What an index is made of: one small file, replaced all at once with every commit.
///
///     magic      "ZIMUMAN\0"
///     version    UInt32
///     settings   see `IndexSettings`
///     lexicon    UInt64: the hash that names its file, 0 without one
///     segments   varint count; of each UInt64 hash, which names its file, varint size of the file,
///                varint words, varint bytes of the bitmap of deleted episodes, the bitmap
///     checksum   UInt64: XXH64 of all before
///
/// The generation is in the file's name alone, so that equal indexes have equal manifests.
struct Manifest: Hashable {
  struct Entry: Hashable {
    var hash: UInt64
    var size: Int
    /// Words of all episodes, deleted ones too.
    var words: Int
    var deleted: [UInt8]

    var name: String { IndexFormat.name(IndexFormat.segmentPrefix, hash) }

    /// Whether the bitmap is one of so many episodes, and of no more.
    func deletes(from episodes: Int) -> Bool {
      guard let last = deleted.last else { return true }
      return deleted.count == (episodes + 7) / 8
        && (episodes & 7 == 0 || last >> UInt8(episodes & 7) == 0)
    }
  }

  var settings: IndexSettings
  var lexicon: UInt64 = 0
  var segments: [Entry] = []

  static let magic: [UInt8] = Array("ZIMUMAN\0".utf8)

  init(settings: IndexSettings) {
    self.settings = settings
  }

  var bytes: [UInt8] {
    var writer = ByteWriter()
    writer.append(Self.magic)
    writer.integer(IndexFormat.version)
    settings.write(to: &writer)
    writer.integer(lexicon)
    writer.varint(segments.count)
    for segment in segments {
      writer.integer(segment.hash)
      writer.varint(segment.size)
      writer.varint(segment.words)
      writer.varint(segment.deleted.count)
      writer.append(segment.deleted)
    }
    writer.integer(writer.bytes.hash64)
    return writer.bytes
  }

  init(_ contents: FileContents) throws(IndexError) {
    do throws(IndexError) {
      try self.init(contents.bytes, path: contents.path)
    } catch {
      throw error.inFile(contents.path)
    }
  }

  private init(_ bytes: UnsafeRawBufferPointer, path: String) throws(IndexError) {
    guard bytes.count >= 20, bytes.starts(with: Self.magic) else {
      throw .corrupt("it is not a manifest, or is too short", at: 0)
    }
    var reader = ByteReader(bytes, at: 8, origin: 0)
    let version = try reader.integer(UInt32.self)
    guard version == IndexFormat.version else { throw .unsupported(version, path: path) }
    var end = ByteReader(bytes, at: bytes.count - 8, origin: 0)
    guard try end.integer(UInt64.self) == bytes.part(0..<bytes.count - 8).hash64 else {
      throw .corrupt("its checksum is wrong", at: bytes.count - 8)
    }
    reader = ByteReader(bytes.part(0..<bytes.count - 8), at: 12, origin: 0)
    settings = try IndexSettings(from: &reader)
    lexicon = try reader.integer(UInt64.self)
    for _ in 0..<(try reader.varint()) {
      segments.append(
        Entry(
          hash: try reader.integer(UInt64.self), size: try reader.varint(),
          words: try reader.varint(), deleted: Array(try reader.raw(try reader.varint()))))
    }
    guard reader.isAtEnd else { throw reader.corrupt("bytes are left over") }
  }

  /// The name of what is derived from the commit.
  func derivedName(_ content: DerivedContent) -> String {
    IndexFormat.name(IndexFormat.derivedPrefix, bytes.hash64 &+ content.rawValue)
  }

  /// The names of the files that belong to it.
  var fileNames: Set<String> {
    var names = Set(segments.map(\.name) + DerivedContent.allCases.map(derivedName))
    if lexicon != 0 { names.insert(IndexFormat.name(IndexFormat.lexiconPrefix, lexicon)) }
    return names
  }
}
