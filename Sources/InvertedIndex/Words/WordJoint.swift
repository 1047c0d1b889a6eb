/// What follows a word, as far as matching has to know.
public enum WordJoint: UInt32, Sendable {
  case none, space
  /// The end of a cue, with at most white space, inside a turn.
  case cueEnd
  /// Other characters, or the end of the turn.
  case parted

  // One joiner and nothing else, see `Joiner`.
  case hyphen, slash, ampersand, middleDot, fullStop, plus, numberSign, apostrophe

  init(_ gap: WordToken.Gap) {
    self =
      switch gap {
      case .none: .none
      case .space: .space
      case .cueEnd: .cueEnd
      case .other, .turnEnd: .parted
      }
  }

  /// Whether the words belong together only where a joiner counts.
  @inline(__always)
  public var isParted: Bool { rawValue >= WordJoint.parted.rawValue }

  /// The number of joiners.
  package static let joinerCount = WordJoint.apostrophe.rawValue - WordJoint.parted.rawValue

  /// The number of the joiner, from 0; `nil` if this is none.
  @inline(__always)
  package var joiner: UInt32? {
    rawValue > WordJoint.parted.rawValue ? rawValue - WordJoint.parted.rawValue - 1 : nil
  }

  /// - Parameter joiner: from 0; less than `joinerCount`.
  package init(joiner: UInt32) {
    self = WordJoint(rawValue: WordJoint.parted.rawValue + 1 + joiner)!
  }
}
