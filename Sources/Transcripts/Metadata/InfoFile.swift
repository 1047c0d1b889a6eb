public import FilePaths

/// What yt-dlp writes beside a subtitle: `NAME.info.json`.
public enum InfoFile {
  /// How its name ends.
  public static let ending = ".info.json"

  /// What it says of the episode.
  ///
  /// - Throws: `TranscriptError` where it is no JSON.
  public static func metadata(of bytes: [UInt8]) throws(TranscriptError) -> TranscriptMetadata {
    let text = try SourceText(decoding: bytes, encoding: "UTF-8")
    let document: JSONDocument
    do throws(JSONFault) {
      document = try JSONDocument(text.bytes)
    } catch {
      throw error.error(in: text)
    }
    return withExtendedLifetime(document) {
      let value = { (keys: [StaticString]) in
        keys.lazy.compactMap { document.root[$0].flatMap(\.label) }.first { !$0.isEmpty } ?? ""
      }
      var metadata = TranscriptMetadata()
      metadata.title = value(["title", "fulltitle"])
      metadata.show = value(["series", "channel", "uploader"])
      metadata.date = MetadataColumns.date(value(["release_date", "upload_date"])) ?? ""
      metadata.url = value(["webpage_url", "original_url"])
      metadata.number = Int(value(["episode_number"]))
      return metadata
    }
  }

  static func isInfo(_ name: FilePath) -> Bool {
    // Most names need no String.
    guard let last = name.bytes.last, "nN".utf8.contains(last) else { return false }
    return name.description.lowercased().hasSuffix(ending)
  }

  /// The file beside another one that tells of it.
  public static func path(for file: FilePath, named fileName: String) -> FilePath {
    file.folder.appending(FilePath(name(for: fileName)))
  }

  /// The name of the file that tells of another one: `talk` for `talk.zh-Hans.vtt`.
  static func name(for fileName: String) -> String {
    NameEndings.stem(of: fileName) + ending
  }
}
