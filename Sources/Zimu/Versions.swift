import ICUSupport
import TextNormalization
import WordSegmentation

/// The versions that decide what comes out.
public enum Versions {
  /// The version of Zimu.
  public static let zimu = "0.1.0"

  /// One line that names Zimu, ICU, lexicon and index format.
  public static var summary: String {
    """
    zimu \(zimu) (ICU \(ICUVersion.library), Unicode \(ICUVersion.unicode), \
    lexicon \(Lexicon.fingerprint(.search)), index format \(TranscriptIndex.formatVersion))
    """
  }
}
