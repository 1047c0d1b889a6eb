import FilePaths
import ICUSupport
import InvertedIndex
import Transcripts

/// Reads and analyses candidates on several cores, and hands on what came out in their order.
///
/// Few files are under way at a time, whatever their number.
struct IndexingWorkers {
  /// One worker: it has an encoder, whose episodes must be handed on in order.
  // Sendable: a worker is either idle, or given to one task until that has finished.
  private final class Worker: @unchecked Sendable {
    let reader: CandidateReader

    init(_ reader: CandidateReader) { self.reader = reader }

    func outcome(of item: WorkQueue.Item) -> Result {
      switch item {
      case .candidate(let candidate, let isMember):
        Result(outcome: reader.read(candidate), isMember: isMember)
      case .outcome(let outcome): Result(outcome: outcome, isMember: false)
      }
    }
  }

  /// What came of an item.
  struct Result: Sendable {
    let outcome: CandidateReader.Outcome
    /// Whether it is one of many episodes of a file.
    let isMember: Bool
  }

  private struct Finished: Sendable {
    let chunk: Int
    let worker: Worker
    let results: [Result]
  }

  private var queue: WorkQueue
  private let jobs: Int
  private let makeReader: (_ number: Int) throws -> CandidateReader
  private var workers: [Worker] = []
  private var idle: [Worker] = []

  init(
    _ queue: WorkQueue, jobs: Int, reader: @escaping (_ number: Int) throws -> CandidateReader
  ) {
    self.queue = queue
    self.jobs = max(1, jobs)
    makeReader = reader
  }

  /// Runs.
  ///
  /// - Parameters:
  ///   - take: takes a result; called in order of the queue.
  ///   - isFull: whether all that is under way has to be taken before more is begun.
  ///   - empty: makes room, when that is done.
  /// - Throws: what these throw, and `CancellationError` where the task is cancelled.
  mutating func run(
    take: (consuming Result) throws -> Void, isFull: () -> Bool, empty: () throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Finished.self) { group in
      var (started, turn, isDone) = (0, 0, false)
      var waiting: [Int: [Result]] = [:]
      while true {
        try Task.checkCancellation()
        if isFull(), started == turn {
          try empty()
          for worker in workers { worker.reader.analyzer.encoder.reset() }
        }
        // A slow file must not let the others run ahead without end.
        while !isDone, !isFull() || started == turn, started < turn + 4 * jobs,
          let worker = try idleWorker()
        {
          guard let chunk = queue.nextChunk() else {
            idle.append(worker)
            isDone = true
            break
          }
          Self.start(started, chunk, worker, &group)
          started += 1
        }
        guard let finished = try await group.next() else { break }
        idle.append(finished.worker)
        waiting[finished.chunk] = finished.results
        while let results = waiting.removeValue(forKey: turn) {
          for result in results { try take(result) }
          turn += 1
        }
      }
      if isFull() { try empty() }
    }
  }

  /// A worker that has nothing to do; `nil` where all are at work.
  private mutating func idleWorker() throws -> Worker? {
    if let worker = idle.popLast() { return worker }
    guard workers.count < jobs else { return nil }
    workers.append(Worker(try makeReader(workers.count)))
    return workers.last
  }

  private static func start(
    _ number: Int, _ chunk: [WorkQueue.Item], _ worker: Worker,
    _ group: inout ThrowingTaskGroup<Finished, any Error>
  ) {
    group.addTask {
      Finished(chunk: number, worker: worker, results: chunk.map(worker.outcome))
    }
  }
}
