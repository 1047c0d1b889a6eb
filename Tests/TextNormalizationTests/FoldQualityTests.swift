import Foundation
import TestSupport
import Testing

@testable import TextNormalization

/// How well the fold brings together what people converted by hand.
@Suite(.enabled(if: TestData.hasEvaluation, "ZIMU_EVALUATION_DATA is not set"))
struct FoldQualityTests {
  private let folder: SearchFormFolder

  init() throws {
    folder = try SearchFormFolder()
  }

  private func fold(_ text: String) throws -> ArraySlice<UInt8> {
    try folder.fold(Array(text.utf8).span).bytes
  }

  private func sentences(_ treebank: String) throws -> [String] {
    let folder = TestData.evaluation! + "/segmentation/" + treebank
    let path = try #require(TestData.files(below: folder).first { $0.hasSuffix("dev.conllu") })
    return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("# text =") }.map(String.init)
  }

  /// The few that differ were written differently: 帐 for 帳 in the sense of 账, 义 for 意, and a
  /// full stop of another kind.
  @Test func treebankPairsFoldToOneForm() throws {
    let pairs = try zip(sentences("UD_Chinese-GSD"), sentences("UD_Chinese-GSDSimp"))
    let different = try pairs.filter { try fold($0) != fold($1) }
    #expect(different.count == 3)
    #expect(try sentences("UD_Chinese-GSD").count == 500)
  }

  @Test(arguments: [("t2s", 49), ("tw2s", 29)])
  func conversionCasesFoldToOneForm(configuration: String, reached: Int) throws {
    let path = TestData.evaluation! + "/conversion/opencc-testcases.json"
    let decoder = JSONDecoder()
    decoder.allowsJSON5 = true
    let cases = try decoder.decode(Cases.self, from: Data(TestData.bytes(path))).cases
    let equal = try cases.count { item in
      guard let expected = item.expected[configuration] else { return false }
      return try fold(item.input) == fold(expected)
    }
    #expect(equal >= reached)
  }

  private struct Cases: Decodable {
    struct Case: Decodable {
      let input: String
      let expected: [String: String]
    }
    let cases: [Case]
  }
}
