import Indexing
import InvertedIndex
import WordSegmentation

/// The result of a check of a whole index.
public struct IndexVerification: Sendable {
  /// A damaged place.
  public struct Fault: Hashable, Sendable {
    /// The file of the index; `nil` if unknown.
    public let file: String?
    /// The offset in the file, in bytes; `nil` if unknown.
    public let byteOffset: Int?
    /// The message: what is wrong, and where.
    public let message: String
    /// The paths of the episodes that lost data; empty if all episodes of the file may have.
    public let episodes: [String]

    init(_ fault: StorageFault) {
      (file, byteOffset) = (fault.error.file, fault.error.byteOffset)
      (message, episodes) = (fault.error.fault, fault.episodes)
    }
  }

  /// The damaged places; empty if the index is intact.
  public let faults: [Fault]
  /// The number of episodes whose words and postings were read.
  public let episodes: Int
  /// The number of episodes whose texts were segmented again and compared with the indexed words.
  public let segmentedEpisodes: Int
}

extension TranscriptIndex {
  /// Reads the whole index in a folder and checks that its parts agree.
  ///
  /// An index that is too damaged to be opened is reported as a fault, not as an error.
  ///
  /// - Parameters:
  ///   - path: the folder of the index.
  ///   - sample: the maximum number of episodes to segment again, spread over the index (default 20).
  /// - Throws: `ZimuError` with the code `indexMissing`, `indexVersionUnsupported` or `system`.
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

  /// Reads the whole index and checks that its parts agree; see `verify(at:sample:)`.
  ///
  /// - Parameter sample: the maximum number of episodes to segment again, spread over the index (default 20).
  /// - Throws: `ZimuError` with the code `system` or `icu`.
  /// - Complexity: O(bytes of the index).
  public func verify(sample: Int = 20) throws(ZimuError) -> IndexVerification {
    try translatingErrors { try verification(sample: sample) }
  }

  private func verification(sample: Int) throws -> IndexVerification {
    let (stored, all) = (reader.verify(), reader.episodeCount)
    let faults = stored + lexiconFaults.filter { !stored.contains($0) }
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
