import ArgumentParser
import Reporting
import Zimu

/// `zimu show`: the transcript of an episode.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show the transcript of an episode, or the part around a given time.",
    discussion: """
      Name the episode as `zimu episodes` lists it, by its path, or by its id with
      id: in front. Part of a name is enough if no other episode has it in its
      name. If no name has it, part of a title is enough.

      Texts are shown in their original spelling, unless --simplified is given. On
      a terminal, long lines are wrapped.

      Write times as 1:02:03, as seconds (90), or with units (30s, 10min, 1h30m).

      EXAMPLES
        zimu show '夜航科技/2024-08-18 奥运与科技.vtt'
        zimu show 奥运与科技 --at 0:03:29
        zimu show 奥运与科技 --at 3:29 --around 2min --simplified
        zimu show id:0f3a5b2c9d8e7f61 --format csv
      """)

  @Argument(help: ArgumentHelp("Episode to show.", valueName: "episode"))
  var episode: String

  @OptionGroup var index: IndexOption
  @OptionGroup var table: TableOptions

  @Option(
    help: ArgumentHelp(
      "Show only the cues around this time in the recording.", valueName: "time"))
  var at: TimeArgument?

  @Option(
    help: ArgumentHelp(
      "With --at: time shown before and after it (default: 30s).",
      valueName: "time"))
  var around: TimeArgument?

  @Flag(help: "Convert texts and speakers to simplified characters.")
  var simplified = false

  func validate() throws {
    guard around == nil || at != nil else { throw ValidationError("--around needs --at.") }
  }

  func run() throws {
    var request = TranscriptRequest(episode)
    (request.moment, request.isSimplified) = (at?.milliseconds, simplified)
    if let around { request.around = around.milliseconds }
    let transcript = try index.open().transcript(request)
    try table.print(Self.table(transcript))
    if transcript.cues.isEmpty, at != nil, let end = transcript.episode.duration {
      Console.current.writeError(
        "note: no cue is that close to --at; the last cue ends at \(ClockTime.text(milliseconds: end))\n"
      )
    }
  }

  private static func table(_ transcript: EpisodeTranscript) -> Table {
    let rows = transcript.cues.map { cue -> [Table.Cell] in
      [
        .integer(cue.number), .milliseconds(cue.start), .milliseconds(cue.end),
        .known(cue.speaker), .text(cue.text),
      ]
    }
    return Table(
      columns: [
        .number("cue"), .time("start"), .time("end"), .text("speaker"), .wrapped("text"),
      ], rows: rows, foot: [foot(transcript)])
  }

  /// What the episode is, and how much of it is shown.
  private static func foot(_ transcript: EpisodeTranscript) -> String {
    let episode = transcript.episode
    let (shown, all) = (transcript.cues.count, episode.cueCount)
    let count = shown == all ? "" : "\(FixedDecimal.grouped(shown)) of "
    let noun = all == 1 ? "cue" : "cues"
    let known = [episode.name, episode.date, episode.urlTemplate].filter { !$0.isEmpty }
    return known.joined(separator: ", ") + ": \(count)\(FixedDecimal.grouped(all)) \(noun)."
  }
}
