import CMemory

extension IndexWriter {
  /// Makes everything durable, all at once, unless nothing changed.
  ///
  /// - Parameter optimizing: whether all segments become one: then the bytes are those of one run
  ///   over the same episodes.
  /// - Returns: whether there was anything to do.
  @discardableResult
  public func commit(optimizing: Bool = false) throws(IndexError) -> Bool {
    try flush()
    // A merge begins with what the last run held.
    if runs.count > 1 { return_free_memory() }
    let plan = plan(optimizing: optimizing)
    guard isChanged || plan.groups.contains(where: { !plan.isKept($0) }) else { return false }
    var next = manifest
    next.segments = []
    for group in plan.groups {
      if let entry = try write(group, plan) { next.segments.append(entry) }
    }
    try publish(next)
    return true
  }

  /// Which of the sources become one segment.
  private func plan(optimizing: Bool) -> CommitPlan {
    var plan = CommitPlan()
    var joined: [Int] = []
    for (index, segment) in segments.enumerated() {
      let changed = records[index]
      var rest = segment
      for episode in changed.keys { rest.delete(episode) }
      if !changed.isEmpty {
        var moved = LiveSegment(segment.segment)
        for episode in 0..<segment.segment.counts.episodes where changed[episode] == nil {
          moved.delete(episode)
        }
        joined.append(plan.add(moved, records: changed))
      }
      if rest.episodeCount > 0 { plan.add(rest, original: index) }
    }
    for run in runs where run.episodeCount > 0 { joined.append(plan.add(run)) }
    for segment in foreign where segment.episodeCount > 0 { joined.append(plan.add(segment)) }
    plan.group(joined, optimizing: optimizing)
    return plan
  }

  /// Writes the segment of a group, unless it is there.
  private func write(_ group: [Int], _ plan: CommitPlan) throws(IndexError) -> Manifest.Entry? {
    let sources = group.map { plan.sources[$0] }
    if plan.isKept(group) {
      let (segment, deleted) = (sources[0].segment, sources[0].deleted)
      return Manifest.Entry(
        hash: segment.file.hash, size: segment.file.size, words: segment.counts.words,
        deleted: deleted)
    }
    let isOneRun =
      group.count == 1 && plan.originals[group[0]] == nil && plan.records[group[0]].isEmpty
      && !sources[0].hasDeletions
    let name: String
    if isOneRun, let run = runs.firstIndex(where: { $0.segment === sources[0].segment }) {
      name = runNames[run]
    } else {
      name = temporaryName()
      runNames.append(name)
      var merge = try SegmentMerge(sources, records: group.map { plan.records[$0] }, jobs: jobs)
      var writer = SegmentWriter(try storage.create(name))
      try merge.write(to: &writer)
      _ = try writer.finish()
    }
    let segment = try open(name)
    let entry = Manifest.Entry(
      hash: segment.file.hash, size: segment.file.size, words: segment.counts.words, deleted: [])
    try storage.rename(name, to: entry.name)
    return entry
  }

  /// Puts a manifest in place of the last one.
  private func publish(_ next: Manifest) throws(IndexError) {
    if let lexicon {
      try write(lexicon.bytes, IndexFormat.name(IndexFormat.lexiconPrefix, lexicon.hash))
    }
    let temporary = "\(IndexFormat.manifestPrefix)new\(IndexFormat.temporarySuffix)"
    try write(next.bytes, temporary)
    // The segments' names must be safe before the manifest can be seen.
    try storage.syncNames()
    try storage.rename(
      temporary, to: IndexFormat.name(IndexFormat.manifestPrefix, generation + 1))
    try storage.syncNames()
    try reload(next)
  }

  /// Writes a whole file.
  private func write(_ bytes: [UInt8], _ name: String) throws(IndexError) {
    let file = try storage.create(name)
    try bytes.lend { (bytes) throws(IndexError) in try file.append(bytes) }
    try file.sync()
    file.close()
  }

  private func reload(_ next: Manifest) throws(IndexError) {
    generation += 1
    manifest = next
    (runs, runNames, isChanged, lexicon) = ([], [], false, nil)
    (foreign, foreignPaths) = ([], [:])
    (segments, knownLocations) = ([], nil)
    for entry in next.segments {
      segments.append(LiveSegment(try open(entry.name), deleted: entry.deleted))
    }
    records = segments.map { _ in [:] }
    committed = IndexReader(
      next, segments, lexicon: try IndexState.lexicon(of: next, in: storage), generation: generation
    )
    // What cannot be removed now the next writer removes.
    try? removeLeftovers()
  }
}
