// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

// On Linux its compiler flags would be refused with a warning, and none is needed.
#if os(Linux)
  let simdjsonPackage: String? = nil
#else
  let simdjsonPackage: String? = "simdjson"
#endif

/// A module: its folder in `Sources`, and what it may import.
func module(
  _ name: String,
  _ dependencies: [Target.Dependency] = [],
  resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: settings)
}

func tests(
  _ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport"], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "zimu",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "zimu", targets: ["ZimuTool"]),
    .library(name: "Zimu", targets: ["Zimu"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-algorithms", from: "1.2.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.3.0"),
  ],
  targets: [
    .systemLibrary(
      name: "ICULibrary", pkgConfig: "icu-i18n",
      providers: [.apt(["libicu-dev"]), .brew(["icu4c"])]),
    .target(name: "CICU", dependencies: ["ICULibrary"]),
    .systemLibrary(
      name: "CZstd", pkgConfig: "libzstd",
      providers: [.apt(["libzstd-dev"]), .brew(["zstd"])]),
    .target(name: "CMemory"),
    .systemLibrary(
      name: "SimdJSONLibrary", pkgConfig: simdjsonPackage,
      providers: [.apt(["libsimdjson-dev"]), .brew(["simdjson"])]),
    .target(
      name: "CJSON", dependencies: ["SimdJSONLibrary"],
      linkerSettings: [.linkedLibrary("simdjson")]),
    .systemLibrary(
      name: "LibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .target(name: "CMarkup", dependencies: ["LibXML2"]),
    .systemLibrary(
      name: "LibArchive", pkgConfig: "libarchive",
      providers: [.apt(["libarchive-dev"]), .brew(["libarchive"])]),
    module("FilePaths"),
    module("Hashing"),
    module("Caching", ["Hashing"]),
    module("ICUSupport", ["CICU"]),
    module(
      "TextNormalization", ["Caching", "Hashing", "ICUSupport"],
      resources: [.embedInCode("Fold"), .embedInCode("Simplification")]),
    module(
      "WordSegmentation",
      [
        "Caching", "ICUSupport", "TextNormalization", "Hashing",
        .product(name: "Algorithms", package: "swift-algorithms"),
      ],
      resources: [.embedInCode("WordRules/Data")]),
    module(
      "Transcripts",
      [
        "FilePaths", "ICUSupport", "CJSON", "CMarkup", "LibArchive",
        .product(name: "Algorithms", package: "swift-algorithms"),
      ]),
    module("InvertedIndex", ["FilePaths", "Hashing", "CZstd", "CMemory"]),
    module(
      "TranscriptSearch",
      [
        "InvertedIndex", "ICUSupport", "TextNormalization", "WordSegmentation",
        .product(name: "Algorithms", package: "swift-algorithms"),
        .product(name: "HeapModule", package: "swift-collections"),
      ]),
    module(
      "CorpusAnalysis", ["InvertedIndex", "WordSegmentation"],
      resources: [.embedInCode("StopWords/Data")]),
    module("Reporting", ["ICUSupport"], resources: [.embedInCode("Styles")]),
    module("UserInput", ["ICUSupport", "Transcripts", "WordSegmentation"]),
    module(
      "Indexing",
      [
        "FilePaths", "Hashing", "ICUSupport", "TextNormalization", "WordSegmentation",
        "Transcripts", "InvertedIndex", "CorpusAnalysis", "UserInput",
      ]),
    module("Evaluation", ["ICUSupport", "TextNormalization", "WordSegmentation", "UserInput"]),
    module(
      "Zimu",
      [
        "FilePaths", "Hashing", "ICUSupport", "TextNormalization", "WordSegmentation",
        "Transcripts", "InvertedIndex", "TranscriptSearch", "CorpusAnalysis", "UserInput",
        "Indexing", "Evaluation", "Reporting",
      ]),
    module(
      "ZimuCommands",
      [
        "CorpusAnalysis", "Evaluation", "FilePaths", "Indexing", "InvertedIndex", "Reporting",
        "TextNormalization", "TranscriptSearch", "Transcripts", "UserInput",
        "WordSegmentation", "Zimu",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.embedInCode("Samples")]),
    .executableTarget(
      name: "ZimuTool", dependencies: ["ZimuCommands", "CMemory", "FilePaths"],
      swiftSettings: settings),
    .target(
      name: "TestSupport", dependencies: ["FilePaths", "Hashing", "InvertedIndex"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    tests("FilePathsTests", ["FilePaths"]),
    tests("ICUSupportTests", ["ICUSupport"]),
    tests("TextNormalizationTests", ["TextNormalization", "Caching", "ICUSupport"]),
    tests(
      "WordSegmentationTests", ["WordSegmentation", "Caching", "Hashing", "TextNormalization"]),
    tests("TranscriptsTests", ["Transcripts", "FilePaths"]),
    tests("InvertedIndexTests", ["InvertedIndex", "FilePaths"]),
    tests("TranscriptSearchTests", ["TranscriptSearch", "InvertedIndex"]),
    tests("CorpusAnalysisTests", ["CorpusAnalysis", "InvertedIndex", "TextNormalization"]),
    tests("ReportingTests", ["Reporting"]),
    tests("UserInputTests", ["UserInput", "Zimu"]),
    tests("IndexingTests", ["Indexing", "Zimu", "FilePaths", "CorpusAnalysis"]),
    tests("EvaluationTests", ["Evaluation", "Zimu"]),
    tests(
      "ZimuTests", ["Zimu", "FilePaths", "InvertedIndex", "Hashing"], exclude: ["Judgements"]),
    tests(
      "CommandTests", ["ZimuCommands", "ZimuTool", "FilePaths", "ICUSupport", "Zimu"],
      exclude: ["Snapshots"]),
  ],
  cxxLanguageStandard: .cxx17
)
