package import Caching

/// Compiled lexicons in the user's cache folder.
package struct LexiconCache {
  private let folder: CacheFolder

  package init(_ folder: CacheFolder = CacheFolder()) {
    self.folder = folder
  }

  /// The file that a lexicon is kept in.
  func path(_ fingerprint: String) -> String? { folder.path("lexicon", fingerprint) }

  /// Maps a lexicon into memory.
  ///
  /// - Returns: `nil` if it is not there, damaged, or another one.
  func read(_ fingerprint: String) -> Lexicon? {
    guard let path = path(fingerprint), let bytes = CacheFolder.map(path) else { return nil }
    let image = LexiconImage(bytes) { CacheFolder.unmap($0) }
    guard let image, image.fingerprint == fingerprint else { return nil }
    return Lexicon(image)
  }

  func write(_ lexicon: Lexicon) {
    if let path = path(lexicon.fingerprint) { folder.keep(lexicon.bytes, at: path) }
  }

  /// Bytes that were made from a lexicon and kept beside it; `nil` if there are none.
  ///
  /// Whoever made them has to find out whether they are whole.
  package func companion(of fingerprint: String) -> [UInt8]? {
    path(fingerprint).flatMap { CacheFolder.lend($0 + ".stored") { Array($0) } }
  }

  package func keepCompanion(_ bytes: [UInt8], of fingerprint: String) {
    guard let path = path(fingerprint) else { return }
    bytes.withUnsafeBytes { folder.keep($0, at: path + ".stored") }
  }
}
