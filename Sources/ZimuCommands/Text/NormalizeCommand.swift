import ArgumentParser
import Reporting
import TextNormalization
import Zimu

/// `zimu normalize`: lines rewritten.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Rewrite lines of text in simplified characters, or in search form.",
    discussion: """
      --form simplified is ICU's Traditional-Simplified, except for names with 乾
      (康乾). Case, width and other punctuation stay.

      --form search is the form that is indexed: NFKC_Casefold, then traditional
      to simplified characters one by one, then one form of dashes, quotation
      marks and middle dots.

      With --offsets, each line is a JSON object: its text, and the ranges whose
      bytes do not correspond one to one, as UTF-8 byte offsets in the text and in
      the original. Invalid bytes become U+FFFD and are listed as broken.

      --table prints the mappings of the search form, each with its origin.

      EXAMPLES
        zimu normalize talk.txt
        echo ＯｐｅｎＡＩ的軟體 | zimu normalize --form search
        zimu normalize --form search --offsets talk.txt
        zimu normalize --table --format csv
      """)

  @Argument(help: ArgumentHelp("Files to read (default: standard input).", valueName: "file"))
  var files: [String] = []

  @Option(help: "Form to rewrite lines in (default: simplified).")
  var form: LineNormalizer.Form?

  @Flag(help: "Print each line as a JSON object, with offsets into the original.")
  var offsets = false

  @Flag(help: "Print the mappings of the search form instead of rewriting anything.")
  var table = false

  @OptionGroup var tableOptions: TableOptions

  func validate() throws {
    guard !table || files.isEmpty && !offsets && form == nil else {
      throw ValidationError("--table takes no files, no --form and no --offsets.")
    }
    guard table || tableOptions.format == .table else {
      throw ValidationError("--format needs --table.")
    }
  }

  func run() throws {
    if table { return try tableOptions.print(Self.mappings()) }
    let normalizer = try LineNormalizer(form ?? .simplified)
    var filter = LineFilter(files)
    try filter.run { line, number, output in
      let text = try normalizer.normalize(line)
      if offsets {
        output += Self.json(text, line: number).utf8
      } else {
        output += text.bytes
      }
      output.append(0x0A)
    }
  }

  private static func json(_ text: NormalizedText, line: Int) -> String {
    let edits = text.offsets.edits.map { edit in
      "{\"start\":\(edit.form.lowerBound),\"end\":\(edit.form.upperBound),"
        + "\"original_start\":\(edit.original.lowerBound),"
        + "\"original_end\":\(edit.original.upperBound)}"
    }
    let string = JSONText.string(String(decoding: text.bytes, as: UTF8.self))
    return "{\"line\":\(line),\"text\":\(string),\"offsets\":[\(edits.joined(separator: ","))],"
      + "\"broken\":\(text.broken)}"
  }

  private static func mappings() throws -> Table {
    let mappings = try FoldMapping.all()
    let rows = mappings.map { mapping -> [Table.Cell] in
      let code = String(mapping.scalar, radix: 16, uppercase: true)
      let character = Unicode.Scalar(mapping.scalar).map { String(Character($0)) } ?? ""
      return [
        .text("U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code),
        .text(character), .text(mapping.result), .text(mapping.origin),
      ]
    }
    return Table(
      columns: [.text("code"), .text("from"), .text("to"), .text("origin")], rows: rows,
      foot: ["\(FixedDecimal.grouped(rows.count)) mappings."])
  }
}
