extension SegmentReader {
  /// The cues of an episode, whose speakers its record knows.
  func cues(of episode: Int) throws(IndexError) -> [CueRecord] {
    try file.locating { () throws(IndexError) in
      try known(try words(of: episode).cues(), episode)
    }
  }

  /// The cues and the text around the words of an episode.
  package func surroundings(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    try file.locating { () throws(IndexError) in
      var details = try words(of: episode).gaps()
      details.cues = try known(details.cues, episode)
      return details
    }
  }

  /// The cues, if the record has their speakers; where it has one for all, with that one.
  private func known(_ cues: [CueRecord], _ episode: Int) throws(IndexError) -> [CueRecord] {
    if try record(of: episode).hasGivenSpeaker { return cues.map { $0.spoken(by: 0) } }
    guard let last = cues.lazy.compactMap(\.speaker).max() else { return cues }
    guard last < (try record(of: episode).speakers.count) else {
      throw corrupt(
        "a cue has a speaker that its episode does not have", in: try rawWords(of: episode))
    }
    return cues
  }

  /// The cues and the whole text of an episode.
  package func details(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    var details = try wholeText(of: episode)
    details.cues = try known(details.cues, episode)
    return details
  }

  /// Some cues of an episode with their text.
  ///
  /// - Complexity: O(bytes of the blocks of details that have them).
  package func details(
    ofCues cues: Range<Int>, of episode: Int
  ) throws(IndexError) -> EpisodeWords.Details {
    var details = try file.locating { () throws(IndexError) in
      try words(of: episode).text(ofCues: cues, spelling: try spellings())
    }
    details.cues = try known(details.cues, episode)
    return details
  }

  private func wholeText(of episode: Int) throws(IndexError) -> EpisodeWords.Details {
    try file.locating { () throws(IndexError) in
      try words(of: episode).text(spelling: try spellings())
    }
  }

  /// What tells the bytes of a spelling.
  private func spellings() throws(IndexError) -> (Int) throws(IndexError) -> UnsafeRawBufferPointer
  {
    // Who shows a few texts need not know the terms of all spellings.
    guard areTextsMany() else {
      return { (number) throws(IndexError) in
        try self.spelling(number, of: self.term(ofSpelling: number))
      }
    }
    let terms = try termsOfSpellings()
    return { (number) throws(IndexError) in try self.spelling(number, of: Int(terms[number])) }
  }

  /// What follows each word of an episode.
  func gaps(of episode: Int) throws(IndexError) -> [WordToken.Gap] {
    try file.locating { () throws(IndexError) in
      let words = try words(of: episode)
      var gaps = words.stream.allJoints().map { (joint) -> WordToken.Gap in
        switch WordJoint(rawValue: joint)! {
        case .none: .none
        case .space: .space
        case .cueEnd: .cueEnd
        default: .other
        }
      }
      if !gaps.isEmpty { gaps[gaps.count - 1] = .turnEnd }
      guard try !record(of: episode).speakers.isEmpty else { return gaps }
      var speaker: Int?
      for (number, cue) in try words.cues().enumerated() {
        if number > 0, cue.speaker != speaker, cue.words.lowerBound > 0 {
          gaps[cue.words.lowerBound - 1] = .turnEnd
        }
        speaker = cue.speaker
      }
      return gaps
    }
  }
}
