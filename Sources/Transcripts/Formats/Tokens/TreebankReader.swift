/// CoNLL-U, in which treebanks come: a sentence is a cue, as its comment `# text` has it, or else as its words are
/// joined.
struct TreebankReader: TranscriptReader {
  let format = TranscriptFormat(
    "conllu", "CoNLL-U treebanks", extensions: ["conllu", "conll"], keeps: [.speakers, .metadata])

  func claim(on file: SourceFile) -> FormatClaim {
    var lines = LineScanner(file.head)
    while let line = lines.next() {
      if line.isEmpty || line.first == UInt8(ascii: "#") { continue }
      let fields = line.split(separator: 0x09, maxSplits: 10, omittingEmptySubsequences: false)
      let isWord = fields.count == 10 && (0x30...0x39).contains(fields[0].first ?? 0)
      return isWord ? .certain : .none
    }
    return .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) {
    var lines = LineScanner(file.text.bytes)
    var sentence = Sentence()
    while let line = lines.next() {
      if line.trimmed.isEmpty {
        sentence.flush(&builder)
      } else if line.first == UInt8(ascii: "#") {
        sentence.takeComment(line.dropFirst(), &builder)
      } else {
        sentence.append(line, number: lines.line, &builder)
      }
    }
    sentence.flush(&builder)
  }

  private struct Sentence {
    private var text: ArraySlice<UInt8>?
    private var words: [UInt8] = []
    private var join = WordJoin()
    private var clings = true
    private var speaker: String?
    private var line: Int?
    /// Words up to this number are parts of one that was taken already.
    private var taken = 0

    /// `text = …`, `speaker = …`; those of the first document give title and date.
    mutating func takeComment(_ comment: ArraySlice<UInt8>, _ builder: inout TranscriptBuilder) {
      guard let sign = comment.offset(of: UInt8(ascii: "=")) else { return }
      let value = comment[(sign + 1)...].trimmed
      switch comment[..<sign].trimmed.string.lowercased() {
      case "text": text = value
      case "speaker", "speaker_id", "who": speaker = value.string
      case "title", "meta::title", "doc_title":
        if builder.metadata.title.isEmpty { builder.metadata.title = value.string }
      case "date", "meta::date", "meta::datecollected":
        if builder.metadata.date.isEmpty { builder.metadata.date = DateText.first(in: value) ?? "" }
      default: break
      }
    }

    mutating func append(
      _ row: ArraySlice<UInt8>, number: Int, _ builder: inout TranscriptBuilder
    ) {
      if line == nil { line = number }
      guard let tab = row.offset(of: 0x09), let first = Self.number(row[..<tab]) else {
        builder.line = number
        return builder.noteStrayLine()
      }
      // Words that are not spoken have numbers such as 8.1.
      guard row[..<tab].offset(of: UInt8(ascii: ".")) == nil, first > taken else { return }
      if let dash = row[..<tab].offset(of: UInt8(ascii: "-")) {
        taken = Self.number(row[(dash + 1)..<tab]) ?? taken
      }
      let word = Self.field(1, of: row) ?? []
      word.withUnsafeBufferPointer { join.join($0, to: &words, clings: clings) }
      clings = Self.field(9, of: row)?.contains("SpaceAfter=No") ?? false
    }

    /// The field of a number, from 0; `nil` where the row has fewer.
    private static func field(_ index: Int, of row: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
      var rest = row
      for _ in 0..<index {
        guard let tab = rest.offset(of: 0x09) else { return nil }
        rest = rest[(tab + 1)...]
      }
      return rest[..<(rest.offset(of: 0x09) ?? rest.endIndex)]
    }

    mutating func flush(_ builder: inout TranscriptBuilder) {
      builder.line = line
      builder.append(text ?? words[...], speaker: speaker)
      self = Sentence()
    }

    private static func number(_ field: ArraySlice<UInt8>) -> Int? {
      TimeCode.digits(field.prefix { (0x30...0x39).contains($0) })
    }
  }
}
