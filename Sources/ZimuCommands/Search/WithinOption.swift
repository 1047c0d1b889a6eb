import ArgumentParser

/// How far a match may reach.
struct WithinOption: ParsableArguments {
  enum Scope: String, CaseIterable, ExpressibleByArgument {
    case cue, turn
  }

  @Option(help: "Where a text must end: in the cue, or in the turn, that it begins in.")
  var within = Scope.turn

  var crossesCues: Bool { within == .turn }
}
