import Reporting
import Transcripts

extension TranscriptError: ExplainedError {
  package var sentence: String {
    guard let line else { return code.sentence }
    if case .brokenJSON(let message, let offset?) = code {
      return "line \(line) (byte \(FixedDecimal.grouped(offset))): broken JSON: \(message)"
    }
    return "line \(line): \(code.sentence)"
  }
}

extension TranscriptError.Code {
  fileprivate var sentence: String {
    switch self {
    case .inaccessible(let errno): ErrorSentence.of(errno: errno)
    case .unreadableFolder(let errno):
      "the folder cannot be read: \(ErrorSentence.of(errno: errno))"
    case .unreadable(let errno): "the file cannot be read: \(ErrorSentence.of(errno: errno))"
    case .special: "it is neither a file nor a folder"
    case .danglingLink: "it is a link to a file that does not exist"
    case .gone: "the file disappeared during the run"
    case .noEpisode: "the index has no episode at this path; `zimu episodes` lists the paths"
    case .unknownName(let name):
      "no format has file names like “\(name)”, and the content is of no known format; "
        + "--as text reads it as plain text"
    case .reservedName:
      "files with this name are never read as transcripts; rename the file to index it"
    case .indexFile: "it belongs to an index"
    case .unwantedName: "its name does not match --glob"
    case .otherContent:
      "its content does not have the format that its name says; --as text reads it as plain text"
    case .otherFormat(let name):
      "nothing in it can be read as “\(name)”; without --as, the format is detected"
    case .noText: "it is not a text file"
    case .empty: "it is empty"
    case .otherDocument:
      "documents such as spreadsheets, e-books and PDFs cannot be read; "
        + "save it as text, CSV or DOCX"
    case .otherArchive:
      "archives such as 7z and RAR cannot be read; extract it and index the files"
    case .siblingTaken: "a file with the same name in another format was indexed"
    case .noPathColumn:
      "no column is named path; name the columns in the first line: path, and any of title, show, date, "
        + "number, url, speaker"
    case .noFeed: "it is not an RSS feed with a channel and items"
    case .noCues: "it has no text; another format of the episode was tried instead"
    case .noTextColumn(let names):
      "no column in its header is named text, transcript or content; its columns are "
        + names.joined(separator: ", ")
    case .otherMarkup(let root):
      "XML of an unknown format, whose first element is <\(root)>; "
        + "`zimu formats` lists the known formats"
    case .unknownFormat(let name): "there is no format “\(name)”; `zimu formats` lists them"
    case .brokenJSON(let message, let offset?):
      "byte \(FixedDecimal.grouped(offset)): broken JSON: \(message)"
    case .brokenJSON(let message, nil): "broken JSON: \(message)"
    case .largeJSON(let limit):
      "the JSON document is larger than \(limit >> 20) MiB; write it as JSON Lines (.jsonl), "
        + "one object per line, or as one file per episode"
    case .otherJSON([]):
      "JSON of an unknown format, in which no object has a key; `zimu formats` lists the known formats"
    case .otherJSON(let keys):
      "JSON of an unknown format, with the keys \(keys.joined(separator: ", ")); "
        + "`zimu formats` lists the known formats"
    case .archive(let error): error.sentence
    case .tooLarge(let limit): "the file is larger than \(limit >> 30) GiB; split it into episodes"
    case .longLine(let length, let limit):
      "a line has \(length) bytes, and its search form may have at most "
        + "\(limit >> 20) MiB; split the line"
    case .unknownCharset(let name):
      "ICU does not know the encoding “\(name)”; try GB18030, Big5 or UTF-16LE"
    case .noCharset: "the text has no known encoding; name its encoding with --encoding"
    case .conversion(let error): "\(error.sentence); name another encoding with --encoding"
    }
  }
}

extension ArchiveError {
  fileprivate var sentence: String {
    switch self {
    case .inaccessible(let message): "the archive cannot be opened: \(message)"
    case .notAnArchive: "not an archive of a known format (zip, tar, gz, zst, xz, bz2)"
    case .damaged(let message): "the archive is damaged: \(message)"
    case .repeated: "a later member of the archive has the same name and is read instead"
    case .link:
      "links in archives are not followed; the file it leads to is read if the archive has it"
    case .nested: "archives within archives are not read; extract it and index the files"
    case .encrypted: "the archive is encrypted; extract the files and index them"
    case .tooLarge(let limit):
      "a member of the archive is larger than \(limit >> 20) MiB; extract it and index it"
    case .tooCompressed(let ratio):
      "the archive decompresses to more than \(ratio) times its size; if you trust it, extract it and index the files"
    }
  }
}
