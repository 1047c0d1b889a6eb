import CorpusAnalysis
import FilePaths
import InvertedIndex
import UserInput

extension TranscriptIndex {
  /// Writes the transcripts, tokens or counts of a selection to files.
  ///
  ///     var request = ExportRequest(.srt, to: "subtitles")
  ///     request.selection = "show:indigo"
  ///     print(try index.export(request).files)
  ///
  /// An empty selection writes nothing. A file appears only when it is complete. Only one episode is held in
  /// memory.
  ///
  /// - Parameter request: the format, the output and the selection.
  /// - Returns: what was written.
  /// - Throws: `ZimuError` with the code `invalidQuery`, `indexDamaged` or `system`. The code is
  ///   `outputExists` if a file would be replaced; then nothing is written.
  /// - Complexity: O(words selected).
  public func export(_ request: ExportRequest) throws(ZimuError) -> ExportSummary {
    try translatingErrors {
      let selection = try corpusSelection(
        request.selection, by: .total, leavingOut: request.excludedRepetitions)
      guard let members = selection.groups.first?.members else { return ExportSummary() }
      if let format = request.format.cueFormat { return try export(members, as: format, request) }
      switch request.format {
      case .conllu: return try export(members, as: TreebankText(), request)
      case .matrixMarket: return try exportMatrix(members, request)
      default: return try export(members, as: VerticalText(), request)
      }
    }
  }

  /// Refuses to replace what exists, unless that is wanted.
  private func check(_ paths: [String], _ request: ExportRequest) throws(InputError) {
    guard !request.replaces else { return }
    let taken = paths.filter { path in
      switch FileStatus(FilePath(argument: path)) {
      case .file, .folder: true
      case .special: false
      // A link that leads nowhere is there, too.
      case .missing, .unknown: FilePath(argument: path).absence == nil
      }
    }
    guard let first = taken.first else { return }
    throw InputError(.outputExists(path: first, more: taken.count - 1))
  }

  private func export(
    _ members: [CorpusSelection.Member], as format: CueFormat, _ request: ExportRequest
  ) throws -> ExportSummary {
    let (records, names) = (try records, try names)
    let files = ExportNames.names(
      of: members.map { (names[$0.episode], records[$0.episode].id) },
      fileExtension: format.rawValue
    ).map { "\(request.output)/\($0)" }
    try check(files, request)
    try SystemFile.createFolder(request.output)
    let reading = try TranscriptReading(self, simplified: request.isSimplified)
    var summary = ExportSummary()
    for (member, file) in zip(members, files) {
      let cues = try reading.cues(of: member.episode)
      let transcript = EpisodeTranscript(
        episode: try episode(at: member.episode),
        cues: try member.cueNumbers(in: reader).map { cues[$0] })
      try write(transcript, as: format, to: file, &summary)
    }
    return summary
  }

  private func write(
    _ transcript: EpisodeTranscript, as format: CueFormat, to file: String,
    _ summary: inout ExportSummary
  ) throws {
    let written = transcript.cues(for: format).count
    summary.untimedCues += transcript.cues.count - written
    guard written > 0 else {
      if !transcript.cues.isEmpty { summary.untimedEpisodes.append(transcript.episode.name) }
      return
    }
    try SystemFile.replace(file, with: Array(transcript.written(as: format).utf8))
    summary.files += 1
    summary.episodes += 1
    summary.cues += written
  }

  private func export(
    _ members: [CorpusSelection.Member], as text: some TokenText, _ request: ExportRequest
  ) throws -> ExportSummary {
    try check([request.output], request)
    let file = try StreamedFile(request.output)
    let tokens = try TokenReading(reader)
    var summary = ExportSummary()
    for member in members {
      let record = try reader.record(of: member.episode)
      try file.append(text.documentStart(record, name: try name(of: member.episode)).utf8)
      try tokens.forEachCue(try member.cueNumbers(in: reader), of: member.episode) { cue in
        guard !cue.tokens.isEmpty else {
          summary.emptyCues += 1
          return
        }
        try file.append(text.cue(cue, of: record).utf8)
        summary.cues += 1
        summary.tokens += cue.tokens.count
      }
      try file.append(text.documentEnd.utf8)
      summary.episodes += 1
    }
    try file.finish()
    summary.files = 1
    return summary
  }

  private func exportMatrix(
    _ members: [CorpusSelection.Member], _ request: ExportRequest
  ) throws -> ExportSummary {
    let files = ["matrix.mtx", "terms.txt", "episodes.csv"].map { "\(request.output)/\($0)" }
    try check(files, request)
    try SystemFile.createFolder(request.output)
    let matrix = try TermMatrix(members, of: reader)
    let names = try names
    for (path, write) in zip(
      files, [matrix.write, matrix.writeTerms, { try matrix.writeEpisodes(names, to: $0) }])
    {
      let file = try StreamedFile(path)
      try write(file)
      try file.finish()
    }
    var summary = ExportSummary()
    (summary.files, summary.episodes) = (files.count, members.count)
    (summary.terms, summary.entries) = (matrix.termCount, matrix.entryCount)
    return summary
  }
}
