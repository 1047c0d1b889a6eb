// swift-tools-version: 6.2

import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let zimu = Target.Dependency.product(name: "Zimu", package: "zimu")

/// A suite of benchmarks, in the folder of its name.
///
/// The benchmark command takes every executable whose folder lies directly in `Benchmarks` for a
/// suite, so other executables lie deeper.
func suite(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .executableTarget(
    name: name,
    dependencies: dependencies + [
      zimu, "BenchmarkInputs", "BenchmarkRuns", .product(name: "Benchmark", package: "benchmark"),
    ],
    path: name,
    swiftSettings: settings,
    plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}

let package = Package(
  name: "zimu-benchmarks",
  platforms: [.macOS(.v26)],
  products: [
    .executable(name: "zimu-peer", targets: ["PeerDriver"]),
    .executable(name: "zimu-generate", targets: ["GeneratorTool"]),
  ],
  dependencies: [
    .package(name: "zimu", path: ".."),
    .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
  ],
  targets: [
    suite("SegmentationBenchmarks"),
    suite("NormalizationBenchmarks"),
    suite("TranscriptBenchmarks"),
    suite("IndexBenchmarks", ["TranscriptGenerator"]),
    .target(
      name: "BenchmarkRuns",
      dependencies: [zimu, "BenchmarkInputs", .product(name: "Benchmark", package: "benchmark")],
      path: "BenchmarkRuns", swiftSettings: settings),
    .target(
      name: "BenchmarkInputs", dependencies: [zimu], path: "BenchmarkInputs",
      swiftSettings: settings),
    .executableTarget(
      name: "PeerDriver", dependencies: [zimu, "BenchmarkInputs"], path: "Peers/Driver",
      swiftSettings: settings),
    .target(
      name: "TranscriptGenerator", dependencies: [zimu], path: "TranscriptGenerator",
      exclude: ["Tests", "Tool", "check"], swiftSettings: settings),
    .executableTarget(
      name: "GeneratorTool", dependencies: ["TranscriptGenerator"],
      path: "TranscriptGenerator/Tool", swiftSettings: settings),
    .testTarget(
      name: "TranscriptGeneratorTests", dependencies: [zimu, "TranscriptGenerator"],
      path: "TranscriptGenerator/Tests", swiftSettings: settings),
  ]
)
