import Transcripts
import Zimu

/// The words of one episode, cue by cue.
public struct EpisodeText: Sendable {
  /// The cues in UTF-8, none of them empty.
  public let cues: [[UInt8]]

  /// The whole episode in UTF-8, a newline between two cues.
  public var joined: [UInt8] { Array(cues.joined(separator: [UInt8(ascii: "\n")])) }

  /// The episodes in a folder and those below it, each once, whatever formats it lies there in.
  static func read(folder: String) throws -> [EpisodeText] {
    let found = EpisodeFinder.find([FilePath(folder)], with: EpisodeFinder())
    return try found.candidates.compactMap { try EpisodeText($0.files[0]) }
  }

  /// - Returns: `nil` when the file is no transcript.
  private init?(_ file: EpisodeFile) throws {
    let bytes = try InputFile.read(file.path.description)
    let transcript: Transcript
    do throws(TranscriptError) {
      transcript = try Transcript.read(bytes, fileName: file.name.description)
    } catch {
      guard error.isOtherContent else { throw error }
      return nil
    }
    cues = transcript.cues.map { Array(transcript.text[$0.text]) }.filter { !$0.isEmpty }
  }
}
