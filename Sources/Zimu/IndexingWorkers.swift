import FilePaths
import ICUSupport
import InvertedIndex
import Transcripts

/// Reads and analyses candidates on several cores, and hands on what came out in their order.
///
/// Few files are under way at a time, whatever their number.
struct IndexingWorkers {
  /// One worker: it has an encoder, whose episodes must be handed on in order.
  private final class Worker: @unchecked Sendable {
    let reader: CandidateReader

    init(_ reader: CandidateReader) { self.reader = reader }
  }

  private struct Finished: Sendable {
    let chunk: Int
    let worker: Worker
    let outcomes: [CandidateReader.Outcome]
  }

  /// Small files are taken together, up to about so many bytes.
  private static let chunkSize = 128 << 10
  private static let chunkCount = 64

  private let candidates: [EpisodeCandidate]
  private let chunks: [Range<Int>]
  private let jobs: Int
  private var workers: [Worker] = []

  init(
    _ candidates: [EpisodeCandidate], jobs: Int,
    reader: (_ number: Int) throws -> CandidateReader
  ) throws {
    self.candidates = candidates
    chunks = Self.chunks(of: candidates)
    self.jobs = max(1, min(jobs, chunks.count))
    for number in 0..<self.jobs { workers.append(Worker(try reader(number))) }
  }

  private static func chunks(of candidates: [EpisodeCandidate]) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var (start, size) = (0, 0)
    for (index, candidate) in candidates.enumerated() {
      size += 1024
      if case .file(let bytes, _) = FileStatus(candidate.files[0].path) { size += bytes }
      if size >= chunkSize || index + 1 - start == chunkCount {
        chunks.append(start..<index + 1)
        (start, size) = (index + 1, 0)
      }
    }
    if start < candidates.count { chunks.append(start..<candidates.count) }
    return chunks
  }

  /// Runs.
  ///
  /// - Parameters:
  ///   - take: takes an outcome; called in order of the candidates.
  ///   - isFull: whether all that is under way has to be taken before more is begun.
  ///   - empty: makes room, when that is done.
  func run(
    take: (consuming CandidateReader.Outcome) throws -> Void, isFull: () -> Bool,
    empty: () throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Finished.self) { group in
      var (idle, next, turn) = (workers, 0, 0)
      var waiting: [Int: [CandidateReader.Outcome]] = [:]
      while turn < chunks.count {
        if isFull(), idle.count == workers.count, waiting.isEmpty {
          try empty()
          for worker in workers { worker.reader.analyzer.encoder.reset() }
        }
        // A slow file must not let the others run ahead without end.
        while !isFull() || idle.count == workers.count, next < min(chunks.count, turn + 4 * jobs),
          let worker = idle.popLast()
        {
          start(next, worker, &group)
          next += 1
        }
        guard let finished = try await group.next() else { return }
        idle.append(finished.worker)
        waiting[finished.chunk] = finished.outcomes
        while let outcomes = waiting.removeValue(forKey: turn) {
          for outcome in outcomes { try take(outcome) }
          turn += 1
        }
      }
      if isFull() { try empty() }
    }
  }

  private func start(
    _ chunk: Int, _ worker: Worker, _ group: inout ThrowingTaskGroup<Finished, any Error>
  ) {
    let part = candidates[chunks[chunk]]
    group.addTask {
      Finished(chunk: chunk, worker: worker, outcomes: part.map { worker.reader.read($0) })
    }
  }
}
