/// What is done to the cues of a transcript that are not what was said, or not in the language that is wanted.
public struct CueCleaning: Hashable, Sendable {
  /// The lines of a transcript in two languages that are taken, by the script that they are written in.
  public enum Script: String, CaseIterable, Hashable, Sendable {
    /// All lines.
    case all
    /// Lines with a Han character.
    case han
  }

  /// Whether captions that roll up or highlight words stay as they are written, with each line several times.
  public var keepsRepeats = false
  public var script = Script.all

  public init(keepsRepeats: Bool = false, script: Script = .all) {
    (self.keepsRepeats, self.script) = (keepsRepeats, script)
  }
}
