import ICUSupport
import TextNormalization

/// Reads the lines of one dictionary file into entries.
struct UserDictionaryReader {
  private let file: String
  private let folder: SearchFormFolder
  /// The search form of the term at hand; kept for its storage.
  private var form = NormalizedText()

  /// - Throws: an error of line 1 when ICU's data cannot be opened.
  init(file: String) throws(UserDictionaryError) {
    self.file = file
    do throws(ICUError) {
      folder = try SearchFormFolder()
    } catch {
      throw UserDictionaryError(.icu(error), file: file, line: 1)
    }
  }

  /// The entries of all lines that have one.
  mutating func entries(of bytes: [UInt8]) throws(UserDictionaryError) -> [UserDictionary.Entry] {
    var entries: [UserDictionary.Entry] = []
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      do throws(UserDictionaryError.Code) {
        if let entry = try entry(of: line, number: index + 1) { entries.append(entry) }
      } catch {
        throw UserDictionaryError(error, file: file, line: index + 1)
      }
    }
    return entries
  }

  private mutating func entry(
    of bytes: ArraySlice<UInt8>, number: Int
  ) throws(UserDictionaryError.Code) -> UserDictionary.Entry? {
    guard let line = try UserDictionaryLine(bytes) else { return nil }
    return UserDictionary.Entry(
      term: line.term, key: try key(of: line.term), weight: line.weight, tag: line.tag,
      action: line.action, file: file, line: number)
  }

  /// The search form, with one space for each run of white space and none at the ends.
  private mutating func key(of term: String) throws(UserDictionaryError.Code) -> [UInt8] {
    do throws(ICUError) {
      try folder.fold(Array(term.utf8).span, into: &form)
    } catch {
      throw .icu(error)
    }
    let words = String(decoding: Array(form.bytes), as: UTF8.self).unicodeScalars
      .split { CharacterProperties.isWhiteSpace($0.value) }
    let key = String(words.map { Substring($0) }.joined(separator: " "))
    guard !key.isEmpty else { throw .emptyTerm }
    guard key.unicodeScalars.count <= UserDictionary.longestTerm else {
      throw .longTerm(limit: UserDictionary.longestTerm)
    }
    return Array(key.utf8)
  }
}
