import ArgumentParser
import Evaluation
import Reporting
import UserInput
import WordSegmentation
import Zimu

/// `zimu evaluate`: segmenters measured against gold texts.
struct EvaluateCommand: ParsableCommand {
  /// A segmenter and the name of its rows.
  private typealias Engine = (name: String, segmenter: LineSegmenter)

  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Evaluate segmentation against manually segmented text.",
    discussion: """
      Gold text is CoNLL-U, or plain text with one sentence per line and spaces
      between words. The words of each sentence are joined without spaces and
      segmented again. A word is correct if both of its boundaries are;
      punctuation counts, too. Rates are percentages:

        precision              correct words among the words of the segmentation
        recall                 correct words among the gold words
        f1                     harmonic mean of the two
        out_of_lexicon         number of gold words with Han or kana whose search
                               form is not in the lexicon
        out_of_lexicon_recall  correct words among those

      A file that is not gold text is rejected; the others are still evaluated.

      EXAMPLES
        zimu evaluate zh_gsd-ud-dev.conllu
        zimu evaluate gold/*.txt --format csv
        zimu evaluate gold.txt --engine compiled --normalize none --normalize search
        zimu evaluate gold.txt --user-dictionary names.txt
      """)

  @Argument(help: ArgumentHelp("Files of gold text, or - for standard input.", valueName: "gold"))
  var files: [String]

  @Option(help: "Segmentation engine; repeatable (default: both).")
  var engine: [SegmentationEngine] = []

  @Option(help: "Segment the text as it is (none), or its search form (search); repeatable.")
  var normalize: [SegmentCommand.Normalization] = [.none]

  @Option(
    help: ArgumentHelp(
      "User dictionary for the compiled engine, see zimu segment; repeatable.", valueName: "file"))
  var userDictionary: [String] = []

  @OptionGroup var table: TableOptions

  func validate() throws {
    guard !files.isEmpty else { throw ValidationError("Name a file of gold text.") }
    guard userDictionary.isEmpty || engine != [.icu] else {
      throw ValidationError("--engine icu takes no --user-dictionary.")
    }
  }

  func run() throws {
    let engines = try engines()
    var rows: [[Table.Cell]] = []
    var words = 0
    var measured = 0
    for file in files {
      guard let gold = try gold(file) else { continue }
      words += gold.wordCount
      measured += 1
      for engine in engines { rows.append(try row(file, gold, engine)) }
    }
    try table.print(Table(columns: Self.columns, rows: rows, foot: [Self.foot(measured, words)]))
    if measured < files.count { throw ExitCode(2) }
  }

  private func engines() throws -> [Engine] {
    let asked = engine.isEmpty ? SegmentationEngine.allCases : engine
    let dictionary = try SegmentationOptions.dictionary(userDictionary)
    return try asked.flatMap { engine in
      try normalize.map { normalize in
        let isSearch = normalize == .search
        let segmentation = try SegmentationOptions.segmentation(
          engine, isSearch ? .search : .original, engine == .icu ? nil : dictionary)
        return Engine(
          name: engine.rawValue + (isSearch ? " search" : ""),
          segmenter: try LineSegmenter(segmentation, usesSearchForm: isSearch))
      }
    }
  }

  /// Whether the lexicon lists a search form; the same for all engines, for they share its words.
  private var lexicon: SegmentationEvaluation.Lookup? {
    // Where ICU's dictionary cannot be compiled, the columns of unknown words are empty, and the engine
    // has said why.
    (try? Lexicon.shared(.search)).map { lexicon in { lexicon.contains($0) } }
  }

  /// The gold text of a file, or nil if it is rejected, which is said at once.
  private func gold(_ file: String) throws -> GoldText? {
    do {
      return try GoldText(try InputFile.read(file), file: file)
    } catch let error where error is InputError || error is CommandFailure {
      Console.current.writeError("rejected: \(ErrorSentence.of(error))\n")
      return nil
    }
  }

  // MARK: The table

  private static let columns: [Table.Column] = [
    .text("file"), .text("engine"), .number("words"), .number("precision"), .number("recall"),
    .number("f1"), .number("out_of_lexicon"), .number("out_of_lexicon_recall"),
  ]

  private func row(_ file: String, _ gold: GoldText, _ engine: Engine) throws -> [Table.Cell] {
    let lexicon = lexicon
    let score = try SegmentationEvaluation(engine.segmenter, isKnown: lexicon).score(gold)
    return [
      .text(file), .text(engine.name), .integer(score.goldWords), Self.percent(score.precision),
      Self.percent(score.recall), Self.percent(score.f1),
      .integer(lexicon == nil ? nil : score.outOfLexiconWords),
      Self.percent(score.outOfLexiconRecall),
    ]
  }

  private static func percent(_ share: Double?) -> Table.Cell {
    .decimal(share.map { $0 * 100 }, places: 2)
  }

  private static func foot(_ files: Int, _ words: Int) -> String {
    "\(FixedDecimal.grouped(files)) \(files == 1 ? "file" : "files"), "
      + "\(FixedDecimal.grouped(words)) \(words == 1 ? "word" : "words")."
  }
}
