public import Indexing

/// Brings an index up to date with transcripts.
///
///     let options = IndexingOptions(paths: ["podcasts"], indexPath: "zimu-index")
///     let summary = try await Indexer(options).run { progress in
///       print(progress.filesDone, "of", progress.files)
///     }
///     print(summary.added, "episodes added,", summary.rejected.count, "files rejected")
///
/// Files are read and analysed on all cores; the index is the same, byte for byte, for any number of them. Files that
/// did not change since they were indexed are not read again.
public struct Indexer: Sendable {
  private let indexing: IndexingRun

  /// Prepares a run.
  ///
  /// - Throws: `ZimuError` with the code `invalidRequest` for a value out of range; `settingsDiffer` where the index was
  ///   made with other settings; `indexDamaged`, `indexVersionUnsupported` or `system` where it cannot be read.
  public init(_ options: IndexingOptions) throws(ZimuError) {
    indexing = try translatingErrors { try IndexingRun(options) }
  }

  /// Why text is segmented by ICU itself, more slowly, though the compiled engine was asked for; `nil` otherwise.
  public var warning: ZimuError? { indexing.warning.map { ZimuError($0) } }

  /// Reads the transcripts, and commits the index once at the end, unless nothing changed.
  ///
  /// A file that cannot be read is in the summary, and the others go on. If the task is cancelled, the run ends after
  /// the files that are being read, and the index is as it was.
  ///
  /// - Parameter progress: called after every file, from any thread.
  /// - Throws: `ZimuError` with the code `cancelled`, `indexInUse`, `indexTooLarge` or `system`.
  /// - Complexity: O(bytes of the files that are read), in memory of `IndexingOptions.memory` and what the files take
  ///   that are read at a time.
  public func run(
    progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
  ) async throws(ZimuError) -> IndexingSummary {
    do { return try await indexing.run(progress: progress) } catch { throw ZimuError(error) }
  }
}

extension FileReport {
  /// Why the file was skipped or rejected; `nil` where it was not.
  public var error: ZimuError? { cause.map { ZimuError($0) } }
}

extension RejectedFile {
  /// Why the file was not taken.
  public var error: ZimuError { ZimuError(cause) }
}

extension IndexingSummary.Warning {
  /// What is wrong, and where in the file.
  public var message: String { warning.sentence }
}

extension IndexingSummary.Kept {
  /// Why the episodes stay in the index.
  public var message: String { reason.sentence }
}
