import Caching
import Foundation
import TestSupport
import Testing

@testable import TextNormalization

/// The fold table between processes.
@Suite struct FoldImageTests {
  private let folder: TemporaryFolder
  private let cache: CacheFolder

  init() throws {
    let folder = try TemporaryFolder()
    self.folder = folder
    cache = CacheFolder { $0 == "XDG_CACHE_HOME" ? folder.path : nil }
  }

  private func expectSame(_ first: FoldTable, _ second: FoldTable) {
    #expect(first.flat == second.flat && first.actions == second.actions)
    #expect(first.table.index == second.table.index && first.table.values == second.table.values)
    #expect(first.folds.index == second.folds.index && first.folds.values == second.folds.values)
  }

  @Test func theKeptTableIsTheSame() throws {
    let made = try FoldTable.load(cache)
    let path = try #require(cache.path("fold", FoldTable.fingerprint))
    #expect(FileManager.default.fileExists(atPath: path))
    expectSame(made, try FoldTable())
    expectSame(try FoldTable.load(cache), made)
    // What the user's cache holds is what this code makes: else its number is to be raised.
    expectSame(try FoldTable.shared.get(), made)
  }

  /// An image that is whole and says what no table says.
  @Test(arguments: [0xFFFF_FF03, 0xFFFF_FF01, 0x8002, 0x04] as [UInt32])
  func nonsenseIsRefused(value: UInt32) throws {
    let image = try FoldTable.load(cache).image
    let table = CodePointTable([0x8EDF: value])
    let bad = FoldImage(
      fingerprint: image.fingerprint, table: table, folds: image.folds, actions: image.actions)
    #expect(image.bytes.withUnsafeBytes { FoldImage(bytes: $0) } != nil)
    #expect(bad.bytes.withUnsafeBytes { FoldImage(bytes: $0) } == nil)
    let folds = FoldImage(
      fingerprint: image.fingerprint, table: image.table,
      folds: CodePointTable([0x8EDF: 0x11_0000]), actions: image.actions)
    #expect(folds.bytes.withUnsafeBytes { FoldImage(bytes: $0) } == nil)
  }

  @Test func damageIsFoundAndMended() throws {
    let made = try FoldTable.load(cache)
    let path = try #require(cache.path("fold", FoldTable.fingerprint))
    let bytes = try TestData.bytes(path)
    var generator = SeededGenerator(seed: 5)
    for round in 0..<40 {
      var damaged = bytes
      if round % 2 == 0 {
        damaged[Int.random(in: bytes.indices, using: &generator)] ^= 1 << UInt8(round % 8)
      } else {
        damaged.removeLast(Int.random(in: 1...bytes.count, using: &generator))
      }
      #expect(damaged.withUnsafeBytes { FoldImage(bytes: $0) } == nil)
    }
    try Data(bytes.dropLast()).write(to: URL(fileURLWithPath: path))
    expectSame(try FoldTable.load(cache), made)
    #expect(try TestData.bytes(path) == bytes)
  }

  @Test func aCacheThatCannotBeWrittenIsNoError() throws {
    expectSame(try FoldTable.load(CacheFolder { _ in nil }), try FoldTable())
  }
}
