import ArgumentParser
import CorpusAnalysis
import Reporting
import Zimu

/// `zimu stopwords`: the words that tables leave out.
struct StopWordsCommand: ParsableCommand {
  /// The lists, by what they are for.
  enum Class: String, CaseIterable, ExpressibleByArgument {
    case functionWords = "function-words"
    case fillers, latin, stock
  }

  static let configuration = CommandConfiguration(
    commandName: "stopwords",
    abstract: "Print the stop words: function words, fillers and Latin function words.",
    discussion: """
      Tables also leave out Han words composed of stop words (做了, 我的), and Han
      words of two or three characters that end in 的.

      --class stock prints the lines that speech recognisers hallucinate in
      silence. A credit counts as hallucinated wherever it occurs. A sign-off
      counts only among the first or last cues, with five seconds of silence
      between it and the others. `zimu episodes` counts such cues as stock_cues,
      and --no-loops leaves them out.

      EXAMPLES
        zimu stopwords
        zimu stopwords --format tsv
        zimu stopwords --class stock
      """)

  @Option(
    name: .customLong("class"),
    help: ArgumentHelp(
      "Print one of the lists only; stock is the lines that speech recognisers hallucinate.",
      valueName: "list"))
  var list: Class?

  @OptionGroup var table: TableOptions

  func run() throws {
    let rows = list == .stock ? stockLines : stopWords
    let noun = list == .stock ? "lines" : "words"
    let lists = Set(rows.map(\.list)).count
    let foot = "\(rows.count) \(noun) in \(lists) list\(lists == 1 ? "" : "s")."
    try table.print(
      Table(
        columns: [.text("list"), .text(list == .stock ? "line" : "word")],
        rows: rows.map { [.text($0.list), .text($0.text)] }, foot: [foot]))
  }

  private var stopWords: [(list: String, text: String)] {
    StopList.Category.allCases.filter { list == nil || Class($0) == list }.flatMap { category in
      (StopList.standard.words[category] ?? []).map { (category.rawValue, $0) }
    }
  }

  private var stockLines: [(list: String, text: String)] {
    StockLines.standard.lines.map { ($0.kind.rawValue, $0.line) }
  }
}

extension StopWordsCommand.Class {
  fileprivate init(_ category: StopList.Category) {
    switch category {
    case .functionWords: self = .functionWords
    case .fillers: self = .fillers
    case .latin: self = .latin
    }
  }
}
