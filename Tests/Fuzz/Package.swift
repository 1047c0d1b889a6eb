// swift-tools-version: 6.2

import PackageDescription

/// A fuzz target: libFuzzer brings `main`, so the target must not.
func fuzz(_ name: String) -> Target {
  .executableTarget(
    name: name, dependencies: [.product(name: "Zimu", package: "zimu")], path: name,
    swiftSettings: [.unsafeFlags(["-parse-as-library"])])
}

let package = Package(
  name: "zimu-fuzz",
  platforms: [.macOS(.v26)],
  dependencies: [.package(name: "zimu", path: "../..")],
  targets: [
    fuzz("FuzzReaders"), fuzz("FuzzFold"), fuzz("FuzzIndex"), fuzz("FuzzSegmenter"),
    fuzz("FuzzLexicon"), fuzz("FuzzArchives"), fuzz("FuzzTables"), fuzz("FuzzMetadata"),
  ]
)
