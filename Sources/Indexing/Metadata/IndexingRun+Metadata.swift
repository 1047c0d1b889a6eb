import FilePaths
import InvertedIndex
import Transcripts

extension FeedItems {
  /// The candidates, those that are transcripts of one item as one, the preferred format first.
  func joined(_ candidates: [EpisodeCandidate]) -> [EpisodeCandidate] {
    var joined: [EpisodeCandidate] = []
    var places: [[FilePath]: Int] = [:]
    for candidate in candidates {
      let path = candidate.files[0].path
      guard let item = entry(ofTranscript: path) else {
        joined.append(candidate)
        continue
      }
      let key = [path.folder, FilePath("\(item)")]
      if let place = places[key] {
        joined[place] = joined[place].joined(with: candidate)
      } else {
        places[key] = joined.count
        joined.append(candidate)
      }
    }
    return joined.sorted { $0.files[0].path < $1.files[0].path }
  }
}

extension EpisodeCandidate {
  fileprivate func joined(with other: EpisodeCandidate) -> EpisodeCandidate {
    let rank = { (file: EpisodeFile) in
      TranscriptFormat.rank(ofFileName: file.name.description) ?? .max
    }
    let files = (files + other.files).sorted { (rank($0), $0.path) < (rank($1), $1.path) }
    return EpisodeCandidate(files: files, show: show)
  }
}

extension RunCollector {
  /// Brings what is known of indexed episodes up to date, without their files.
  ///
  /// - Parameter paths: files and folders; what lies below them is meant.
  mutating func update(
    _ records: [EpisodeRecord], below paths: [FilePath], _ loader: inout MetadataLoader
  ) {
    let roots = Set(paths.map { ReadFolders.identity(of: $0.withoutTrailingSlashes) })
    let selected = records.filter { record in
      roots.contains { record.path == $0 || record.path.isBelow($0) }
    }
    for path in paths {
      let root = ReadFolders.identity(of: path.withoutTrailingSlashes)
      guard !selected.contains(where: { $0.path == root || $0.path.isBelow(root) }) else {
        continue
      }
      add(.rejected(path, TranscriptError(.noEpisode)))
    }
    let files = selected.map { EpisodeFile(path: $0.path, name: $0.path.name, isNamed: false) }
    loader.add(files)
    var sources = loader.sources
    sources.readsNames = false
    for (record, file) in zip(selected, files) {
      var outcome = CandidateReader.Outcome()
      var told = record
      let findings = sources.tell(&told, of: file, folderShow: "")
      sources.settle(&told)
      (outcome.unchanged, outcome.findings, outcome.rejected) = (told, findings, findings.rejected)
      add(outcome)
    }
  }
}

extension FilePath {
  fileprivate func isBelow(_ folder: FilePath) -> Bool {
    folder == "/" || bytes.starts(with: folder.bytes + [UInt8(ascii: "/")])
  }
}
