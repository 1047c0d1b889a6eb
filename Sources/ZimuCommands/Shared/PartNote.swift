/// What the help of `--by` says of parts of episodes.
enum PartNote {
  static let help = """
    Parts of episodes are part:10min (any length from 1s), part:half, part:third, part:quarter, part:fifth and \
    part:tenth. A cue belongs to the part in which it starts.
    """
}
