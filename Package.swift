// swift-tools-version: 6.2
import PackageDescription

/// In CI our own warnings are errors; those of dependencies are not ours to repair.
let warnings: [SwiftSetting] =
  Context.environment["WARNINGS_AS_ERRORS"] == "1" ? [.treatAllWarnings(as: .error)] : []

/// What every target is built with: Swift 6 mode and the upcoming features we rely on
/// (SE-0335 ExistentialAny, SE-0409 InternalImportsByDefault, SE-0444 MemberImportVisibility).
let settings: [SwiftSetting] =
  warnings + [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]

// The targets form a chain: each may import what stands above it, never below, never beside.
let package = Package(
  name: "dossier",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "dossier", targets: ["dossier"]),
    .library(name: "EDTF", targets: ["EDTF"]),
  ],
  dependencies: [
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CMark", pkgConfig: "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]),
    .systemLibrary(name: "CRename"),
    .target(name: "Diagnostics", swiftSettings: settings),
    .target(name: "EDTF", swiftSettings: settings),
    .target(name: "Markdown", dependencies: ["CMark", "Diagnostics"], swiftSettings: settings),
    .target(
      name: "Briefings",
      dependencies: [
        "Diagnostics", "EDTF", "Markdown", .product(name: "Yams", package: "Yams"),
      ], swiftSettings: settings),
    .target(
      name: "Linking", dependencies: ["Diagnostics", "EDTF", "Markdown", "Briefings"],
      swiftSettings: settings),
    .target(
      name: "Tradecraft",
      dependencies: [
        "Diagnostics", "EDTF", "Markdown", "Briefings", "Linking",
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings),
    .target(
      name: "Rendering",
      dependencies: [
        "Diagnostics", "EDTF", "Markdown", "Briefings", "Linking", "Tradecraft",
        .product(name: "Mustache", package: "swift-mustache"),
        .product(name: "Crypto", package: "swift-crypto"),
      ], swiftSettings: settings, plugins: ["EmbedThemePlugin"]),
    // Templates/ as constants in the binary.
    .executableTarget(name: "EmbedTheme", swiftSettings: settings),
    .plugin(
      name: "EmbedThemePlugin", capability: .buildTool(), dependencies: ["EmbedTheme"],
      path: "Sources/EmbedThemePlugin"),
    .target(
      name: "Publishing",
      dependencies: [
        "CRename", "Diagnostics", "EDTF", "Markdown", "Briefings", "Linking", "Tradecraft", "Rendering",
      ], swiftSettings: settings),
    .target(
      name: "Preview",
      dependencies: [
        "Diagnostics", "EDTF", "Markdown", "Briefings", "Linking", "Tradecraft", "Rendering", "Publishing",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], swiftSettings: settings),
    .executableTarget(
      name: "dossier",
      dependencies: [
        "Diagnostics", "EDTF", "Markdown", "Briefings", "Linking", "Tradecraft", "Rendering",
        "Publishing", "Preview",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: settings),
    // What the tests of several targets need.
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
    .testTarget(
      name: "DiagnosticsTests", dependencies: ["Diagnostics", "TestSupport"], swiftSettings: settings),
    .testTarget(name: "EDTFTests", dependencies: ["EDTF", "TestSupport"], swiftSettings: settings),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "CMark", "Diagnostics", "TestSupport"],
      exclude: ["Fixtures"],
      swiftSettings: settings),
    .testTarget(
      name: "BriefingsTests", dependencies: ["Briefings", "Diagnostics", "EDTF", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "LinkingTests",
      dependencies: ["Linking", "Markdown", "Briefings", "Diagnostics", "EDTF", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "TradecraftTests",
      dependencies: [
        "Tradecraft", "Linking", "Markdown", "Briefings", "Diagnostics", "EDTF", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "RenderingTests",
      dependencies: [
        "Rendering", "Diagnostics", "EDTF", "Markdown", "Briefings", "Linking", "Tradecraft", "TestSupport",
        .product(name: "Mustache", package: "swift-mustache"),
      ], swiftSettings: settings),
    // Publishes once and ends: the tests of Publishing run it under fault injection.
    .executableTarget(
      name: "PublishOnce", dependencies: ["Publishing", "Diagnostics"], path: "Tests/PublishOnce",
      swiftSettings: settings),
    // Measures the survey with few names and with many: `make bench-names`.
    .executableTarget(
      name: "NameCost", dependencies: ["Diagnostics", "Markdown", "Briefings", "Linking", "TestSupport"],
      path: "Tests/NameCost", swiftSettings: settings),
    .testTarget(
      name: "PublishingTests", dependencies: ["Publishing", "Diagnostics", "PublishOnce", "TestSupport"],
      swiftSettings: settings),
    .testTarget(
      name: "PreviewTests",
      dependencies: [
        "Preview", "Publishing", "Rendering", "Linking", "Briefings", "Diagnostics", "EDTF", "TestSupport",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "DossierTests",
      dependencies: [
        "dossier", "Publishing", "EDTF", "Diagnostics", "TestSupport",
        .product(name: "Yams", package: "Yams"),
      ],
      exclude: ["Fixtures"],
      swiftSettings: settings),
  ]
)
