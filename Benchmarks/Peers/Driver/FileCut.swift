/// How much of a file an engine is given in one call.
enum FileCut {
  /// Each line by itself.
  case cues
  /// All lines at once, a newline between two.
  case block

  /// The texts that engines are given, in UTF-8; empty lines are left out.
  func texts(of file: [UInt8]) -> [[UInt8]] {
    let lines = file.split(separator: UInt8(ascii: "\n"))
    return switch self {
    case .cues: lines.map(Array.init)
    case .block: [Array(lines.joined(separator: [UInt8(ascii: "\n")]))]
    }
  }
}
