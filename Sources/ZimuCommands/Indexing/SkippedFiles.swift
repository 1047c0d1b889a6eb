import FilePaths
import Reporting
import Transcripts
import Zimu

/// The files that a run did not take, by reason and extension.
struct SkippedFiles {
  private static let namedFiles = 3

  private struct Group {
    let name: String
    var files: [RejectedFile] = []

    /// Why the files were not taken; where their particulars differ, those of the first one.
    var reason: String {
      let first = files[0].error.message
      guard files.contains(where: { hasOtherParticulars($0) }) else { return first }
      return first
        + " (this is the reason for the first file; --report FILE.csv lists the reason for each)"
    }

    private func hasOtherParticulars(_ file: RejectedFile) -> Bool {
      if let error = file.cause as? TranscriptError, case .unknownName = error.code { return false }
      return file.error.message != files[0].error.message
    }
  }

  private let files: [RejectedFile]
  private let taken: Int

  init(_ summary: IndexingSummary) {
    files = summary.skipped
    taken = summary.readEpisodes + summary.unchanged + summary.updated.count
  }

  /// A line for each reason and extension, those with most files first.
  var lines: [String] {
    groups.map { group in
      let names = group.files.prefix(Self.namedFiles).map(\.path.description)
      let more = group.files.count - names.count
      let list = names.joined(separator: ", ") + (more > 0 ? " and \(grouped(more)) more" : "")
      let count = group.files.count == 1 ? "" : "\(grouped(group.files.count)) "
      return "skipped: \(count)\(group.name): \(list): \(group.reason)"
    }
  }

  /// Whether more texts with Han were passed over than were taken: then the run did not do what was asked of
  /// it.
  var areMostTexts: Bool { texts > taken }

  /// What is said first where `areMostTexts`.
  var headline: String {
    "Most of the texts were not indexed: \(grouped(texts)) of \(grouped(texts + taken)) files with Chinese "
      + "text. The reasons follow; `zimu formats` lists what can be read, and --as sets the format.\n"
  }

  private var texts: Int {
    files.count { ($0.cause as? TranscriptError)?.holdsHan ?? false }
  }

  private var groups: [Group] {
    var groups: [String: Group] = [:]
    for file in files {
      let name = file.path.fileExtension.map { ".\($0)" } ?? "without extension"
      let reason = (file.cause as? TranscriptError)?.kind ?? "\(file.cause)"
      groups["\(reason) \(name)", default: Group(name: name)].files.append(file)
    }
    return groups.sorted { ($1.value.files.count, $0.key) < ($0.value.files.count, $1.key) }
      .map(\.value)
  }

  private func grouped(_ count: Int) -> String { FixedDecimal.grouped(count) }
}

extension TranscriptError {
  /// The reason without its particulars, by which files are counted together.
  fileprivate var kind: String {
    let name = "\(code)"
    return String(name.prefix { $0 != "(" })
  }
}
