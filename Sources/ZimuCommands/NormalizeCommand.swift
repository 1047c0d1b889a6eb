import ArgumentParser
import Zimu

/// `zimu normalize`: lines rewritten.
struct NormalizeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Rewrite lines of text in simplified characters, or in search form.",
    discussion: """
      simplified is exactly ICU's Traditional-Simplified: case, width and punctuation stay. search
      is the form that is indexed: NFKC_Casefold, then traditional to simplified.

      EXAMPLES
        zimu normalize talk.txt
        echo ＯｐｅｎＡＩ的軟體 | zimu normalize --form search
      """)

  @Argument(help: ArgumentHelp("Files; standard input by default.", valueName: "file"))
  var files: [String] = []

  @Option(help: "What lines are rewritten to.")
  var form = LineNormalizer.Form.simplified

  func run() throws {
    let normalizer = try LineNormalizer(form)
    var filter = LineFilter(files)
    try filter.run { line, _, output in
      output += try normalizer.normalize(line).bytes
      output.append(0x0A)
    }
  }
}
