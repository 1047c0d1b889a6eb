import Reporting
import Zimu

extension TranscriptError: ExplainedError {
  var sentence: String { line.map { "line \($0): \(code.sentence)" } ?? code.sentence }
}

extension TranscriptError.Code {
  fileprivate var sentence: String {
    switch self {
    case .inaccessible(let errno): ErrorSentence.of(errno: errno)
    case .unreadableFolder(let errno):
      "the folder cannot be read: \(ErrorSentence.of(errno: errno))"
    case .unreadable(let errno): "the file cannot be read: \(ErrorSentence.of(errno: errno))"
    case .special: "is neither a file nor a folder"
    case .danglingLink: "a link to nothing"
    case .gone: "the file is gone since it was found"
    case .noEpisode: "no episode of the index lies there; zimu episodes lists their paths"
    case .unknownName(let name):
      "no format has names like “\(name)”, and its content is not one that is known without a name; "
        + "--as text reads it as plain text"
    case .reservedName:
      "files of this name are never transcripts; give it another name to index it"
    case .indexFile: "belongs to an index"
    case .unwantedName: "its name does not match --glob"
    case .otherContent:
      "its content is not of the format that its name says; --as text reads it as plain text"
    case .otherFormat(let name):
      "it has nothing that can be read as “\(name)”; without --as its format is detected"
    case .noText: "it is no text"
    case .empty: "it is empty"
    case .otherDocument:
      "a document of a kind that is not read, such as a spreadsheet, an e-book or a PDF; "
        + "save it as text, CSV or DOCX"
    case .otherArchive:
      "an archive of a kind that is not read, such as 7z or RAR; extract it and index it"
    case .siblingTaken: "a file of the same name in another format was taken"
    case .noPathColumn:
      "no column has the paths of files; name it path in the first line (and others title, show, date, number, "
        + "url, speaker)"
    case .noFeed: "it is no RSS feed, with a channel and items"
    case .noCues: "it holds no text, and another format of the episode may"
    case .noTextColumn(let names):
      "no column of its header is named text, transcript or content; its columns are "
        + names.joined(separator: ", ")
    case .otherMarkup(let root):
      "XML of no known form: its first element is <\(root)>; "
        + "`zimu formats` lists the forms that are known"
    case .unknownFormat(let name): "there is no format “\(name)”; `zimu formats` lists them"
    case .brokenJSON(let message, let offset?):
      "byte \(FixedDecimal.grouped(offset)): broken JSON: \(message)"
    case .brokenJSON(let message, nil): "broken JSON: \(message)"
    case .largeJSON(let limit):
      "a JSON document of more than \(limit >> 20) MiB; write it as JSON Lines (.jsonl), "
        + "one object per line, or as one file per episode"
    case .otherJSON([]):
      "JSON of no known transcript format (see “zimu formats”): no object in it has a key"
    case .otherJSON(let keys):
      "JSON of no known form; `zimu formats` lists the forms that are known"
        + (keys.isEmpty ? "" : "; its keys are \(keys.joined(separator: ", "))")
    case .archive(let error): error.sentence
    case .tooLarge(let limit): "larger than \(limit >> 30) GiB: cut it into episodes"
    case .longLine(let length, let limit):
      "\(length) bytes without a line break; the search form of a line may have "
        + "\(limit >> 20) MiB: divide it into lines"
    case .unknownCharset(let name):
      "ICU knows no charset “\(name)”; try GB18030, Big5 or UTF-16LE"
    case .noCharset: "no text in a known encoding; name it with --encoding"
    case .conversion(let error): "\(error.sentence); name another charset with --encoding"
    }
  }
}

extension ArchiveError {
  fileprivate var sentence: String {
    switch self {
    case .inaccessible(let message): "the archive cannot be opened: \(message)"
    case .notAnArchive: "not an archive of a known format (zip, tar, gz, zst, xz, bz2)"
    case .damaged(let message): "the archive is damaged: \(message)"
    case .repeated: "the archive has a later member of this name, which is taken"
    case .link: "a link in an archive; what it leads to is read where it is a member itself"
    case .nested: "an archive within an archive; extract it and index it"
    case .encrypted: "the archive is encrypted; extract the file and index it"
    case .tooLarge(let limit):
      "a member of the archive has more than \(limit >> 20) MiB; extract it and index it"
    case .tooCompressed(let ratio):
      "the archive decompresses to more than \(ratio) times its size; extract it if you trust it"
    }
  }
}
