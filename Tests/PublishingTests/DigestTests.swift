import Diagnostics
import Foundation
import Testing

@testable import Publishing

@Suite struct DigestTests {
  /// From the xxHash project and its bindings.
  @Test(arguments: [
    ("", "ef46db3751d8e999"), ("a", "d24ec4f1a98c6e5b"), ("abc", "44bc2cf5ad770999"),
    ("Nobody inspects the spammish repetition", "fbcea83c8a378bf1"),
  ])
  func `the digest is XXH64 with seed 0`(text: String, digest: String) {
    #expect(ContentDigest(Array(text.utf8)).hexadecimal == Array(digest.utf8))
  }

  @Test(arguments: [0, 1, 31, 32, 33, 63, 64, 95, 65_535, 65_536, 65_537, 200_000])
  func `a file read in chunks has the digest of its bytes`(size: Int) throws {
    let site = try TestSite()
    let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let path = DiskPath(site.path("file"))
    try FileSystem.create(path, bytes)
    let (digest, read) = try FileSystem.digest(try Descriptor.reading(path))
    #expect(digest == ContentDigest(bytes))
    #expect(read == size)
    #expect(try FileSystem.holds(path, bytes))
    #expect(try !FileSystem.holds(path, bytes + [0]))
    if let last = bytes.last { #expect(try !FileSystem.holds(path, bytes.dropLast() + [last &+ 1])) }
  }

  @Test(.enabled(if: Tool.xxhsum != nil, "xxhsum is not installed"))
  func `xxhsum prints the same digest`() throws {
    let site = try TestSite()
    for size in [5, 12, 40, 1_000, 70_000] {
      let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 131 &+ size) }
      try FileSystem.create(DiskPath(site.path("\(size)")), bytes)
      let printed = try Tool.run(try #require(Tool.xxhsum), ["-H1", site.path("\(size)")]).output
      #expect(printed.contains(String(decoding: ContentDigest(bytes).hexadecimal, as: UTF8.self)))
    }
  }
}

@Suite struct ManifestTests {
  private func manifest(_ paths: [String]) throws -> Manifest {
    Manifest(
      try paths.map {
        Manifest.Entry(
          path: try #require(RelativePath($0)), size: $0.utf8.count, digest: ContentDigest(Array($0.utf8)))
      })
  }

  @Test func `it is text, a line a file, sorted by the path's bytes`() throws {
    let text = try manifest(["é", "z", "a/b", "a-b", "a"]).text
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n")
    #expect(lines.first == "dossier-manifest 1")
    #expect(lines.dropFirst().map { $0.split(separator: " ")[2] } == ["a", "a-b", "a/b", "z", "é"])
    #expect(lines.dropFirst().first == "d24ec4f1a98c6e5b 1 a")
  }

  @Test(arguments: [["a b", " ", "line\nfeed", "n", "tab\t"], ["\n"], []])
  func `any name survives writing and reading`(paths: [String]) throws {
    let written = try manifest(paths)
    let read = try #require(Manifest.parse(written.text).manifest)
    #expect(read.entries == written.entries)
    #expect(read.text == written.text)
  }

  @Test func `it knows every folder above its files`() throws {
    let folders = try manifest(["a/b/c", "a/d", "e", "f/g/h"]).folders
    #expect(Set(folders.map { String(decoding: $0, as: UTF8.self) }) == ["a", "a/b", "f", "f/g"])
  }

  @Test(arguments: [
    ("", 1), ("dossier-manifest 2\n", 1), ("dossier-manifest 1", 1), ("dossier-manifest 1\nx\n", 2),
    ("dossier-manifest 1\nd24ec4f1a98c6e5b 1 a\nd24ec4f1a98c6e5b -1 b\n", 3),
    ("dossier-manifest 1\nd24ec4f1a98c6e5b 1 ../a\n", 2),
    ("dossier-manifest 1\nd24ec4f1a98c6e5b 1 a", 2), ("dossier-manifest 1\n<<<<<<< HEAD\n", 2),
  ])
  func `a damaged line is named`(text: String, line: Int) {
    let parsed = Manifest.parse(Array(text.utf8))
    #expect(parsed.manifest == nil)
    #expect(parsed.damagedLine == line)
  }
}
