/// A place where two words of one cue are joined by a single character without white space, as in Wi-Fi,
/// AT&T and 史蒂夫·乔布斯.
public struct Joiner: Hashable, Sendable {
  /// The position of the word that it follows.
  public let position: Int
  /// Which of the joiners it is: that of its search form.
  public let joint: WordJoint
  /// The character of the original: a hyphen may be written `‐`, `–` or `－`.
  public let spelling: Unicode.Scalar

  /// What joins words, in search form; the number of a joiner is its place here.
  static let characters: [Unicode.Scalar] = ["-", "/", "&", "·", ".", "+", "#", "'"]

  init(position: Int, joint: WordJoint, spelling: Unicode.Scalar? = nil) {
    (self.position, self.joint) = (position, joint)
    self.spelling = spelling ?? joint.joiner.map { Self.characters[Int($0)] } ?? " "
  }

  /// The joiner that stands between two words.
  ///
  /// - Parameters:
  ///   - form: what stands between them in search form.
  ///   - original: the same in the original.
  /// - Returns: `nil` if that is no joiner, or the dash of a sentence.
  init?(after position: Int, _ form: UnsafeRawBufferPointer, original: UnsafeRawBufferPointer) {
    if let plain = Joiner(after: position, original) {
      self = plain
      return
    }
    guard !original.isEmpty, let joint = Self.joint(form) else { return nil }
    let spelling = Self.scalar(original)
    if let spelling, Self.sentenceDashes.contains(spelling) { return nil }
    self.init(position: position, joint: joint, spelling: spelling)
  }

  /// The joiner that some bytes of the original are, if they are spelled as in search form.
  init?(after position: Int, _ original: UnsafeRawBufferPointer) {
    guard let joint = Self.joint(original) else { return nil }
    self.init(position: position, joint: joint)
  }

  /// Em dash and horizontal bar.
  private static let sentenceDashes: ClosedRange<Unicode.Scalar> = "\u{2014}"..."\u{2015}"

  @inline(__always)
  private static func joint(_ bytes: UnsafeRawBufferPointer) -> WordJoint? {
    guard bytes.count == 1 else {
      return bytes.count == 2 && bytes[0] == 0xC2 && bytes[1] == 0xB7 ? .middleDot : nil
    }
    return switch bytes[0] {
    case UInt8(ascii: "-"): .hyphen
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "."): .fullStop
    case UInt8(ascii: "+"): .plus
    case UInt8(ascii: "#"): .numberSign
    case UInt8(ascii: "'"): .apostrophe
    default: nil
    }
  }

  /// The only character of some bytes.
  private static func scalar(_ bytes: UnsafeRawBufferPointer) -> Unicode.Scalar? {
    guard bytes.count <= 4 else { return nil }
    let scalars = String(decoding: bytes, as: UTF8.self).unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  /// Whether it may stand for some bytes of the original that are not spelled as in search form.
  func fits(_ original: ArraySlice<UInt8>) -> Bool {
    // Characters that fold to nothing may stand beside it.
    isPlain ? !original.isEmpty : original.elementsEqual(String(spelling).utf8)
  }

  /// Whether the original is spelled as the search form is.
  var isPlain: Bool { joint.joiner.map { Self.characters[Int($0)] == spelling } ?? false }
}

extension WordJoint {
  /// The joiner in search form; `nil` if this is none.
  package var character: Unicode.Scalar? { joiner.map { Joiner.characters[Int($0)] } }
}
