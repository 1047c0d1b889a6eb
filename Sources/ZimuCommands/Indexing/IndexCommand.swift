import ArgumentParser
import FilePaths
import Reporting
import Zimu

/// `zimu index`: transcripts into an index.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index transcripts: files, and folders with all below them.",
    discussion: """
      Reads subtitles, what speech recognisers and meeting services write, tables
      and documents; zimu formats lists them. Files of one name in several
      formats are one episode. A run on an existing index adds to it: unchanged files are
      skipped, changed ones replaced. Engine and user dictionaries belong to the
      index; later runs take them from it.

      EXAMPLES
        zimu index ~/podcasts
        zimu index --index talks.index --show 'Town hall' talks/
        zimu index --user-dictionary names.txt ~/podcasts
        zimu index -g '*.srt' -g '2024*' recordings/
        zimu index --as srt --report taken.csv recordings/
        zimu index --url-template 'https://example.org/{name}?t={seconds}' ~/podcasts
        zimu index --prune ~/podcasts
        zimu index --feed feed.xml --metadata episodes.csv ~/podcasts
        zimu index --name-pattern '{show}/{date} {title}' ~/podcasts
        zimu index --update-metadata ~/podcasts
        zimu index --no-duplicates ~/podcasts ~/old-podcasts
        zimu index --rebuild --user-dictionary more-names.txt ~/podcasts
      """)

  @Argument(help: ArgumentHelp("Files and folders.", valueName: "path"))
  var paths: [String]

  @OptionGroup var index: IndexOption

  @Option(
    help: ArgumentHelp(
      "The show of all episodes; otherwise the first folder below each path.", valueName: "name"))
  var show: String?

  @Option(
    name: [.customShort("g"), .long],
    help: ArgumentHelp("Only files whose name (or path, with a /) matches.", valueName: "glob"))
  var glob: [String] = []

  @Flag(
    help: """
      Make every file an episode, also files with the same name in several formats. Later runs take \
      this from the index.
      """)
  var allFiles = false

  @Option(
    help: ArgumentHelp(
      "The charset of all files, such as GB18030 or Big5; otherwise it is found out.",
      valueName: "charset"))
  var encoding: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "The format of all files, see zimu formats; otherwise it is found out.", valueName: "format"))
  var fileFormat: String?

  @Option(
    help: ArgumentHelp(
      "In tables of many episodes the column that names them, or none (default: by known names).",
      valueName: "name"))
  var episodeColumn: String?

  @Flag(
    help: """
      Keep rolling and word-highlighted captions as written, with each line several times. By default each line \
      counts once.
      """)
  var keepRepeats = false

  @Option(
    help: ArgumentHelp(
      "The lines that are taken of subtitles in two languages: han (those with a Han character) or all.",
      valueName: "script"))
  var script = CueCleaning.Script.all

  @OptionGroup var segmentation: SegmentationOptions

  @Option(
    name: [.customShort("j", allowingJoined: true), .long],
    help: ArgumentHelp(
      "Number of files read at the same time, 1 to 1024 (default: the number of cores).",
      valueName: "n"))
  var jobs: Int?

  @Option(
    help: ArgumentHelp(
      "How much may be held in memory before it is written, such as 64M or 2G.",
      valueName: "size"))
  var memory = MemorySize(bytes: 256 << 20)

  @Option(
    help: ArgumentHelp(
      "A link to each episode, {seconds} where the moment belongs, {name} its file's name.",
      valueName: "url"))
  var urlTemplate: String?

  @Option(
    help: ArgumentHelp(
      "How paths end, with {show} {title} {date} {number} {speaker} or {tag}; other names are read as ever.",
      valueName: "pattern"))
  var namePattern: String?

  @Option(
    help: ArgumentHelp(
      "A table with a path, and title, show, date, number, url, speaker or tags, in each row; repeatable.",
      valueName: "file"))
  var metadata: [String] = []

  @Option(
    help: ArgumentHelp(
      "An RSS feed with title, date, number, link and persons of the episodes; repeatable.",
      valueName: "file"))
  var feed: [String] = []

  @Flag(
    help: """
      Read no transcript: bring title, show, date, number, link, speaker and tags of the episodes at and below \
      the paths up to date.
      """)
  var updateMetadata = false

  @Option(
    help: ArgumentHelp(
      "Write what became of each file into a table; its name ends in .csv or .json.",
      valueName: "file"))
  var report: String?

  @Flag(
    help: """
      Remove episodes whose files are gone from the folders given. Where a folder cannot be read, or \
      is empty, its episodes stay.
      """)
  var prune = false

  @Flag(help: "Read files whose size and time are those indexed, too, and compare their content.")
  var checkContent = false

  @Flag(
    help: """
      Of episodes with the same cues (text and times), also of those indexed before, keep only the first \
      one by its path in the index. Without this they are only named.
      """)
  var noDuplicates = false

  @Flag(
    help: "Cut the words of an index that was made otherwise anew, from the texts that it holds.")
  var rebuild = false

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Name a file or folder to index.") }
    guard encoding.map(Transcript.knowsEncoding) ?? true else {
      throw ValidationError("ICU knows no charset “\(encoding!)”; try GB18030, Big5 or UTF-16LE.")
    }
    guard fileFormat.map({ TranscriptFormat(named: $0) != nil }) ?? true else {
      throw ValidationError(
        "There is no format “\(fileFormat!)”; `zimu formats` lists those that there are.")
    }
    guard report.map({ reportFormat(of: $0) != nil }) ?? true else {
      throw ValidationError("--report takes a file whose name ends in .csv or .json.")
    }
    guard urlTemplate?.contains("{seconds}") ?? true else {
      throw ValidationError("--url-template takes a link with {seconds} in it.")
    }
    guard namePattern.map({ NamePattern($0) != nil }) ?? true else {
      throw ValidationError(
        "--name-pattern takes a form with fields, such as '{show}/{date} {title}'.")
    }
    if updateMetadata, let option = readingOption {
      throw ValidationError(
        "\(option) has no effect with --update-metadata, which reads no transcript.")
    }
    guard IndexingOptions.jobsRange.contains(jobs ?? 1) else {
      throw ValidationError("--jobs takes a number from 1 to 1024.")
    }
  }

  /// An option that is there and about the reading of transcripts.
  private var readingOption: String? {
    let given = [
      ("--glob", !glob.isEmpty), ("--all-files", allFiles), ("--encoding", encoding != nil),
      ("--as", fileFormat != nil), ("--episode-column", episodeColumn != nil),
      ("--keep-repeats", keepRepeats), ("--script", script != .all),
      ("--engine", segmentation.engine != nil),
      ("--user-dictionary", !segmentation.userDictionary.isEmpty), ("--prune", prune),
      ("--check-content", checkContent), ("--no-duplicates", noDuplicates),
      ("--rebuild", rebuild),
    ]
    return given.first { $0.1 }?.0
  }

  func run() async throws {
    var options = IndexingOptions(paths: [], indexPath: index.path)
    options.paths = paths.map { FilePath(argument: $0) }
    options.show = show
    options.globs = glob
    options.takesAllFiles = allFiles
    options.encoding = encoding
    options.format = fileFormat?.lowercased()
    options.reportsFiles = report != nil
    options.episodeColumn = episodeColumn
    options.cleaning = CueCleaning(keepsRepeats: keepRepeats, script: script)
    options.jobs = jobs
    options.memory = memory.bytes
    options.urlTemplate = urlTemplate
    options.namePattern = namePattern.flatMap(NamePattern.init)
    options.metadataTables = metadata.map { FilePath(argument: $0) }
    options.feeds = feed.map { FilePath(argument: $0) }
    options.updatesMetadata = updateMetadata
    options.prunes = prune
    options.checksContent = checkContent
    options.leavesOutDuplicates = noDuplicates
    options.rebuilds = rebuild
    options.engine = segmentation.engine
    options.dictionary = try segmentation.dictionary()
    let summary = try await run(options)
    let skipped = SkippedFiles(summary)
    if skipped.areMostTexts { Console.current.writeError(skipped.headline) }
    let text = SummaryReport(summary, indexPath: index.path)
    Console.current.writeError(text.diagnostics)
    try Console.current.write(text.text)
    try writeReport(summary)
    if !summary.rejected.isEmpty || skipped.areMostTexts { throw ExitCode(2) }
  }

  private func reportFormat(of name: String) -> TableFormat? {
    let name = name.lowercased()
    return name.hasSuffix(".csv") ? .csv : name.hasSuffix(".json") ? .json : nil
  }

  private func writeReport(_ summary: IndexingSummary) throws {
    guard let report, let format = reportFormat(of: report) else { return }
    let table = FileReportTable.table(of: summary.files)
    let text = table.rendered(as: format, style: TableStyle())
    try SystemFile.replace(report, with: Array(text.utf8))
  }

  private func run(_ options: IndexingOptions) async throws -> IndexingSummary {
    let bar = ProgressBar(console: .current)
    defer { bar.clear() }
    let run = try IndexingRun(options)
    SegmentationOptions.warn(run.warning)
    return try await run.run { bar.show($0) }
  }
}
