import InvertedIndex

extension IndexSettings {
  private static let siblings = "siblings"

  /// Whether files of one name in several formats are episodes of their own.
  var keepsSiblingsApart: Bool { self[Self.siblings] == "apart" }

  /// The settings of an index that keeps such files apart.
  var keepingSiblingsApart: IndexSettings { with(Self.siblings, "apart") }

  /// The settings that shape words.
  var ofWords: IndexSettings { with(Self.siblings, nil) }
}
