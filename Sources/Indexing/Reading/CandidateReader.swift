import FilePaths
import Hashing
import ICUSupport
import InvertedIndex
import TextNormalization
import Transcripts

/// Reads one candidate and analyses it, unless the index already holds it as it is.
struct CandidateReader {
  /// What became of a candidate.
  struct Outcome: Sendable {
    var episode: EncodedEpisode?
    /// The indexed record that stands, with what changed about its file.
    var unchanged: EpisodeRecord?
    /// Bytes of the file that was read.
    var bytes = 0
    /// Lines that are left out because of their script.
    var linesLeftOut = 0
    /// What it was read as.
    var format = ""
    var encoding = ""
    /// Files that are no transcripts, and why.
    var skipped: [RejectedFile] = []
    var siblings: [FilePath] = []
    var warnings: [IndexingSummary.Warning] = []
    var rejected: [RejectedFile] = []
    /// What was found out about the file whose episode this is.
    var findings: MetadataSources.Findings?
    /// A container whose episodes have all been read.
    var opened: FilePath?

    /// A file that is skipped, or rejected if the user named it.
    static func passedOver(_ file: EpisodeFile, _ error: TranscriptError) -> Outcome {
      guard !file.isNamed else { return rejected(file.path, error) }
      var outcome = Outcome()
      outcome.skipped = [RejectedFile(path: file.path, error: error)]
      return outcome
    }

    static func rejected(_ path: FilePath, _ error: any Error) -> Outcome {
      var outcome = Outcome()
      outcome.rejected = [RejectedFile(path: path, error: error)]
      return outcome
    }
  }

  /// Larger files are no single episodes.
  static let mostBytes = 1 << 30

  /// So many bytes tell whether a file without a transcript's name may be one.
  private static let headLength = 64 << 10

  /// How files are read, which all workers share.
  struct Settings: Sendable {
    /// What the index holds, by path.
    let indexed: [FilePath: EpisodeRecord]
    let encoding: String?
    /// The name of the format that all files are read as; `nil` finds out.
    let format: String?
    /// Whether files are read though size and time are those indexed.
    let checksContent: Bool
    let metadata: MetadataSources
    let cleaning: CueCleaning

    /// What the index holds of a file, unless it is to be read again: because a charset or format is forced, or
    /// because its cues were taken otherwise.
    func known(_ path: FilePath) -> EpisodeRecord? {
      guard encoding == nil, format == nil, let record = indexed[path],
        record.reading == reading
      else { return nil }
      return record
    }

    /// How the cues of all files are taken.
    var reading: EpisodeRecord.Reading {
      EpisodeRecord.Reading(
        (cleaning.keepsRepeats ? [.keptRepeats] : []) + (cleaning.script == .han ? [.hanLines] : [])
      )
    }

    /// Whether the index holds a file, or a member of one, of this size and time.
    func isIndexed(_ path: FilePath, _ size: Int, _ modified: Int) -> Bool {
      guard !checksContent, let record = known(path) else { return false }
      return record.fileSize == size && record.modified == modified
    }

    /// Why a file whose name tells nothing is no transcript, by its first bytes.
    func refusal(ofHead head: [UInt8], name: String) -> TranscriptError? {
      Transcript.refusal(ofHead: head, fileName: name, encoding: encoding, format: format)
    }
  }

  let analyzer: EpisodeAnalyzer
  let settings: Settings

  /// Tries the files of a candidate in order of preference until one is a transcript.
  func read(_ candidate: EpisodeCandidate) -> Outcome {
    var outcome = Outcome()
    for (index, file) in candidate.files.enumerated() {
      if take(file, of: candidate, &outcome) {
        outcome.siblings = candidate.files[(index + 1)...].map(\.path)
        break
      }
    }
    return outcome
  }

  /// - Returns: whether the candidate is settled.
  private func take(
    _ file: EpisodeFile, of candidate: EpisodeCandidate, _ outcome: inout Outcome
  ) -> Bool {
    do {
      let (size, modified) = try Self.status(of: file)
      if settings.isIndexed(file.path, size, modified), let old = settings.indexed[file.path] {
        outcome.unchanged = told(old, size, modified, of: file, candidate, &outcome)
        return true
      }
      var record = EpisodeRecord(
        path: file.path, statements: settings.indexed[file.path]?.statements ?? [])
      (record.fileSize, record.modified) = (size, modified)
      record.infoFile = settings.indexed[file.path]?.infoFile
      return try read(file, &record, of: candidate, &outcome)
    } catch {
      outcome.rejected.append(RejectedFile(path: file.path, error: error))
      return false
    }
  }

  private static func status(of file: EpisodeFile) throws -> (size: Int, modified: Int) {
    if let content = file.content { return (content.size, content.modified) }
    switch FileStatus(file.path) {
    case .file(let size, let modified): return (size, modified)
    case .unknown(let errno): throw TranscriptError(.unreadable(errno: errno))
    case .missing, .folder, .special: throw TranscriptError(.gone)
    }
  }

