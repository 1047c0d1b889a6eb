import ArgumentParser
import FilePaths
import InvertedIndex
import Reporting
import Transcripts
import Zimu

/// `zimu index`: transcripts into an index.
struct IndexCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "index",
    abstract: "Index transcripts: files, and folders with everything below them.",
    discussion: """
      Reads subtitles, output of speech recognisers and meeting services, tables
      and documents; `zimu formats` lists them all. Files with the same name but
      different extensions are treated as one episode.

      A run on an existing index adds to it: unchanged files are skipped, and
      changed ones are replaced. The engine and the user dictionaries belong to
      the index; later runs take them from it.

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

  @Argument(help: ArgumentHelp("Files and folders to index.", valueName: "path"))
  var paths: [String]

  @OptionGroup var index: IndexOption

  @Option(
    help: ArgumentHelp(
      "Name of the show, for all episodes (default: the first folder below each path).",
      valueName: "name"))
  var show: String?

  @Option(
    name: [.customShort("g"), .long],
    help: ArgumentHelp(
      "Read only files whose name matches (or whose path does, if the glob has a /); repeatable.",
      valueName: "glob")
  )
  var glob: [String] = []

  @Flag(
    help: """
      Treat every file as an episode, even if several files have the same name. The index keeps this \
      setting for later runs.
      """)
  var allFiles = false

  @Option(
    help: ArgumentHelp(
      "Encoding of all files, such as GB18030 or Big5 (default: detected for each file).",
      valueName: "charset"))
  var encoding: String?

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp(
      "Format of all files, a name that zimu formats lists (default: detected for each file).",
      valueName: "format"))
  var fileFormat: String?

  @Option(
    help: ArgumentHelp(
      "Column that names the episode in tables with many episodes, or none (default: detected by its name).",
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
      "Lines to take from bilingual subtitles: han (lines with a Han character) or all.",
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
      "Memory to fill before data is written to disk, such as 64M or 2G; at least 1M.",
      valueName: "size"))
  var memory = MemorySize(bytes: 256 << 20)

  @Option(
    help: ArgumentHelp(
      "Template of the links to cues: {seconds} stands for the time, {name} for the file name.",
      valueName: "url"))
  var urlTemplate: String?

  @Option(
    help: ArgumentHelp(
      "Pattern that reads metadata from the end of each path, with {show} {title} {date} {number} {speaker} or {TAG}.",
      valueName: "pattern"))
  var namePattern: String?

  @Option(
    help: ArgumentHelp(
      "Table (CSV or TSV) with one row per file: its path, and its title, show, date, number, url, speaker or tags; repeatable.",
      valueName: "file"))
  var metadata: [String] = []

  @Option(
    help: ArgumentHelp(
      "RSS feed with the title, date, number, link and persons of each episode; repeatable.",
      valueName: "file"))
  var feed: [String] = []

  @Flag(
    help: """
      Update only the metadata (title, show, date, number, link, speaker, tags) of the episodes at and below the \
      paths, without reading any transcript.
      """)
  var updateMetadata = false

  @Option(
    help: ArgumentHelp(
      "Table to write, with what happened to each file; its name ends in .csv or .json.",
      valueName: "file"))
  var report: String?

  @Flag(
    help: """
      Remove episodes whose files are gone from the given folders. If a folder is empty or cannot be \
      read, its episodes stay.
      """)
  var prune = false

  @Flag(help: "Compare the content of files even if their size and time have not changed.")
  var checkContent = false

  @Flag(
    help: """
      Keep only one of several episodes with the same cues (text and times): the first one by path, also among \
      those indexed before. By default, duplicates are only reported.
      """)
  var noDuplicates = false

  @Flag(
    help:
      "Segment the texts in the index again, also with another engine or other user dictionaries.")
  var rebuild = false

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Name a file or folder to index.") }
    guard encoding.map(Transcript.knowsEncoding) ?? true else {
      throw ValidationError(
        "ICU does not know the encoding “\(encoding!)”; try GB18030, Big5 or UTF-16LE.")
    }
    guard fileFormat.map({ TranscriptFormat(named: $0) != nil }) ?? true else {
      throw ValidationError(
        "There is no format “\(fileFormat!)”; `zimu formats` lists the formats.")
    }
    guard report.map({ reportFormat(of: $0) != nil }) ?? true else {
      throw ValidationError("--report needs a file name that ends in .csv or .json.")
    }
    guard urlTemplate?.contains("{seconds}") ?? true else {
      throw ValidationError("--url-template needs a link with {seconds} in it.")
    }
    guard namePattern.map({ NamePattern($0) != nil }) ?? true else {
      throw ValidationError(
        "--name-pattern needs a pattern with fields, such as '{show}/{date} {title}'.")
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
    let indexer = try Indexer(options)
    SegmentationOptions.warn(indexer.warning)
    return try await indexer.run { bar.show($0) }
  }
}
