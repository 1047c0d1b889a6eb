public import ArgumentParser
import TranscriptSearch
import Zimu

/// The `zimu` command: its subcommands, and running them with a console of one's own.
public struct ZimuCommand: AsyncParsableCommand {
  public static let configuration = CommandConfiguration(
    commandName: "zimu",
    abstract: "Index Chinese transcripts, report term frequencies, and search what was said.",
    discussion: """
      EXAMPLES
        zimu index ~/podcasts                 index a folder of transcripts
        zimu terms --top 30                   list the most frequent terms
        zimu terms --by month --format csv    list them for each month, as CSV
        zimu search 诺贝尔奖                  find who said it, and when
        zimu show EPISODE --at 0:03:29        show what was said at that time

      The index is --index DIR, else $ZIMU_INDEX, else ./zimu-index.
      Exit status: 0 done; 1 failed; 2 done, but some input was rejected;
      64 wrong usage.
      """,
    version: Versions.summary,
    subcommands: [
      IndexCommand.self, FormatsCommand.self, TermsCommand.self, PhrasesCommand.self,
      KeywordsCommand.self,
      TrendCommand.self, ReportCommand.self, SearchCommand.self, CountCommand.self,
      ConcordanceCommand.self, EpisodesCommand.self, ShowCommand.self,
      ExportCommand.self,
      SegmentCommand.self, NormalizeCommand.self, StopWordsCommand.self, LexiconCommand.self,
      EvaluateCommand.self, BenchmarkCommand.self, RemoveCommand.self, OptimizeCommand.self,
      MergeCommand.self,
      VerifyCommand.self, StatsCommand.self,
    ])

  public init() {}

  /// Runs a command line.
  ///
  /// - Parameter arguments: without the program's name.
  /// - Returns: the exit status: 0 done, 1 failed, 2 done but inputs were rejected, 64 usage.
  public static func run(_ arguments: [String], console: Console) async -> Int32 {
    await Console.$current.withValue(console) {
      do {
        var command = try parseAsRoot(arguments)
        if var asynchronous = command as? any AsyncParsableCommand {
          try await asynchronous.run()
        } else {
          try command.run()
        }
        return 0
      } catch {
        return report(error, console)
      }
    }
  }

  /// Says what went wrong, where it is not just help or version that was asked for.
  private static func report(_ thrown: any Error, _ console: Console) -> Int32 {
    let error = (thrown as? ZimuError)?.cause ?? thrown
    if error is ClosedPipe { return 0 }
    if let error = error as? QueryError {
      console.writeError("Error: \(error.sentence)\n\(error.pointer)")
      return ExitCode.validationFailure.rawValue
    }
    if let error = error as? any ExplainedError {
      console.writeError("Error: \(error.sentence)\n")
      return ExitCode.failure.rawValue
    }
    let status = exitCode(for: error).rawValue
    let message = fullMessage(for: error)
    if status == 0 {
      // Help that nobody reads any more is no failure.
      try? console.write(message + "\n")
    } else if !message.isEmpty {
      console.writeError(message + "\n")
    }
    return status
  }
}
