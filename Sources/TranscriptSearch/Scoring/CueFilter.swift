/// Which cues may match: by episode and speaker, and but for some that are left out.
public protocol CueFilter {
  /// Whether all cues may match.
  var isEverything: Bool { get }
  /// Whether episodes may match in part, so that each cue's speaker is to be looked at.
  var usesSpeakers: Bool { get }
  /// Whether what a speaker (`nil`: none) says in an episode may match.
  func includes(_ episode: Int, _ speaker: Int?) -> Bool
  /// Whether anything in an episode may match.
  func includesAny(of episode: Int) throws -> Bool
  /// Whether an episode has anything that fits a filter.
  func matches(_ filter: FieldFilter, _ episode: Int) throws -> Bool
  /// Whether cues of an episode are left out.
  func leavesOutAny(of episode: Int) -> Bool
  /// Whether nothing may match that begins in a cue.
  func leavesOut(_ cue: Int, of episode: Int) -> Bool
}

extension CueFilter {
  public func leavesOutAny(of episode: Int) -> Bool { false }

  public func leavesOut(_ cue: Int, of episode: Int) -> Bool { false }
}
