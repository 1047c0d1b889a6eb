import ArgumentParser
import Reporting
import Zimu

/// `zimu stopwords`: the words that tables leave out.
struct StopWordsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stopwords",
    abstract: "Print the stop words: function words, fillers of speech, Latin function words.",
    discussion: """
      Tables also leave out Han words glued together from these (做了, 我的), and Han words of two
      or three characters that end in 的.

      EXAMPLES
        zimu stopwords
        zimu stopwords --format tsv
      """)

  @OptionGroup var table: TableOptions

  func run() throws {
    let list = StopList.standard
    let rows = StopList.Category.allCases.flatMap { category in
      (list.words[category] ?? []).map { [Table.Cell.text(category.rawValue), .text($0)] }
    }
    let foot = "\(rows.count) words in \(StopList.Category.allCases.count) lists."
    try table.print(Table(columns: [.text("list"), .text("word")], rows: rows, foot: [foot]))
  }
}
