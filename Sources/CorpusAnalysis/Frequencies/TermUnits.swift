/// What a frequency table counts as one unit. Words of four characters and more are listed with phrases, too.
public enum TermUnits: String, CaseIterable, Sendable {
  case words, phrases, both
}
