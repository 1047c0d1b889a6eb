/// The package's own part of the fold, read from its data files.
struct FoldData: Sendable {
  struct Mapping: Sendable {
    let from: UInt32
    let to: UInt32
    /// Why the mapping is there, as the data says.
    let reason: String
  }

  let mappings: [Mapping]

  /// All mappings of the package, in the order of the data.
  static let standard = FoldData(
    mappings: parse(PackageResources.variants_txt, pair: characters)
      + parse(PackageResources.punctuation_txt, pair: codePoints)
      + parse(PackageResources.radicals_txt, pair: codePoints))

  /// The version of the data: a hash of its bytes.
  static let version: String = {
    var hash: UInt32 = 0x811C_9DC5
    let files = [
      PackageResources.variants_txt, PackageResources.punctuation_txt,
      PackageResources.radicals_txt,
    ]
    for byte in files.joined() { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return String(hash, radix: 16)
  }()

  /// Lines of pairs; a comment right above them is their reason.
  private static func parse(
    _ file: [UInt8], pair: (Substring) -> [(UInt32, UInt32)]
  ) -> [Mapping] {
    var reason = ""
    var mappings: [Mapping] = []
    for line in String(decoding: file, as: UTF8.self).split(separator: "\n") {
      if line.hasPrefix("#") {
        reason = String(line.dropFirst(2))
      } else {
        mappings += pair(line).map { Mapping(from: $0.0, to: $0.1, reason: reason) }
      }
    }
    return mappings
  }

  /// `擡抬 峯峰`.
  private static func characters(_ line: Substring) -> [(UInt32, UInt32)] {
    line.split(separator: " ").map { pair in
      let scalars = pair.unicodeScalars.map(\.value)
      precondition(scalars.count == 2, "a pair is two characters: \(pair)")
      return (scalars[0], scalars[1])
    }
  }

  /// `2014 002D`.
  private static func codePoints(_ line: Substring) -> [(UInt32, UInt32)] {
    let values = line.split(separator: " ").compactMap { UInt32($0, radix: 16) }
    precondition(values.count == 2, "a line is two code points: \(line)")
    return [(values[0], values[1])]
  }
}
