import UserInput
public import WordSegmentation

extension UserDictionary {
  /// Reads a dictionary file.
  ///
  /// - Parameters:
  ///   - file: the bytes, in UTF-8 or, with a byte order mark, UTF-16; at most 4 GB.
  ///   - name: the name of the file, for errors.
  /// - Throws: `ZimuError` with the code `invalidFile` and the first bad line; then nothing of the file is used.
  /// - Complexity: O(bytes).
  public init(file: [UInt8], name: String) throws(ZimuError) {
    self = try translatingErrors {
      try UserDictionary.parse(try ListFile.utf8(file, name: name), file: name)
    }
  }
}
