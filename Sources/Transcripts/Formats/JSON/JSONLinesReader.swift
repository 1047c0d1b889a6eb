/// JSON Lines: an object with text and times a line, by usual names (`CueKeys`).
///
/// A line that is no JSON costs that line.
struct JSONLinesReader: TranscriptReader {
  let format = TranscriptFormat(
    "jsonl", "JSON Lines, one cue per line", extensions: ["jsonl", "ndjson"],
    keeps: [.times, .speakers])

  /// The first line is such an object, and there are more of them.
  func claim(on file: SourceFile) -> FormatClaim {
    guard file.firstByte == UInt8(ascii: "{") else { return .none }
    var lines = LineScanner(file.head)
    var found = 0
    while found < 2, let line = lines.next() {
      if line.trimmed.isEmpty { continue }
      guard Self.keys(of: line) != nil else { return .none }
      found += 1
    }
    let isNamed = format.extensions.contains(file.fileExtension)
    return found == 2 || found == 1 && isNamed ? .certain : .none
  }

  private static func keys(of line: ArraySlice<UInt8>) -> CueKeys? {
    withRoot(of: line) { CueKeys($0) } ?? nil
  }

  /// - Returns: `nil` where the line is no JSON.
  private static func withRoot<R>(of line: ArraySlice<UInt8>, _ body: (JSONValue) -> R) -> R? {
    do throws(JSONFault) {
      let document = try JSONDocument(Array(line))
      return withExtendedLifetime(document) { body(document.root) }
    } catch {
      return nil
    }
  }

  /// The keys of the first line of a file of that name whose lines are of something else.
  static func unknownKeys(in file: SourceFile) -> [String]? {
    guard Self().format.extensions.contains(file.fileExtension) else { return nil }
    var lines = LineScanner(file.head)
    return lines.next().flatMap { withRoot(of: $0, SourceFile.keys) }
  }

  /// The keys of the first line where the first two are objects of JSON, whatever the file's name.
  static func keysOfLines(in file: SourceFile) -> [String]? {
    var lines = LineScanner(file.head)
    guard let first = lines.next(), let second = lines.next(),
      withRoot(of: second, { $0.kind == .object }) == true
    else { return nil }
    return withRoot(of: first) { $0.kind == .object ? SourceFile.keys(of: $0) : nil } ?? nil
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var (rows, keys) = (CueRows(), CueKeys?.none)
    var broken: (count: Int, line: Int, position: Int)?
    var (position, number) = (lines.position, 0)
    while let line = lines.next() {
      defer { position = lines.position }
      if line.trimmed.isEmpty { continue }
      number += 1
      let isRead = Self.withRoot(of: line) { root in
        keys = keys ?? CueKeys(root)
        return keys.map { rows.append(root, keys: $0, line: lines.line) } ?? false
      }
      switch isRead {
      case true: break
      case false: builder.append(element: nil, number: number, start: nil, end: nil)
      case nil:
        let count = (broken?.count ?? 0) + 1
        broken = (count, broken?.line ?? lines.line, broken?.position ?? position)
      }
    }
    if let broken {
      builder.warn(
        .brokenJSONLines(count: broken.count), line: broken.line, position: broken.position)
    }
    rows.append(to: &builder)
  }
}
