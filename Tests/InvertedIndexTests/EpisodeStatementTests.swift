import TestSupport
import Testing

@testable import InvertedIndex

/// What a record keeps of what sources say.
@Suite struct EpisodeStatementTests {
  private typealias Field = EpisodeStatement.Field

  private static func random(_ generator: inout SeededGenerator) -> [EpisodeStatement] {
    let fields = Field.fixed + [.tag("party"), .tag("党")]
    return EpisodeStatement.Source.allCases.flatMap { source in
      (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        let field = fields.randomElement(using: &generator)!
        let number = Int.random(in: 1...3, using: &generator)
        return EpisodeStatement(field, field == .number ? "\(number)" : "值\(number)", from: source)
      }
    }
  }

  /// The order in which sources speak does not matter, and a record comes back from its bytes.
  @Test(arguments: 0..<100) func theFirstSourceDecides(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let statements = Self.random(&generator)
    var record = EpisodeRecord(path: "/a", title: "", show: "", date: "")
    if Bool.random(using: &generator) { record.setSpeakers(["甲", "乙"]) }
    let others = record.speakers
    for source in EpisodeStatement.Source.allCases.shuffled(using: &generator) {
      record.replace(source, with: [EpisodeStatement(.title, "alt", from: source)])
      record.replace(source, with: statements.filter { $0.source == source })
    }
    #expect(record.statements == statements)
    let first = { (field: Field) in statements.first { $0.field == field }?.value ?? "" }
    if !statements.isEmpty {
      #expect(record.title == first(.title) && record.show == first(.show))
      #expect(record.date == first(.date) && record.url == first(.url))
      #expect(record.number == Int(first(.number)))
    }
    let given = first(.speaker).isEmpty ? [] : [first(.speaker)]
    #expect(record.speakers == (others.isEmpty ? given : others))
    #expect(record.hasGivenSpeaker == (others.isEmpty && !given.isEmpty))
    let source = statements.first { $0.field == .tag("party") }?.source
    let values = statements.filter { $0.field == .tag("party") && $0.source == source }.map(\.value)
    #expect(record.tag("party") == values)
    #expect(try read(written(record)) == record)
  }

  @Test func valuesThatTheRecordHasAreNotWrittenAgain() {
    var record = EpisodeRecord(path: "/a", title: "", show: "", date: "")
    let title = String(repeating: "x", count: 100)
    record.replace(.fileName, with: [EpisodeStatement(.title, title, from: .fileName)])
    #expect(written(record).count < 2 * title.count)
  }

  /// Each cut and each changed byte is an error, or a record.
  @Test func damageIsAnErrorOrARecord() throws {
    var generator = SeededGenerator(seed: 1)
    var record = EpisodeRecord(path: "/a", title: "", show: "", date: "")
    let statements = Self.random(&generator)
    for source in EpisodeStatement.Source.allCases {
      record.replace(source, with: statements.filter { $0.source == source })
    }
    let bytes = written(record)
    for index in bytes.indices {
      #expect(throws: IndexError.self) { try read(Array(bytes[..<index])) }
      var damaged = bytes
      damaged[index] ^= UInt8.random(in: 1...255, using: &generator)
      if let other = try? read(damaged) { #expect(other.statements.count <= bytes.count) }
    }
  }

  private func written(_ record: EpisodeRecord) -> [UInt8] {
    var writer = ByteWriter()
    record.write(to: &writer)
    return writer.bytes
  }

  private func read(_ bytes: [UInt8]) throws -> EpisodeRecord {
    try bytes.withUnsafeBytes { bytes throws in
      var reader = ByteReader(bytes)
      return try EpisodeRecord(from: &reader)
    }
  }
}
