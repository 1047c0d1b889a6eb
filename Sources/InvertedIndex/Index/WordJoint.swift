/// What follows a word, as far as matching has to know.
public enum WordJoint: UInt32, Sendable {
  case none, space
  /// The end of a cue, with at most white space, inside a turn.
  case cueEnd
  /// Other characters, or the end of the turn.
  case parted

  init(_ gap: WordToken.Gap) {
    self =
      switch gap {
      case .none: .none
      case .space: .space
      case .cueEnd: .cueEnd
      case .other, .turnEnd: .parted
      }
  }
}
