import FilePaths

/// Where the episodes of several segments come in one numbering: by path.
struct EpisodeOrder {
  /// An episode of a source: small, as there are as many as episodes.
  struct Entry {
    private let sourceNumber: UInt32
    private let number: UInt32

    var source: Int { Int(sourceNumber) }
    var episode: Int { Int(number) }

    init(source: Int, episode: Int) {
      (sourceNumber, number) = (UInt32(source), UInt32(episode))
    }
  }

  private(set) var entries: [Entry] = []

  /// - Parameter records: by source and episode, those that take the place of the segment's.
  /// - Complexity: O(episodes × sources).
  init(
    _ sources: [LiveSegment], records: [[Int: EpisodeRecord]] = []
  ) throws(IndexError) {
    var streams = sources.enumerated().map { Stream(source: $0.offset, $0.element.episodes) }
    var changed: [(path: FilePath, entry: Entry)] = []
    for (source, overrides) in records.enumerated() where !overrides.isEmpty {
      streams[source].episodes.removeAll { overrides[$0] != nil }
      for (episode, record) in overrides where sources[source].isLive(episode) {
        changed.append((record.path, Entry(source: source, episode: episode)))
      }
    }
    changed.sort { $0.path < $1.path }
    guard streams.count > 1 || !changed.isEmpty else {
      entries = (streams.first?.episodes ?? []).map { Entry(source: 0, episode: $0) }
      return
    }
    try merge(&streams, changed, sources)
  }

  private struct Stream {
    let source: Int
    var episodes: [Int]
    var index = 0
    var path: FilePath?

    init(source: Int, _ episodes: [Int]) {
      (self.source, self.episodes) = (source, episodes)
    }

    mutating func read(_ sources: [LiveSegment]) throws(IndexError) {
      path =
        index < episodes.count ? try sources[source].segment.path(of: episodes[index]) : nil
    }
  }

  private mutating func merge(
    _ streams: inout [Stream], _ changed: [(path: FilePath, entry: Entry)], _ sources: [LiveSegment]
  ) throws(IndexError) {
    for index in streams.indices { try streams[index].read(sources) }
    var nextChanged = 0
    while true {
      var least: Int?
      for (index, stream) in streams.enumerated() {
        guard let path = stream.path else { continue }
        if least.map({ path < streams[$0].path! }) ?? true { least = index }
      }
      if nextChanged < changed.count,
        least.map({ changed[nextChanged].path < streams[$0].path! }) ?? true
      {
        entries.append(changed[nextChanged].entry)
        nextChanged += 1
      } else if let least {
        let episode = streams[least].episodes[streams[least].index]
        entries.append(Entry(source: streams[least].source, episode: episode))
        streams[least].index += 1
        try streams[least].read(sources)
      } else {
        return
      }
    }
  }
}
