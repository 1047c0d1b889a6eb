import ArgumentParser
import Reporting
import Transcripts
import Zimu

/// `zimu formats`: what can be read.
struct FormatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "formats",
    abstract: "List the transcript formats that can be read.",
    discussion: """
      The format of a file is detected from its content first, then from its name.
      The first format in this list that fits the content with certainty is used.
      If there is none, the first format with the file's extension that may fit
      the content is used.

      Of files with the same name in several formats, the one highest in this list
      is taken as the episode. `zimu index --as NAME` reads all files as one
      format.

        name        name that --as takes
        extensions  extensions of the files
        keeps       what is read besides the text: starts and ends of cues,
                    speakers, metadata (title, date, show), start times of words
        what        description

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
