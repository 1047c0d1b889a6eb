extension IndexDirectory {
  /// What was kept of a commit.
  ///
  /// - Returns: `nil` if nothing was, or it cannot be read: bytes whose wholeness is not known.
  package func derived(_ content: DerivedContent, from reader: IndexReader) -> [UInt8]? {
    (try? storage.contents(of: reader.manifest.derivedName(content))).flatMap { $0 }.map {
      Array($0.bytes)
    }
  }

  /// Keeps beside the index what was computed from a commit, until the next one.
  ///
  /// It is safe to lose: in a folder that cannot be written to, nothing is kept.
  package func keep(_ bytes: [UInt8], as content: DerivedContent, from reader: IndexReader) {
    let name = reader.manifest.derivedName(content)
    // Several processes may compute the same.
    let temporary = "\(name).\(UInt32.random(in: 0 ... .max))\(IndexFormat.temporarySuffix)"
    do throws(IndexError) {
      let file = try storage.create(temporary)
      try bytes.lend { (bytes) throws(IndexError) in try file.append(bytes) }
      file.close()
      try storage.rename(temporary, to: name)
    } catch {
      // The next writer removes it.
      try? storage.remove(temporary)
    }
  }
}
