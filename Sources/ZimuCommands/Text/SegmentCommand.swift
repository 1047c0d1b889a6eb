import ArgumentParser
import Reporting
import Zimu

/// `zimu segment`: lines cut into words.
struct SegmentCommand: ParsableCommand {
  /// How segments are printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case plain, ndjson
  }

  /// What is done to the text before it is cut.
  enum Normalization: String, CaseIterable, ExpressibleByArgument {
    case none, search
  }

  static let configuration = CommandConfiguration(
    commandName: "segment",
    abstract: "Segment lines of text into words and punctuation.",
    discussion: """
      Plain output has one space between segments. With ndjson, each line is a
      JSON object with the text, UTF-8 byte offsets and kind of each segment: han,
      kana, hangul, letters, number, symbol, other, user or name.

      With --normalize search, the search form is segmented, as in an index. The
      text printed is still that of the input; ndjson adds the search form as
      form. Some words then differ from ICU's:

        - the possessive 's belongs to no word
        - C++, G++, C#, F#, .NET and initials (U.S.) keep their symbols
        - @ and : separate words
        - a measure word is separate: 三|个|人 instead of 三|个人
        - 小孩儿 becomes 小孩|儿

      EXAMPLES
        zimu segment talk.txt
        echo 我觉得OpenAI的模型很厉害 | zimu segment
        zimu segment --user-dictionary names.txt talk.txt
        zimu segment --normalize search --format ndjson talk.txt
      """)

  @Argument(help: ArgumentHelp("Files to read (default: standard input).", valueName: "file"))
  var files: [String] = []

  @Option(help: "Output format.")
  var format = Format.plain

  @Option(help: "Segment the text as it is (none), or its search form (search).")
  var normalize = Normalization.none

  @OptionGroup var segmentation: SegmentationOptions

  func run() throws {
    let segmenter = try LineSegmenter(
      segmentation.segmentation(normalize == .search ? .search : .original),
      usesSearchForm: normalize == .search)
    var filter = LineFilter(files)
    try filter.run { line, number, output in
      switch format {
      case .plain: try Self.append(line, segmenter, to: &output)
      case .ndjson: output += Self.json(try segmenter.segments(of: line), line: number).utf8
      }
      output.append(0x0A)
    }
  }

  /// One space between two segments; broken bytes as U+FFFD.
  private static func append(
    _ line: ArraySlice<UInt8>, _ segmenter: LineSegmenter, to output: inout [UInt8]
  ) throws {
    let start = output.count
    let isValid = String(validating: line, as: UTF8.self) != nil
    try segmenter.forEachSegment(of: line) { range, _, _ in
      if output.count > start { output.append(0x20) }
      let bytes = line[line.startIndex + range.lowerBound..<line.startIndex + range.upperBound]
      if isValid { output += bytes } else { output += String(decoding: bytes, as: UTF8.self).utf8 }
    }
  }

  private static func json(_ segments: [LineSegmenter.Segment], line: Int) -> String {
    let objects = segments.map { segment in
      let form = segment.form.map { ",\"form\":" + JSONText.string($0) } ?? ""
      return "{\"text\":\(JSONText.string(segment.text)),\"start\":\(segment.range.lowerBound),"
        + "\"end\":\(segment.range.upperBound),\"kind\":\"\(segment.kind)\"\(form)}"
    }
    return "{\"line\":\(line),\"segments\":[\(objects.joined(separator: ","))]}"
  }
}
