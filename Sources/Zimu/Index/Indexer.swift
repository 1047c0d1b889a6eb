public import Indexing

/// A run that brings an index up to date with transcript files.
///
///     let options = IndexingOptions(paths: ["podcasts"], indexPath: "zimu-index")
///     let summary = try await Indexer(options).run { progress in
///       print(progress.filesDone, "of", progress.files)
///     }
///     print(summary.added, "episodes added,", summary.rejected.count, "files rejected")
///
/// Files are read and analysed on all cores. The bytes of the index do not depend on the number of cores.
/// Unchanged files are not read again.
public struct Indexer: Sendable {
  private let indexing: IndexingRun

  /// Prepares a run.
  ///
  /// - Parameter options: what to index, where, and how.
  /// - Throws: `ZimuError` with the code `invalidRequest` for a value out of range, or `settingsDiffer` for
  ///   an index with other settings. The code is `indexDamaged`, `indexVersionUnsupported` or `system` if the
  ///   index cannot be read.
  public init(_ options: IndexingOptions) throws(ZimuError) {
    indexing = try translatingErrors { try IndexingRun(options) }
  }

  /// The reason why ICU segments text, more slowly, in place of the compiled engine; `nil` normally.
  public var warning: ZimuError? { indexing.warning.map { ZimuError($0) } }

  /// Reads the transcripts and commits the index once at the end, unless nothing changed.
  ///
  /// A file that cannot be read is listed in the summary; the other files are indexed. If the task is
  /// cancelled, the files in progress are finished and the index is unchanged.
  ///
  /// - Parameter progress: a function that is called after every file, from any thread.
  /// - Returns: what the run did.
  /// - Throws: `ZimuError` with the code `cancelled`, `indexInUse`, `indexTooLarge` or `system`.
  /// - Complexity: O(bytes of the files that are read). Memory is about `IndexingOptions.memory` plus the
  ///   files in progress.
  public func run(
    progress: @escaping @Sendable (IndexingProgress) -> Void = { _ in }
  ) async throws(ZimuError) -> IndexingSummary {
    do { return try await indexing.run(progress: progress) } catch { throw ZimuError(error) }
  }
}

extension FileReport {
  /// The reason why the file was skipped or rejected; `nil` for other outcomes.
  public var error: ZimuError? { cause.map { ZimuError($0) } }
}

extension RejectedFile {
  /// The reason why the file was not indexed.
  public var error: ZimuError { ZimuError(cause) }
}

extension IndexingSummary.Warning {
  /// The message: what is wrong, and where in the file.
  public var message: String { warning.sentence }
}

extension IndexingSummary.Kept {
  /// The message: why the episodes stay in the index.
  public var message: String { reason.sentence }
}
