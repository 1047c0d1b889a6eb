/// A file as the readers see it: its name, its bytes, its text, and what they are parsed as.
final class SourceFile {
  enum JSONContent {
    case parsed(JSONDocument)
    case broken(TranscriptError)
    /// The text does not begin as JSON.
    case other
  }

  /// Readers judge a text by its first bytes, so many.
  static let headLength = 32 << 10

  let fileName: String
  /// In lower case; empty without one.
  let fileExtension: String
  /// Empty where the file is a zip archive.
  let text: SourceText
  /// The bytes of a file that is a zip archive, as documents of word processors are.
  let archive: [UInt8]?

  /// Decodes the bytes of a file, see `SourceText`.
  init(_ bytes: [UInt8], fileName: String, encoding: String?) throws(TranscriptError) {
    self.fileName = fileName
    fileExtension = Self.fileExtension(of: fileName)
    archive = bytes.starts(with: Self.archiveMark) ? bytes : nil
    text = try SourceText(decoding: archive == nil ? bytes : [], encoding: encoding)
  }

  /// How zip archives begin.
  private static let archiveMark: [UInt8] = [0x50, 0x4B, 0x03, 0x04]

  /// The beginning of the text, cut at the end of a line where there is one.
  private(set) lazy var head: [UInt8] = {
    guard Self.headLength < text.bytes.count else { return text.bytes }
    let head = text.bytes.prefix(Self.headLength)
    let end = head.lastIndex { $0 == 0x0A || $0 == 0x0D }
    return Array(end.map { head[...$0] } ?? head)
  }()

  /// The first byte that is no white space.
  var firstByte: UInt8? { text.bytes.first { $0 > 0x20 } }

  /// Whether there is nothing but white space.
  var isEmpty: Bool { archive == nil && firstByte == nil }

  /// The text as JSON, parsed when it is first asked for.
  private(set) lazy var json: JSONContent = {
    guard JSONBeginning.mayBegin(text.bytes) else { return .other }
    do throws(JSONFault) {
      return .parsed(try JSONDocument(text.bytes))
    } catch {
      return .broken(error.error(in: text))
    }
  }()

  /// The first element, where the text is XML or HTML.
  private(set) lazy var root: MarkupRoot? = {
    firstByte == UInt8(ascii: "<") ? MarkupRoot(head[...]) : nil
  }()

  /// Whether it may be a text at all: it holds no NUL and hardly any other controls.
  private(set) lazy var isText: Bool = {
    let (controls, zeros) = head.withUnsafeBytes(PlainTextReader.countControls)
    return archive == nil && zeros == 0 && controls * 100 <= head.count
  }()

  /// The paths of the first members, where the file is a zip archive.
  private(set) lazy var memberPaths: [String] = {
    guard let archive else { return [] }
    do throws(ArchiveError) {
      return try OfficeDocument.paths(in: archive)
    } catch {
      return []
    }
  }()

  /// Whether one of some readers is certain of the content, for readers that take what stricter ones leave.
  func isCertain(to readers: [any TranscriptReader]) -> Bool {
    readers.contains { $0.claim(on: self) == .certain }
  }

  /// Why no reader has the file.
  var refusal: TranscriptError {
    var error = refusalReason
    error.holdsHan = holdsHan
    return error
  }

  private var refusalReason: TranscriptError {
    if isEmpty { return TranscriptError(.empty) }
    if let kind = UnreadKind.refusal(of: text.bytes) { return kind }
    if let root { return TranscriptError(.otherMarkup(root: root.name)) }
    if let keys = JSONLinesReader.unknownKeys(in: self) { return TranscriptError(.otherJSON(keys)) }
    switch json {
    case .parsed(let document): return TranscriptError(.otherJSON(Self.keys(of: document.root)))
    case .broken(let error) where fileExtension.hasPrefix("json"):
      return JSONLinesReader.keysOfLines(in: self).map { TranscriptError(.otherJSON($0)) } ?? error
    case .broken, .other: break
    }
    if let header = DelimitedReader.header(of: self) {
      return TranscriptError(.noTextColumn(header))
    }
    return TranscriptError(
      FormatTable.rank(ofExtension: fileExtension) == nil ? .unknownName(fileName) : .otherContent)
  }

  /// Whether the beginning holds a Han character of the basic block.
  private var holdsHan: Bool {
    let head = head
    return head.indices.dropLast(2).contains { index in
      (0xE4...0xE9).contains(head[index]) && (0x80...0xBF).contains(head[index + 1])
    }
  }

  /// The first keys of an object, or of the first object in a list.
  static func keys(of root: JSONValue) -> [String] {
    let object = root.kind == .list ? root.elements.first : root
    return object.map { Array($0.members.lazy.map(\.key).prefix(8)) } ?? []
  }

  /// The extension of a name in lower case, without its dot; empty without one.
  static func fileExtension(of fileName: String) -> String {
    guard let dot = fileName.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
    return fileName[fileName.index(after: dot)...].lowercased()
  }
}
