// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
]

// A package of its own, so that the comparison adds nothing to the root package. The library's sources are
// symbolic links: nothing else of the root is built, and nothing is fetched.
let package = Package(
  name: "dossier",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .target(name: "Diagnostics", exclude: ["Diagnostics.docc"], swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["CMark", "Diagnostics"], exclude: ["Markdown.docc"],
      swiftSettings: settings),
    .executableTarget(
      name: "differential", dependencies: ["Markdown", "Diagnostics"], exclude: ["peer.lua"],
      swiftSettings: settings),
  ]
)
