/// What the help of `--by` says of parts of episodes.
enum PartNote {
  static let help = """
    To group by parts of episodes, use part:10min (or any length from 1s), part:half, part:third, part:quarter, \
    part:fifth or part:tenth. A cue belongs to the part in which it starts.
    """
}
