import Foundation
import TestSupport
import Testing

@testable import InvertedIndex

@Suite struct LockTests {
  /// A program that this process is just starting has a copy of all open files, the lock among them.
  @Test func copiesOfTheFileHoldNoLock() throws {
    let folder = try TemporaryFolder()
    let storage = SystemStorage(path: folder.path)
    var copy: CInt?
    do {
      let lock = try storage.lock()
      copy = Self.descriptor(of: folder.path + "/lock").map { dup($0) }
      #expect(throws: IndexError.self) { try storage.lock() }
      withExtendedLifetime(lock) {}
    }
    let descriptor = try #require(copy)
    defer { close(descriptor) }
    _ = try storage.lock()
  }

  /// The number by which this process has a file open.
  private static func descriptor(of path: String) -> CInt? {
    var wanted = stat()
    guard stat(path, &wanted) == 0 else { return nil }
    return (0..<1024).first { number in
      var found = stat()
      return fstat(number, &found) == 0 && found.st_ino == wanted.st_ino
        && found.st_dev == wanted.st_dev
    }
  }
}
