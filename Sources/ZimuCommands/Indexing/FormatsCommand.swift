import ArgumentParser
import Reporting
import Zimu

/// `zimu formats`: what can be read.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the formats of transcripts that can be read.",
    discussion: """
      The content of a file decides, then its name. The first format in this
      list that is certain of the content has the file; where none is, the first
      one with the file's extension for which the content is possible. Of files
      with one name in several formats, the one highest in this list stands for
      the episode. zimu index --as NAME reads all files as one format.

        name        what --as takes
        extensions  of file names
        keeps       what is taken besides the text: starts and ends of cues,
                    speakers, metadata (title, date, show), and of words when
                    they begin, where a file tells it

      EXAMPLES
        zimu formats
        zimu formats --format csv
      """)

  @OptionGroup var table: TableOptions

  func run() throws {
    var formats = Table(
      columns: [.text("name"), .text("extensions"), .text("keeps"), .text("what")])
    for format in TranscriptFormat.all {
      formats.rows.append([
        .text(format.name), .text(format.extensions.joined(separator: " ")),
        .text(Self.names(of: format.keeps).joined(separator: " ")), .text(format.title),
      ])
    }
    try table.print(formats)
  }

  private static func names(of content: TranscriptFormat.Content) -> [String] {
    [
      (TranscriptFormat.Content.starts, "starts"), (.ends, "ends"), (.speakers, "speakers"),
      (.metadata, "metadata"), (.words, "words"),
    ].filter { content.contains($0.0) }.map(\.1)
  }
}
