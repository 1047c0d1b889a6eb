public import ArgumentParser
import Indexing
import WordSegmentation
public import Zimu

/// How a command cuts text into words.
struct SegmentationOptions: ParsableArguments {
  @Option(
    help:
      "Segmentation engine: compiled (ICU's rules and dictionary, compiled by Zimu; the default) or icu (the ICU library)."
  )
  var engine: SegmentationEngine?

  @Option(
    help: ArgumentHelp(
      "User dictionary, a file with one entry per line: word, word FREQUENCY, !word (forced) or -word (removed); repeatable.",
      valueName: "file"))
  var userDictionary: [String] = []

  func validate() throws {
    guard engine != .icu || userDictionary.isEmpty else {
      throw ValidationError("--engine icu takes no --user-dictionary.")
    }
  }

  /// The words of all files, or `nil` if none is named.
  func dictionary() throws -> UserDictionary? { try Self.dictionary(userDictionary) }

  static func dictionary(_ files: [String]) throws -> UserDictionary? {
    guard !files.isEmpty else { return nil }
    var dictionary = UserDictionary()
    for file in files {
      dictionary.append(try UserDictionary(file: try InputFile.read(file), name: file))
    }
    return dictionary
  }

  /// Opens what is asked for; says so on standard error where it is not to be had.
  func segmentation(_ form: Lexicon.Form) throws -> Segmentation {
    try Self.segmentation(engine ?? .compiled, form, try dictionary())
  }

  static func segmentation(
    _ engine: SegmentationEngine, _ form: Lexicon.Form, _ dictionary: UserDictionary?
  ) throws -> Segmentation {
    let segmentation = try Segmentation(engine, form, dictionary: dictionary ?? UserDictionary())
    warn(segmentation.warning.map { ZimuError($0) })
    return segmentation
  }

  static func warn(_ warning: ZimuError?) {
    if let warning { Console.current.writeError("warning: \(warning.message)\n") }
  }
}

extension SegmentationEngine: ExpressibleByArgument {}