  /// Why a file is no transcript whose name tells nothing, by its first bytes; `nil` for those that are named by
  /// the user or have a format's name.
  private func refusal(ofUnknown file: EpisodeFile) throws -> TranscriptError? {
    let name = file.name.description
    guard !file.isNamed, file.content == nil, TranscriptFormat.rank(ofFileName: name) == nil else {
      return nil
    }
    let head = try Self.bytes(of: file.path, limit: Self.headLength)
    return settings.refusal(ofHead: head, name: name)
  }

  private static func bytes(of path: FilePath, limit: Int = .max) throws -> [UInt8] {
    do throws(IndexError) {
      return try SystemFile.read(path, limit: limit)
    } catch {
      guard let errno = error.errno else { throw error }
      throw TranscriptError(.unreadable(errno: errno))
    }
  }

  /// An indexed record, with what is said of its file now.
  private func told(
    _ old: EpisodeRecord, _ size: Int, _ modified: Int, of file: EpisodeFile,
    _ candidate: EpisodeCandidate, _ outcome: inout Outcome
  ) -> EpisodeRecord {
    var record = old
    (record.fileSize, record.modified) = (size, modified)
    tell(&record, of: file, candidate, &outcome)
    settings.metadata.settle(&record)
    return record
  }

  private func tell(
    _ record: inout EpisodeRecord, of file: EpisodeFile, _ candidate: EpisodeCandidate,
    _ outcome: inout Outcome
  ) {
    let findings = settings.metadata.tell(&record, of: file, folderShow: candidate.show)
    outcome.rejected += findings.rejected
    outcome.findings = findings
  }

  private func read(
    _ file: EpisodeFile, _ record: inout EpisodeRecord, of candidate: EpisodeCandidate,
    _ outcome: inout Outcome
  ) throws -> Bool {
    guard file.content != nil || record.fileSize < Self.mostBytes else {
      throw TranscriptError(.tooLarge(limit: Self.mostBytes))
    }
    if let refusal = try refusal(ofUnknown: file) {
      outcome.skipped.append(RejectedFile(path: file.path, error: refusal))
      return false
    }
    let bytes = try file.content?.bytes ?? Self.bytes(of: file.path)
    record.contentHash = XXHash64.hash(bytes.span.bytes)
    if let old = settings.known(file.path), old.contentHash == record.contentHash,
      file.content != nil || old.fileSize == bytes.count
    {
      outcome.unchanged = told(
        old, record.fileSize, record.modified, of: file, candidate, &outcome)
      return true
    }
    guard let transcript = try transcript(of: bytes, in: file, of: candidate, &outcome) else {
      return false
    }
    outcome.warnings += transcript.warnings.map { warning in
      let isMadeUp = file.content?.isMadeUp ?? false
      return .init(path: file.path, warning: isMadeUp ? TranscriptWarning(warning.code) : warning)
    }
    record.replace(.content, with: transcript.metadata.statements(from: .content))
    tell(&record, of: file, candidate, &outcome)
    settings.metadata.settle(&record)
    (record.reading, record.mergedCues) = (settings.reading, transcript.mergedCues)
    do {
      outcome.episode = try analyzer.analyze(transcript, record: record)
    } catch {
      if case .inputTooLong = error.code { throw TranscriptError.longLine(of: bytes) }
      throw error
    }
    (outcome.bytes, outcome.linesLeftOut) = (bytes.count, transcript.linesLeftOut)
    (outcome.format, outcome.encoding) = (transcript.format.name, transcript.encoding)
    return true
  }

  /// What the file's reader makes of it; `nil` where it is no transcript, or has no text and another file of the
  /// episode may have some.
  private func transcript(
    of bytes: [UInt8], in file: EpisodeFile, of candidate: EpisodeCandidate,
    _ outcome: inout Outcome
  ) throws(TranscriptError) -> Transcript? {
    do throws(TranscriptError) {
      let transcript = try Transcript.read(
        bytes, fileName: file.name.description, encoding: settings.encoding,
        format: settings.format, cleaning: settings.cleaning)
      if !transcript.cues.isEmpty || file == candidate.files.last { return transcript }
      outcome.skipped.append(RejectedFile(path: file.path, error: TranscriptError(.noCues)))
    } catch {
      guard error.isOtherContent, !file.isNamed else { throw error }
      outcome.skipped.append(RejectedFile(path: file.path, error: error))
    }
    return nil
  }
}

extension TranscriptError {
  /// A text without line breaks that is longer than can be analysed at once.
  ///
  /// - Parameter bytes: the file, of which the longest line is to blame.
  fileprivate static func longLine(of bytes: [UInt8]) -> TranscriptError {
    var longest = (line: 1, length: 0)
    for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated()
    where line.count > longest.length {
      longest = (index + 1, line.count)
    }
    return TranscriptError(
      .longLine(length: longest.length, limit: SearchFormFolder.longestForm), line: longest.line)
  }
}
