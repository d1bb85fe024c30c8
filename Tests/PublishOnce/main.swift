// Publishes a list of files once: the tests run it under fault injection.
//
//     PublishOnce SITE OUTPUT LIST [--force]
//
// LIST has one file a line, path and text with a tab between them. The way is printed; a failure ends
// with exit code 2 and its sentence.
import Diagnostics
import Publishing

#if canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#else
  import Glibc
#endif

func lines(of path: String) -> [Substring] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var text: [UInt8] = []
  var byte = fgetc(file)
  while byte != EOF {
    text.append(UInt8(truncatingIfNeeded: byte))
    byte = fgetc(file)
  }
  return String(decoding: text, as: UTF8.self).split(separator: "\n")
}

func kind(of path: Substring) -> OutputFile.Kind {
  if path.hasSuffix(".css") { return .asset }
  return path.hasSuffix(".xml") ? .list : .page
}

func publish(_ arguments: [String]) throws(PublishError) -> Publication {
  let folder = try OutputFolder(arguments[2], site: arguments[1], home: nil)
  let staging = try folder.begin(force: arguments.contains("--force"))
  var staged: [StagedFile] = []
  do throws(PublishError) {
    for line in lines(of: arguments[3]) {
      let parts = line.split(separator: "\t", maxSplits: 1)
      guard parts.count == 2, let path = RelativePath(String(parts[0])) else { continue }
      let file = OutputFile(path, kind(of: parts[0]), from: Place(RelativePath(literal: "Content/site.yaml")))
      staged.append(try staging.write(Array(parts[1].utf8), to: file))
    }
  } catch {
    try staging.abandon()
    throw error
  }
  return try staging.commit(staged)
}

do {
  let publication = try publish(CommandLine.arguments)
  print(publication.way)
  if let leftover = publication.leftover { print("leftover: \(leftover)") }
} catch {
  print(error)
  exit(2)
}
