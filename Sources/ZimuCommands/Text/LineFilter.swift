/// Runs over the lines of files, or of standard input, and writes something for each.
///
/// Lines end at LF; a CR before it is not text. Memory is bounded by the longest line.
struct LineFilter {
  /// Output is written in parts of about this many bytes.
  private static let partSize = 1 << 16

  private let files: [String]
  private var pending: [UInt8] = []
  private var output: [UInt8] = []
  private var line = 0

  /// - Parameter files: their paths; none, or `-`, is standard input.
  init(_ files: [String]) {
    self.files = files.isEmpty ? ["-"] : files
  }

  /// - Parameter body: appends to the output what a line, numbered from 1, becomes.
  mutating func run(
    _ body: (_ line: ArraySlice<UInt8>, _ number: Int, _ output: inout [UInt8]) throws -> Void
  ) throws {
    do {
      for file in files {
        try InputFile.readParts(of: file) { part in try take(part, body) }
        if !pending.isEmpty { try endLine([], body) }
      }
    } catch {
      // What is done is printed before the error is.
      try flush()
      throw error
    }
    try flush()
  }

  private mutating func take(
    _ part: [UInt8], _ body: (ArraySlice<UInt8>, Int, inout [UInt8]) throws -> Void
  ) throws {
    var start = part.startIndex
    while let end = part[start...].firstIndex(of: 0x0A) {
      try endLine(part[start..<end], body)
      start = end + 1
    }
    pending += part[start...]
  }

  /// Ends a line of which `rest` is the last part.
  private mutating func endLine(
    _ rest: ArraySlice<UInt8>, _ body: (ArraySlice<UInt8>, Int, inout [UInt8]) throws -> Void
  ) throws {
    var text = rest
    if !pending.isEmpty {
      pending += rest
      text = pending[...]
      pending = []
    }
    if text.last == 0x0D { text = text.dropLast() }
    line += 1
    try body(text, line, &output)
    if output.count >= Self.partSize { try flush() }
  }

  private mutating func flush() throws {
    try Console.current.write(output)
    output.removeAll(keepingCapacity: true)
  }
}
