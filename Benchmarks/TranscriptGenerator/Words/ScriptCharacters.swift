import ICUSupport
import TextNormalization
import Zimu

/// Which characters text in a script is written in, and how they are simplified.
struct ScriptCharacters {
  let isTraditional: Bool
  private var members: Set<UInt16> = []
  private let simplified: [UInt16]

  /// The characters of Big5 for traditional text, of GB 2312 for simplified text.
  init(_ style: TranscriptStyle) throws {
    isTraditional = style == .sayit
    let charset = try CharsetConverter(isTraditional ? "Big5" : "GB2312")
    let (first, second): (ClosedRange<UInt8>, ClosedRange<UInt8>) =
      isTraditional ? (0xA4...0xF9, 0x40...0xFE) : (0xB0...0xF7, 0xA1...0xFE)
    for lead in first {
      for trail in second where !(0x7F...0xA0).contains(trail) {
        let text = try charset.utf8(from: [lead, trail].span)
        members.formUnion(String(decoding: text, as: UTF8.self).utf16)
      }
    }
    simplified = try Self.simplifications()
    members = members.filter { Self.han.contains($0) }
  }

  private static let han: ClosedRange<UInt16> = 0x4E00...0x9FFF

  private static func simplifications() throws -> [UInt16] {
    let converter = try SimplifiedConverter()
    return han.map { unit in
      let result = converter.convert(String(Character(Unicode.Scalar(unit)!))).utf16
      return result.count == 1 ? result.first! : unit
    }
  }

  /// Whether a word is written in these characters alone.
  func contains(_ word: [UInt16]) -> Bool { word.allSatisfy(members.contains) }

  /// A word in simplified characters, one for one.
  func key(of word: [UInt16]) -> [UInt16] {
    word.map { Self.han.contains($0) ? simplified[Int($0 - 0x4E00)] : $0 }
  }
}
