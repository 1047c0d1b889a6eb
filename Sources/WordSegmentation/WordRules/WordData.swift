import Hashing

/// Reads the lists of words in `Data/`.
enum WordData {
  /// Words between white space; a line that starts with `# ` is a comment.
  static func words(_ file: [UInt8]) -> [Substring] {
    String(decoding: file, as: UTF8.self).split(separator: "\n").filter { !$0.hasPrefix("# ") }
      .flatMap { $0.split(separator: " ") }
  }

  /// A hash of all lists.
  static var fingerprint: String {
    let lists = [
      PackageResources.measure_first_words_txt, PackageResources.erhua_words_txt,
      PackageResources.symbol_names_txt,
    ]
    let bytes = Array(lists.joined(separator: [0]))
    return String(XXHash64.hash(bytes.span.bytes), radix: 16)
  }
}
