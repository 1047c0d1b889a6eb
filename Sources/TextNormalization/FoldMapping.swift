public import ICUSupport

/// A code point that the search form changes, what it becomes, and where that comes from.
public struct FoldMapping: Hashable, Sendable {
  public let scalar: UInt32
  /// What the code point becomes; empty if it is dropped.
  public let result: String
  /// The sources, joined by “, then”: NFKC_Casefold, a rule of ICU's, a reason of the package's.
  public let origin: String

  /// All mappings of code points that stand alone, in order of code points.
  ///
  /// - Complexity: some 60 milliseconds.
  public static func all() throws(ICUError) -> [FoldMapping] {
    let table = try FoldTable.shared.get()
    let rules = try SimplificationRules.shared.get()
    let own = Dictionary(
      FoldData.standard.mappings.map { ($0.from, $0) }, uniquingKeysWith: { $1 })
    let scalars = Set(table.folds.scalars).union(try ICUNormalizer.candidates().joined())
    var mappings: [FoldMapping] = []
    for scalar in scalars.sorted() {
      let steps = try Steps(scalar, table, rules, own)
      if steps.result != [scalar] { mappings.append(FoldMapping(scalar, steps)) }
    }
    return mappings
  }

  private init(_ scalar: UInt32, _ steps: Steps) {
    self.scalar = scalar
    result = String(String.UnicodeScalarView(steps.result.compactMap(Unicode.Scalar.init)))
    origin = steps.origins.joined(separator: ", then ")
  }

  /// How a code point becomes what it does.
  private struct Steps {
    private(set) var result: [UInt32]
    private(set) var origins: [String] = []

    init(
      _ scalar: UInt32, _ table: FoldTable, _ rules: SimplificationRules,
      _ own: [UInt32: FoldData.Mapping]
    ) throws(ICUError) {
      result = try table.casefold.normalize(scalar)
      if result != [scalar] { origins.append("NFKC_Casefold") }
      for index in result.indices { follow(index, table, rules, own) }
    }

    private mutating func follow(
      _ index: Int, _ table: FoldTable, _ rules: SimplificationRules,
      _ own: [UInt32: FoldData.Mapping]
    ) {
      let end = table.fold(result[index])
      while result[index] != end {
        let scalar = result[index]
        let origin = own[scalar]?.reason ?? "ICU Traditional-Simplified"
        if origins.last != origin { origins.append(origin) }
        result[index] = own[scalar]?.to ?? rules.single[scalar] ?? end
      }
    }
  }
}
