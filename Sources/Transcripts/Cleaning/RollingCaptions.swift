/// Captions that roll up, as YouTube's do: what was said is carried over to the next cue, above the line that is being
/// said, and held for a moment between the two. Each line is told once.
///
/// What a cue shows again of the one in front is told by lines and by time: a hold is short and begins where the line
/// ends; carried lines stand on top of new ones; a line that is written as it is said begins with itself. Only a file in
/// which this is the rule is taken for one that rolls, so that what is said twice stays.
struct RollingCaptions {
  /// What a cue shows of the one in front.
  private enum Step {
    /// Nothing, or what was said again.
    case new
    /// Its last lines, and nothing else, for a moment.
    case hold
    /// The same for longer.
    case still
    /// Its last lines, so many of them, above new ones.
    case carry(Int)
    /// All its lines, of which the last one has got longer.
    case growth
  }

  private let cues: [Cue]
  private let lines: CaptionLines

  init(cues: [Cue], lines: CaptionLines) { (self.cues, self.lines) = (cues, lines) }

  /// The cues with each line once, and for each line that has grown, in order, what it was and where it stands now;
  /// `nil` where the file does not roll.
  ///
  /// - Complexity: O(n) for lines of bounded number a cue, and next to nothing where few cues begin as lines of the one
  ///   in front do.
  func merged() -> (cues: [Cue], growths: [(line: Range<Int>, place: Int)])? {
    guard lines.shownAgain(among: cues) * 3 >= cues.count, isRolling else { return nil }
    var (merged, growths) = ([Cue](), [(line: Range<Int>, place: Int)]())
    forEachStep { number, step, shown in
      switch step {
      case .new: merged.append(cues[number])
      case .hold, .still: break
      case .carry(let count):
        var cue = cues[number]
        cue.text = shown[count].lowerBound..<cue.text.upperBound
        merged.append(cue)
      case .growth:
        var cue = cues[number]
        cue.start = merged.last?.start
        // What was carried over stands above still.
        cue.text = shown[shown.count - 1].lowerBound..<cue.text.upperBound
        if let line = lines.ranges(in: cues[number - 1]).last {
          growths.append((line, cue.text.lowerBound))
        }
        merged[merged.count - 1] = cue
      }
    }
    return (merged, growths)
  }

  /// Whether every third cue is a hold, or three cues and every second one of those that follow at once show the one in
  /// front again.
  private var isRolling: Bool {
    var (holds, others, touching) = (0, 0, 0)
    forEachStep { number, step, shown in
      guard number > 0, CaptionTimes.touch(cues[number - 1], cues[number]) else { return }
      touching += 1
      switch step {
      case .new, .still: break
      case .hold: holds += 1
      case .carry(let count): others += isRepeat(shown, carried: count) ? 0 : 1
      case .growth: others += 1
      }
    }
    let shown = holds + others
    return holds > 0 && holds * 3 >= cues.count
      || others >= 3 && shown * 2 >= touching && shown * 3 >= cues.count
  }

  /// Whether what is new are the carried lines once more, as in a refrain.
  private func isRepeat(_ shown: [Range<Int>], carried count: Int) -> Bool {
    shown[count...].allSatisfy { line in shown[..<count].contains { lines.areEqual($0, line) } }
  }

  /// Goes through the cues with what each shows of the one in front, and its lines.
  private func forEachStep(_ body: (_ number: Int, _ step: Step, _ shown: [Range<Int>]) -> Void) {
    for number in cues.indices {
      guard number > 0 else {
        body(number, .new, [])
        continue
      }
      let shown = lines.ranges(in: cues[number])
      body(number, step(to: shown, at: number), shown)
    }
  }

  private func step(to shown: [Range<Int>], at number: Int) -> Step {
    let (earlier, cue) = (cues[number - 1], cues[number])
    guard earlier.speaker == cue.speaker else { return .new }
    let last = lines.ranges(in: earlier)
    let carried = lines.carried(from: last, to: shown)
    // Lines may be carried over a silence; to be told from lines that are said again, there have to be new ones.
    if carried > 0, carried < shown.count { return .carry(carried) }
    guard CaptionTimes.touch(earlier, cue) else { return .new }
    if carried > 0 {
      // Recognisers that are stuck write several short cues in a row.
      return CaptionTimes.isHold(cue) && !CaptionTimes.isHold(earlier) ? .hold : .still
    }
    return grows(last, into: shown) ? .growth : .new
  }

  private func grows(_ last: [Range<Int>], into shown: [Range<Int>]) -> Bool {
    guard last.count == shown.count, let line = last.last, let longer = shown.last else {
      return false
    }
    return zip(last.dropLast(), shown).allSatisfy { lines.areEqual($0, $1) }
      && lines.grows(line, into: longer)
  }
}
