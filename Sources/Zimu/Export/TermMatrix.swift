import CorpusAnalysis
import InvertedIndex

/// Counts each word in each episode, and writes that as a sparse matrix.
///
/// The words are gone through twice: a matrix begins with how many values it has.
struct TermMatrix {
  private let reader: IndexReader
  private let members: [CorpusSelection.Member]
  /// The row of each term, from 1; 0 for those that do not occur.
  private var rows: [UInt32]
  private(set) var termCount = 0
  private(set) var entryCount = 0

  /// - Complexity: O(words selected + terms).
  init(_ members: [CorpusSelection.Member], of reader: IndexReader) throws {
    (self.members, self.reader) = (members, reader)
    rows = [UInt32](repeating: 0, count: try reader.termCount)
    for member in members {
      for (term, _) in try counts(of: member) {
        rows[term] = 1
        entryCount += 1
      }
    }
    for term in rows.indices where rows[term] > 0 {
      termCount += 1
      rows[term] = UInt32(termCount)
    }
  }

  /// How often each word stands in an episode, in order of terms.
  private func counts(of member: CorpusSelection.Member) throws -> [(term: Int, count: Int)] {
    let words = try reader.terms(of: member.episode)
    var counts: [UInt32: Int] = [:]
    for range in try member.wordRanges(in: reader) {
      for term in words[range] { counts[term, default: 0] += 1 }
    }
    return counts.map { (Int($0.key), $0.value) }.sorted { $0.term < $1.term }
  }

  /// Writes the matrix in MatrixMarket's coordinate format.
  func write(to file: StreamedFile) throws {
    try file.append("%%MatrixMarket matrix coordinate integer general\n".utf8)
    try file.append("% rows: the lines of terms.txt; columns: the rows of episodes.csv\n".utf8)
    try file.append("\(termCount) \(members.count) \(entryCount)\n".utf8)
    for (column, member) in members.enumerated() {
      for (term, count) in try counts(of: member) {
        try file.append("\(rows[term]) \(column + 1) \(count)\n".utf8)
      }
    }
  }

  /// Writes the search forms of the rows, one a line.
  func writeTerms(to file: StreamedFile) throws {
    for term in rows.indices where rows[term] > 0 {
      try file.append(try reader.key(of: term))
      try file.append([0x0A])
    }
  }

  /// Writes what is known of the columns.
  ///
  /// - Parameter names: of all episodes of the index.
  func writeEpisodes(_ names: [String], to file: StreamedFile) throws {
    try file.append("column,episode,show,title,date,words,id,path\n".utf8)
    for (column, member) in members.enumerated() {
      let record = try reader.record(of: member.episode)
      let words = try member.wordRanges(in: reader).reduce(0) { $0 + $1.count }
      let fields = [
        "\(column + 1)", names[member.episode], record.show, record.title, record.date, "\(words)",
        record.id.description, record.path.description,
      ]
      try file.append((fields.map(CueTable.field).joined(separator: ",") + "\n").utf8)
    }
  }
}
