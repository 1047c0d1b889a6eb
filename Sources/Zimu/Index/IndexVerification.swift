import Indexing
import InvertedIndex
import WordSegmentation

/// What a check of a whole index found.
public struct IndexVerification: Sendable {
  /// A broken place.
  public struct Fault: Hashable, Sendable {
    /// The file of the index; `nil` where none is known.
    public let file: String?
    /// The offset in the file, in bytes, where it is known.
    public let byteOffset: Int?
    /// What is wrong, and at which byte where that is known.
    public let message: String
    /// The paths of the episodes of which something is lost; empty where all of the file's may be.
    public let episodes: [String]

    init(_ fault: StorageFault) {
      (file, byteOffset) = (fault.error.file, fault.error.byteOffset)
      (message, episodes) = (fault.error.fault, fault.episodes)
    }
  }

  /// What is broken; empty where the index is whole.
  public let faults: [Fault]
  /// Number of episodes whose words and postings were read.
  public let episodes: Int
  /// Number of episodes whose texts were segmented again and compared with the words indexed.
  public let segmentedEpisodes: Int
}

extension TranscriptIndex {
  /// Reads the whole index in a folder and checks its parts against one another; an index whose files are too damaged
  /// to be opened has a fault.
  ///
  /// - Parameters:
  ///   - path: the folder of the index.
  ///   - sample: the maximum number of episodes that are segmented again, spread over the index.
  /// - Throws: `ZimuError` where there is no index, or the system refuses to read it.
  /// - Complexity: O(bytes of the index).
  public static func verify(
    at path: String, sample: Int = 20
  ) throws(ZimuError) -> IndexVerification {
    try translatingErrors {
      do {
        return try TranscriptIndex(at: path).verification(sample: sample)
      } catch let error as ZimuError {
        guard let damage = error.cause as? IndexError, damage.code == .corrupt else { throw error }
        return IndexVerification([StorageFault(damage)])
      } catch let error as IndexError where error.code == .corrupt {
        return IndexVerification([StorageFault(error)])
      }
    }
  }

  /// Reads the whole index and checks its parts against one another, see `verify(at:sample:)`.
  public func verify(sample: Int = 20) throws(ZimuError) -> IndexVerification {
    try translatingErrors { try verification(sample: sample) }
  }

  private func verification(sample: Int) throws -> IndexVerification {
    let (faults, all) = (reader.verify() + lexiconFaults, reader.episodeCount)
    let count = min(sample, all)
    guard faults.isEmpty, count > 0 else { return IndexVerification(faults, episodes: all) }
    let segmentation = try Segmentation(of: reader)
    // Another ICU than the index was made with may segment otherwise, and that is no fault.
    let words = reader.settings.setting(IndexingRun.siblings, to: nil)
    guard segmentation.settings == words else { return IndexVerification([], episodes: all) }
    let analyzer = try CueAnalyzer(segmentation)
    let found = try (0..<count).compactMap { try wordFault(of: $0 * all / count, analyzer) }
    return IndexVerification(found, episodes: all, segmented: count)
  }

  /// What is wrong with the words and rules that segment the texts, behind the checksums.
  private var lexiconFaults: [StorageFault] {
    do throws(IndexError) {
      _ = try Lexicon.stored(in: reader)
      return []
    } catch {
      return [StorageFault(error)]
    }
  }

  private func wordFault(of episode: Int, _ analyzer: CueAnalyzer) throws -> StorageFault? {
    let text = try reader.text(of: episode)
    let tokens = try reader.tokens(of: episode)
    for cue in try reader.cues(of: episode) {
      let keys = try analyzer.keys(of: text[cue.text])
      let indexed = try tokens[cue.words].map { token in
        Array(try reader.key(of: try reader.term(ofSpelling: token.spelling)))
      }
      guard keys == indexed else {
        let path = try reader.record(of: episode).path.description
        return StorageFault(
          IndexError(
            .corrupt,
            "bytes \(cue.text) of its text are segmented into other words than those indexed"),
          episodes: [path])
      }
    }
    return nil
  }
}

extension IndexVerification {
  fileprivate init(_ faults: [StorageFault], episodes: Int = 0, segmented: Int = 0) {
    (self.faults, self.episodes) = (faults.map(Fault.init), episodes)
    segmentedEpisodes = segmented
  }
}
