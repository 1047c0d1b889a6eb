import FilePaths
import ICUSupport
import InvertedIndex
import TranscriptSearch
import Transcripts
import UserInput
import WordSegmentation

/// The error of every call of this library: a code, the place, and a message for people.
///
///     do {
///       let results = try index.search("数据 AND")
///     } catch {
///       print(error.code, error.message, "at code point", error.queryPosition ?? 0)
///     }
public struct ZimuError: Error, Sendable, CustomStringConvertible {
  /// The kind of failure. Later versions may add cases.
  public enum Code: String, CaseIterable, Sendable {
    /// A value of a request is out of range, or two values do not fit together.
    case invalidRequest
    /// A query or filter cannot be parsed; `queryPosition` says where.
    case invalidQuery
    /// A list, user dictionary, table or transcript cannot be read; `file` and `line` say where.
    case invalidFile
    /// No episode has the given name or ID.
    case episodeNotFound
    /// Several episodes have the given name.
    case episodeAmbiguous
    /// The request needs times, and the episode has none.
    case timesMissing
    /// An export would replace an existing file.
    case outputExists
    /// The folder has no index.
    case indexMissing
    /// The index has a format version that this version of Zimu cannot read.
    case indexVersionUnsupported
    /// The index is damaged; `file` and `byteOffset` say where.
    case indexDamaged
    /// Another process is writing to the index.
    case indexInUse
    /// The index was made with settings that differ from those of the request.
    case settingsDiffer
    /// A number exceeds a limit of the index format.
    case indexTooLarge
    /// The operating system refused to read or write.
    case system
    /// ICU, its dictionary or its rules cannot be used.
    case icu
    /// The task was cancelled; the index is unchanged.
    case cancelled
  }

  /// The kind of failure.
  public let code: Code
  /// The file or folder at fault, as it was named; `nil` if there is none.
  public let file: String?
  /// The line in the file, from 1; `nil` if unknown.
  public let line: Int?
  /// The offset in the file, in bytes; `nil` if unknown.
  public let byteOffset: Int?
  /// The offset in the query, in code points, for `invalidQuery`; `nil` otherwise.
  public let queryPosition: Int?
  /// The message: one sentence in English, without a full stop, that says what is wrong, where, and what to
  /// do.
  public let message: String
  /// The underlying error of the engine.
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
    case .outOfRange, .negative, .notFinite, .unsuitable, .countOutOfRange, .fillersWithoutTFIDF,
      .negativeTFIDF, .noWord, .tooManyPeriods, .dictionaryWithICU, .noText:
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
    case .settingsDiffer, .mergedSettingsDiffer: .settingsDiffer
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
