import FilePaths

/// The names of an archive's members as paths below the archive.
enum ArchiveNames {
  /// Programs of Chinese Windows write names in GB18030 or Big5 and do not say so: all names together tell.
  static func decoded(_ names: [[UInt8]]) -> [[UInt8]] {
    let unreadable = names.filter { !UTF8Validation.isValid($0.span) }
    guard !unreadable.isEmpty,
      // Names that no charset fits stay the bytes that they are.
      let charset = try? CharsetGuess.narrow(Array(unreadable.joined(separator: [0x0A])))
    else { return names }
    return names.map { name in
      UTF8Validation.isValid(name.span) ? name : (try? charset.convert(name[...])) ?? name
    }
  }

  /// A member's path without what would lead elsewhere; `nil` for hidden files and those of macOS about others.
  static func path(of name: [UInt8]) -> FilePath? {
    let parts = name.split { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") && !isWide(name) }
    guard !parts.isEmpty, parts.first?.elementsEqual("__MACOSX".utf8) != true else { return nil }
    var path = FilePath("")
    for part in parts {
      if part.elementsEqual(".".utf8) || part.elementsEqual("..".utf8) { continue }
      guard part.first != UInt8(ascii: "."), !part.contains(0) else { return nil }
      path = path.appending(FilePath(bytes: part))
    }
    return path.bytes.isEmpty ? nil : path
  }

  /// An archive's name without its extensions: `talks` of `talks.tar.gz`.
  static func title(of name: FilePath) -> String {
    let stem = name.stem
    return (SourceFile.fileExtension(of: stem.description) == "tar" ? stem.stem : stem).description
  }

  /// Whether a backslash may be half of a character, as in names that no charset fits.
  private static func isWide(_ name: [UInt8]) -> Bool { !UTF8Validation.isValid(name.span) }
}
