/// Reads one format of transcript.
protocol TranscriptReader: Sendable {
  var format: TranscriptFormat { get }

  /// What the content says about its being of this format.
  func claim(on file: SourceFile) -> FormatClaim

  /// Reads the cues, adding a warning for each damaged place that is passed over.
  ///
  /// - Throws: `TranscriptError` when nothing can be made of the file.
  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) throws(TranscriptError)
}

/// What a reader says of a file's content.
enum FormatClaim {
  /// It is of another format.
  case none
  /// It can be of this format if the file's name says so.
  case possible
  /// It is of this format, whatever the file's name.
  case certain
}

/// Reads a format that is JSON.
protocol JSONFormReader: TranscriptReader {
  func claims(_ root: JSONValue) -> Bool
  func read(_ root: JSONValue, into builder: inout TranscriptBuilder) throws(TranscriptError)
}

extension JSONFormReader {
  func claim(on file: SourceFile) -> FormatClaim {
    guard case .parsed(let document) = file.json else { return .none }
    return claims(document.root) ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) throws(TranscriptError) {
    switch file.json {
    case .parsed(let document):
      if let (count, first) = document.brokenEscapes {
        builder.warn(.brokenEscapes(count: count), position: first)
      }
      try read(document.root, into: &builder)
    case .broken(let error): throw error
    case .other: throw TranscriptError(.otherFormat(format.name))
    }
  }
}

/// Reads a format that is XML.
protocol XMLFormReader: TranscriptReader {
  func claims(_ root: MarkupRoot) -> Bool
  /// What takes the events of a document.
  func handler() -> any MarkupHandler
}

extension XMLFormReader {
  func claim(on file: SourceFile) -> FormatClaim {
    file.root.map { claims($0) } ?? false ? .certain : .none
  }

  func read(_ file: SourceFile, into builder: inout TranscriptBuilder) throws(TranscriptError) {
    MarkupReader.read(file.text, as: .xml, by: handler(), into: &builder)
  }
}
