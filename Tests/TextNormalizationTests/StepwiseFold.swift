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
    try casefolded(text).map { scalar in
      var scalar = scalar
      while let next = folds[scalar], next != scalar { scalar = next }
      return scalar
    }
  }
}

extension [UInt32] {
  var string: String { String(String.UnicodeScalarView(compactMap(Unicode.Scalar.init))) }
}
