import UserInput
public import WordSegmentation

extension UserDictionary {
  /// Reads a user dictionary from a file.
  ///
  /// - Parameters:
  ///   - file: the bytes of the file, at most 4 GB, in UTF-8, or in UTF-16 with a byte order mark.
  ///   - name: the name of the file, for error messages.
  /// - Throws: `ZimuError` with the code `invalidFile` and the first invalid line; then no line of the file
  ///   is used.
  /// - Complexity: O(bytes).
  public init(file: [UInt8], name: String) throws(ZimuError) {
    self = try translatingErrors {
      try UserDictionary.parse(try ListFile.utf8(file, name: name), file: name)
    }
  }
}
