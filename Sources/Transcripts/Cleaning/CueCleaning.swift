/// The cleaning of cues: repeats of captions, and lines in another script.
public struct CueCleaning: Hashable, Sendable {
  /// The script of the lines to keep in transcripts with two languages.
  public enum Script: String, CaseIterable, Hashable, Sendable {
    /// All lines are kept.
    case all
    /// Only lines with a Han character are kept.
    case han
  }

  /// Whether to keep the repeated lines of captions that roll up or highlight words (default `false`).
  public var keepsRepeats = false
  /// The script of the lines to keep (default all).
  public var script = Script.all

  /// Creates a cleaning.
  ///
  /// - Parameters:
  ///   - keepsRepeats: whether to keep the repeated lines of captions (default `false`).
  ///   - script: the script of the lines to keep (default all).
  public init(keepsRepeats: Bool = false, script: Script = .all) {
    (self.keepsRepeats, self.script) = (keepsRepeats, script)
  }
}
