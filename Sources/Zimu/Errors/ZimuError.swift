import FilePaths
import ICUSupport
import InvertedIndex
import TranscriptSearch
import Transcripts
import UserInput
import WordSegmentation

/// Why a request could not be carried out: a code, the place, and a message for people.
///
/// Every call of this library that fails throws one.
///
///     do {
///       let results = try index.search("数据 AND")
///     } catch {
///       print(error.code, error.message, "at code point", error.queryPosition ?? 0)
///     }
public struct ZimuError: Error, Sendable, CustomStringConvertible {
  /// The kinds of failure, open to more.
  public enum Code: String, CaseIterable, Sendable {
    /// A value of a request is out of range, or does not fit the others.
    case invalidRequest
    /// A query or a filter does not parse; `queryPosition` says where.
    case invalidQuery
    /// A list, a user dictionary, a table or a transcript cannot be read; `file` and `line` say where.
    case invalidFile
    /// No episode has the name or the id.
    case episodeNotFound
    /// Several episodes have the name.
    case episodeAmbiguous
    /// Times were asked for, and the episode has none.
    case timesMissing
    /// An export would replace a file.
    case outputExists
    /// There is no index in the folder.
    case indexMissing
    /// Another version of Zimu wrote the index, in a format that this one does not read.
    case indexVersionUnsupported
    /// Bytes of the index are not what was written; `file` and `byteOffset` say where.
    case indexDamaged
    /// Another process writes the index.
    case indexInUse
    /// The index was made with other settings than the request has.
    case settingsDiffer
    /// A number does not fit the format of the index.
    case indexTooLarge
    /// The system refused to read or write.
    case system
    /// ICU, its dictionary or its rules cannot be used.
    case icu
    /// The task was cancelled; the index is as it was.
    case cancelled
  }

  public let code: Code
  /// The file or folder at fault, as it was named; `nil` where there is none.
  public let file: String?
  /// The line of the file, from 1, where it is known.
  public let line: Int?
  /// The offset in the file, in bytes, where it is known.
  public let byteOffset: Int?
  /// The offset in the query, in code points, for `invalidQuery`.
  public let queryPosition: Int?
  /// What is wrong, where, and what to do about it: one sentence in English, without a full stop.
  public let message: String
  /// The error of the engine.
  package let cause: any Error

  /// The message.
  public var description: String { message }

  package init(_ cause: any Error) {
    if let error = cause as? ZimuError {
      self = error
      return
    }
    self.cause = cause
    message = ErrorSentence.of(cause)
    (file, line, byteOffset) = Self.place(of: cause)
    queryPosition = (cause as? QueryError)?.position
    code = Self.code(of: cause)
  }

  private static func place(of cause: any Error) -> (file: String?, line: Int?, byte: Int?) {
    switch cause {
    case let error as InputError: (error.file, error.line, nil)
    case let error as IndexError: (error.file, nil, error.byteOffset)
    case let error as UserDictionaryError: (error.file, error.line, nil)
    case let error as TranscriptError: (nil, error.line, nil)
    default: (nil, nil, nil)
    }
  }

  private static func code(of cause: any Error) -> Code {
    switch cause {
    case let error as InputError: error.code.kind
    case let error as IndexError: error.code.kind
    case is QueryError: .invalidQuery
    case is UserDictionaryError, is TranscriptError: .invalidFile
    case is ICUError, is LexiconError: .icu
    case is CancellationError: .cancelled
    default: .system
    }
  }
}

extension InputError.Code {
  fileprivate var kind: ZimuError.Code {
    switch self {
    case .outOfRange, .negative, .notFinite, .countOutOfRange, .fillersWithoutTFIDF, .noWord,
      .tooManyPeriods, .dictionaryWithICU, .noText:
      .invalidRequest
    case .noEpisode: .episodeNotFound
    case .ambiguousEpisode, .severalEpisodes: .episodeAmbiguous
    case .noTimes: .timesMissing
    case .outputExists: .outputExists
    case .noLexicon: .icu
    case .metadata, .binaryLine, .notUTF8, .broken, .keyword, .badCount, .noColumns, .goldText:
      .invalidFile
    }
  }
}

extension IndexError.Code {
  fileprivate var kind: ZimuError.Code {
    switch self {
    case .missing: .indexMissing
    case .unsupportedVersion: .indexVersionUnsupported
    case .corrupt: .indexDamaged
    case .system: .system
    case .locked, .busy: .indexInUse
    case .settingsDiffer: .settingsDiffer
    case .tooLarge: .indexTooLarge
    }
  }
}

/// Runs `body`, and throws what it throws as a `ZimuError`.
func translatingErrors<Result: ~Copyable>(
  _ body: () throws -> Result
) throws(ZimuError) -> Result {
  do { return try body() } catch { throw ZimuError(error) }
}
