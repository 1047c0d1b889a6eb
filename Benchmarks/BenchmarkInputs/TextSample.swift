import TextNormalization
import Zimu

/// Texts of one origin and script that benchmarks work on; read when they are asked for.
public struct TextSample: Sendable {
  /// Origin and script, such as `corpus simplified`.
  public let name: String
  private let folder: String
  /// The script to pick from the folder; `nil` takes every episode.
  private let script: TextScript?

  /// The repository's corpus by script, then the evaluation data that this machine has.
  public static var all: [TextSample] {
    let corpus = TextScript.allCases.map {
      TextSample(name: "corpus \($0)", folder: InputFile.corpus, script: $0)
    }
    return corpus + evaluation
  }

  /// The repository's corpus in one sample, then the evaluation data that this machine has.
  public static var unsorted: [TextSample] { [corpus] + evaluation }

  /// All of the repository's corpus.
  public static let corpus = TextSample(name: "corpus", folder: InputFile.corpus, script: nil)

  private static var evaluation: [TextSample] {
    let sayit = evaluation("sayit traditional", folder: "sayit")
    let indigo = evaluation("indigo mixed", folder: "indigo")
    return [sayit, indigo].compactMap { $0 }
  }

  private static func evaluation(_ name: String, folder: String) -> TextSample? {
    InputFile.evaluation(folder).map { TextSample(name: name, folder: $0, script: nil) }
  }

  /// Reads the episodes.
  ///
  /// - Throws: `InputError` when there are none.
  public func read() throws -> [EpisodeText] {
    let converter = try SimplifiedConverter()
    let episodes = try EpisodeText.read(folder: folder).filter { episode in
      script == nil || TextScript(of: episode, converter: converter) == script
    }
    guard !episodes.isEmpty else { throw InputError("no episode for “\(name)” in \(folder)") }
    return episodes
  }
}
