#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Makes up transcripts that are like real ones in what matters to an index.
///
/// An episode depends on seed, style and its number alone, and on the version of ICU, whose
/// dictionary gives the words. A value is immutable and may be shared between threads.
public struct EpisodeGenerator: Sendable {
  /// Mean size of an episode in bytes; half of them are below 0.73 of it, a twentieth above 2.7.
  public static let meanSize = 64_000.0
  /// Standard deviation of the logarithm of sizes.
  private static let spread = 0.8

  public let style: TranscriptStyle
  public let seed: UInt64
  private let language: Language

  /// - Complexity: a second or two.
  public init(_ style: TranscriptStyle, seed: UInt64) throws {
    (self.style, self.seed) = (style, seed)
    language = try Language(style)
  }

  /// The transcript with a number, from 0 on.
  ///
  /// - Complexity: some ten milliseconds.
  public func episode(_ number: Int) -> GeneratedEpisode {
    let names = EpisodeNames(language, seed: seed)
    let kind = UInt64(TranscriptStyle.allCases.firstIndex(of: style)!)
    var random = RandomSource(seed, kind, UInt64(number))
    let path = names.path(of: number, &random)
    let speakers = names.speakers(of: number, &random)
    let size = Self.size(&random)
    var text = EpisodeText(language, speakers: speakers, random)
    return GeneratedEpisode(path: path, bytes: text.write(size))
  }

  /// Sizes are lognormal: a few are much longer than most.
  private static func size(_ random: inout RandomSource) -> Int {
    Int(meanSize * exp(spread * random.normal() - spread * spread / 2))
  }
}
