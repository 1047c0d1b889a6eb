import ArgumentParser

/// Whether repetition loops of a speech recogniser are looked at.
struct LoopsOption: ParsableArguments {
  @Flag(
    name: .customLong("no-loops"), help: "Leave out cues in repetition loops of the recogniser.")
  var noLoops = false
}
