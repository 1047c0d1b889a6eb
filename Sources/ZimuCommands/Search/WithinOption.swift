import ArgumentParser

/// How far a match may reach.
struct WithinOption: ParsableArguments {
  enum Scope: String, CaseIterable, ExpressibleByArgument {
    case cue, turn
  }

  @Option(
    help:
      "How far a match may extend: to the end of its cue, or of its turn (consecutive cues of one speaker)."
  )
  var within = Scope.turn

  var crossesCues: Bool { within == .turn }
}
