/// The folder of an index, as far as an index uses it; tests put in others, which fail or forget.
///
/// What is written is safe only after `sync` of the file, and a name only after `syncNames`.
protocol IndexStorage: Sendable {
  /// The folder, for messages.
  var path: String { get }

  /// Makes sure that the folder is there and can be written to.
  func prepare() throws(IndexError)

  /// The names of the files, in any order; none if there is no folder.
  func names() throws(IndexError) -> [String]

  /// The bytes of a file; `nil` if there is none of that name.
  func contents(of name: String) throws(IndexError) -> FileContents?

  /// Makes a file, or empties one.
  func create(_ name: String) throws(IndexError) -> any OutputFile

  /// Gives a file another name, in place of the file that has it.
  func rename(_ old: String, to new: String) throws(IndexError)

  /// Removes a file; nothing happens if there is none.
  func remove(_ name: String) throws(IndexError)

  /// Makes names, renamings and removals safe.
  func syncNames() throws(IndexError)

  /// Becomes the one writer, until the lock is released.
  ///
  /// - Throws: `IndexError` with code `locked` that says who is.
  func lock() throws(IndexError) -> any WriterLock
}

/// A file that is being written, from start to end.
protocol OutputFile: AnyObject {
  func append(_ bytes: UnsafeRawBufferPointer) throws(IndexError)

  /// Makes what was appended safe.
  func sync() throws(IndexError)

  func close()
}

/// The right to change an index; it ends with the value, or the process.
protocol WriterLock: AnyObject, Sendable {}
