// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")

// The arrows between the modules are explained in Sources/README.md; no others may be added without a line there.
let package = Package(
  name: "oauth-playground",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "oauth-playground", targets: ["oauth-playground"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncurses-dev"]), .brew(["ncurses"])]),
    .target(name: "CTerminal"),
    .target(name: "Terminal", dependencies: ["CNcurses", "CTerminal"], swiftSettings: strict),
    .target(name: "OAuth", dependencies: [httpTypes, crypto, cryptoExtras], swiftSettings: strict),
    .target(
      name: "AuthorizationServer",
      dependencies: [
        "OAuth", httpTypes, crypto, .product(name: "HeapModule", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(name: "OAuthClient", dependencies: ["OAuth", httpTypes], swiftSettings: strict),
    .target(
      name: "Loopback",
      dependencies: [
        httpTypes,
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: strict),
    .target(
      name: "Playground",
      dependencies: [
        "OAuth", "AuthorizationServer", "OAuthClient", httpTypes, .product(name: "Yams", package: "Yams"),
      ],
      // The root of the package, since what is embedded must lie within it; everything else there is somebody else's.
      path: ".",
      exclude: [
        "LICENSE", "README.md", "Tests", "examples/README.md", "examples/requests", "examples/scripts",
        "Sources/AuthorizationServer",
        "Sources/CNcurses", "Sources/CTerminal", "Sources/Loopback", "Sources/OAuth", "Sources/OAuthClient",
        "Sources/PlaygroundUI",
        "Sources/README.md", "Sources/Terminal", "Sources/benchmark", "Sources/oauth-playground",
      ],
      sources: ["Sources/Playground"],
      resources: [.embedInCode("examples/scenarios")],
      swiftSettings: strict),
    .target(
      name: "PlaygroundUI",
      dependencies: ["Terminal", "Playground", "OAuth", "AuthorizationServer", "OAuthClient", httpTypes],
      swiftSettings: strict),
    .executableTarget(
      name: "oauth-playground",
      dependencies: [
        "PlaygroundUI", "Terminal", "Playground", "Loopback", "OAuth", "AuthorizationServer", "OAuthClient",
        httpTypes,
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "benchmark", dependencies: ["AuthorizationServer", "OAuth", httpTypes], swiftSettings: strict),
    .testTarget(name: "TerminalTests", dependencies: ["Terminal", "CTerminal"], swiftSettings: strict),
    .testTarget(name: "OAuthTests", dependencies: ["OAuth", httpTypes], swiftSettings: strict),
    .testTarget(
      name: "AuthorizationServerTests", dependencies: ["AuthorizationServer", "OAuth", httpTypes, crypto],
      swiftSettings: strict),
    .testTarget(
      name: "OAuthClientTests", dependencies: ["OAuthClient", "OAuth", httpTypes], swiftSettings: strict),
    .testTarget(name: "LoopbackTests", dependencies: ["Loopback", httpTypes], swiftSettings: strict),
    .testTarget(
      name: "PlaygroundTests",
      dependencies: ["Playground", "AuthorizationServer", "OAuthClient", "OAuth", "Loopback", httpTypes],
      swiftSettings: strict),
    .testTarget(
      name: "PlaygroundUITests",
      dependencies: [
        "PlaygroundUI", "Terminal", "Playground", "OAuth", "OAuthClient", "AuthorizationServer", httpTypes,
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ProgramTests",
      dependencies: ["oauth-playground", "CTerminal", "Terminal"],
      swiftSettings: strict),
  ]
)
