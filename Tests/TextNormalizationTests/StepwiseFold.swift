import ICUSupport

@testable import TextNormalization

/// The plain twin of the search fold: the whole string through ICU's NFKC_Casefold, then each code
/// point through the rules and the package's data, until nothing changes.
struct StepwiseFold {
  private let casefold: ICUNormalizer
  private let folds: [UInt32: UInt32]

  init() throws {
    casefold = try ICUNormalizer(.nfkcCasefold)
    var folds = try SimplificationRules.read().single
    for mapping in FoldData.standard.mappings { folds[mapping.from] = mapping.to }
    self.folds = folds
  }

  func casefolded(_ text: String) throws -> [UInt32] {
    let units = Array(text.utf16)
    var result: [UInt16] = []
    if !units.isEmpty { try casefold.normalize(units, in: 0..<units.count, into: &result) }
    return String(decoding: result, as: UTF16.self).unicodeScalars.map(\.value)
  }

  func fold(_ text: String) throws -> [UInt32] {
    // Stands for the full-width full stop until its neighbours are known: NFKC makes `.` of it.
    let fullStop: UInt32 = text.unicodeScalars.contains("\u{E000}") ? 0xE001 : 0xE000
    let marked = text.unicodeScalars.map { $0.value == 0xFF0E ? fullStop : $0.value }
    let scalars = try casefolded(marked.string).map { scalar in
      var scalar = scalar
      while let next = folds[scalar], next != scalar { scalar = next }
      return scalar
    }
    return scalars.indices.map { index in
      let isBetween =
        index > 0 && index + 1 < scalars.count && isHanOrKana(scalars[index - 1])
        && isHanOrKana(scalars[index + 1])
      switch scalars[index] {
      case 0x30FB where isBetween: return 0xB7
      case fullStop: return isBetween ? 0xB7 : 0x2E
      default: return scalars[index]
      }
    }
  }

  private func isHanOrKana(_ scalar: UInt32) -> Bool {
    let script = CharacterProperties.script(of: scalar)
    return script == .han || script == .kana
  }
}

extension [UInt32] {
  var string: String { String(String.UnicodeScalarView(compactMap(Unicode.Scalar.init))) }
}
