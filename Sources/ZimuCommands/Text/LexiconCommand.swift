import ArgumentParser
import Reporting
import TextNormalization
import WordSegmentation
import Zimu

/// `zimu lexicon`: why a text is cut as it is.
struct LexiconCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lexicon",
    abstract: "Explain a segmentation: the candidate words, their costs and where they come from.",
    discussion: """
      Of all ways to segment a run of Han and kana, Zimu takes the one with the
      lowest total cost. Each row is a candidate word:

        start, end  UTF-8 byte offsets in the segmented text
        cost        the lower, the likelier the word (scaled −log probability)
        source      icu        ICU's dictionary
                    unknown    a character that is not a word by itself
                    katakana   a run of Katakana, taken as one word
                    rules      a word found by the word rules, outside such runs
                    FILE:LINE  a line of a user dictionary, as it was read
        taken       yes, if the word is part of the segmentation

      An index changes some words afterwards (三|个|人 for 三|个人, C++ for
      C|+|+). The table does not show this; `zimu segment --normalize search`
      does.

      Without TEXT, lists the lines of the user dictionaries as they were read.

      EXAMPLES
        zimu lexicon 北京大学生前来应聘
        zimu lexicon --user-dictionary names.txt 我们讨论人工智能
        zimu lexicon --user-dictionary names.txt
      """)

  @Argument(help: ArgumentHelp("Text to segment.", valueName: "text"))
  var text: String?

  @Option(
    help:
      "Segment the text as it is (none), or its search form (search), as an index does (default: none)."
  )
  var normalize: SegmentCommand.Normalization?

  @Option(
    help: ArgumentHelp("User dictionary, see zimu segment; repeatable.", valueName: "file"))
  var userDictionary: [String] = []

  @OptionGroup var table: TableOptions

  func validate() throws {
    guard text != nil || !userDictionary.isEmpty else {
      throw ValidationError("Give a text or a user dictionary.")
    }
    guard text != nil || normalize == nil else {
      throw ValidationError("--normalize needs a text.")
    }
  }

  func run() throws {
    let dictionary = try SegmentationOptions.dictionary(userDictionary) ?? UserDictionary()
    guard let text else { return try table.print(Self.table(of: dictionary)) }
    let form = normalize == .search ? Lexicon.Form.search : .original
    let words = try UserWords(dictionary, Lexicon.shared(form))
    var bytes = Array(text.utf8)
    if form == .search { bytes = Array(try SearchFormFolder().fold(bytes.span).bytes) }
    let considered = try WordSegmenter(words).explain(bytes.span)
    try table.print(
      Table(columns: Self.columns, rows: considered.map { Self.row($0, bytes) }, foot: []))
  }

  private static let columns: [Table.Column] = [
    .number("start"), .number("end"), .text("word"), .number("cost"), .text("source"),
    .text("taken"),
  ]

  private static func row(
    _ word: WordSegmenter.ConsideredWord, _ bytes: [UInt8]
  ) -> [Table.Cell] {
    [
      .integer(word.range.lowerBound), .integer(word.range.upperBound),
      .text(String(decoding: bytes[word.range], as: UTF8.self)), .integer(word.cost),
      .text(source(word.source)), .flag(word.isTaken),
    ]
  }

  private static func source(_ source: WordSegmenter.ConsideredWord.Source) -> String {
    switch source {
    case .dictionary: "icu"
    case .unknown: "unknown"
    case .katakana: "katakana"
    case .rules: "rules"
    case .user(let entry): "\(entry.file):\(entry.line) \(reading(of: entry))"
    }
  }

  /// How a line was read, in a word or two.
  private static func reading(of entry: UserDictionary.Entry) -> String {
    let weight = entry.weight.map { ", frequency " + FixedDecimal.format($0, places: 2) } ?? ""
    return action(of: entry) + weight
  }

  private static func action(of entry: UserDictionary.Entry) -> String {
    switch entry.action {
    case .add: "added"
    case .force: "forced"
    case .remove: "removed"
    }
  }

  private static func table(of dictionary: UserDictionary) -> Table {
    Table(
      columns: [
        .text("file"), .number("line"), .text("term"), .text("key"), .text("reading"),
        .number("weight"), .text("tag"),
      ],
      rows: dictionary.entries.map { entry in
        [
          .text(entry.file), .integer(entry.line), .text(entry.term),
          .text(String(decoding: entry.key, as: UTF8.self)), .text(action(of: entry)),
          .decimal(entry.weight, places: 2), .known(entry.tag),
        ]
      }, foot: [])
  }
}
