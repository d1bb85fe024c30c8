// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that the benchmark adds nothing to the root package.
let package = Package(
  name: "benchmark",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(
      name: "corpus",
      swiftSettings: [
        .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
