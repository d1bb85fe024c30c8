// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6), .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"), .enableUpcomingFeature("MemberImportVisibility"),
  // The harness also asks what only the module sees: marking and unmarking.
  .unsafeFlags(["-enable-testing"]),
  // libFuzzer counts the branches taken; the address sanitizer watches what libcmark is given.
  .unsafeFlags(["-sanitize=fuzzer,address"]),
]
let linking: [LinkerSetting] = [
  .unsafeFlags(["-sanitize=fuzzer,address"]),
  // gold cannot link what the sanitizer adds.
  .unsafeFlags(["-use-ld=lld"], .when(platforms: [.linux])),
]

// A package of its own, so that the root package needs no unsafe flags. The libraries' sources are symbolic links.
let package = Package(
  name: "dossier",
  platforms: [.macOS(.v15)],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CLibFuzzer"),
    .target(name: "Diagnostics", exclude: ["Diagnostics.docc"], swiftSettings: settings),
    .target(name: "EDTF", swiftSettings: settings),
    .target(
      name: "Markdown", dependencies: ["CMark", "Diagnostics"], exclude: ["Markdown.docc"],
      swiftSettings: settings),
    .executableTarget(
      name: "markdown-fuzz", dependencies: ["CLibFuzzer", "Markdown", "Diagnostics"], swiftSettings: settings,
      linkerSettings: linking),
    .executableTarget(
      name: "edtf-fuzz", dependencies: ["CLibFuzzer", "EDTF"], swiftSettings: settings,
      linkerSettings: linking),
  ]
)
