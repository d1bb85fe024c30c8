extension Explanation {
  static let files: [Explanation] = [
    Explanation(
      .badEncoding, "A byte that is not UTF-8.",
      because: "The file was saved in another encoding, so that letters with accents would be shown wrong.",
      example: #"Caf\xE9"#, mend: "Save the file as UTF-8."),
    Explanation(
      .unreadableFile, "The system refuses to read it, or it is neither a file nor a folder.",
      because:
        "The run ends with exit code 2: what is not read cannot be checked. A link that leads nowhere counts, too.",
      example: "Content/briefings/third.md -> nowhere",
      mend: "Correct its permissions, or put the file itself where the link stands."),
    Explanation(
      .fileTooLarge, "A text of more than 10 MB.",
      because: "No briefing has that many words; it is most likely another file under the wrong name.",
      example: "Content/briefings/third.md (10000001 bytes)", mend: "Divide it, or move it to `static/`."),
    Explanation(
      .tooDeep, "Too many folders, quotations, lists, blocks or open brackets inside each other.",
      because:
        "Nobody reads that deep, and programs that try need a time that grows with the square of the depth.",
      example: String(repeating: ">", count: 101) + " deep",
      mend: "Flatten them; escape brackets that mean nothing."),
    Explanation(
      .pathEscape, "A path in front matter that leaves the site's folder.",
      because: "A site is built from its own folder, so that it is the same everywhere.",
      example: "redirects: [../old]", mend: "Write a path below the site's folder, without `..`."),
    Explanation(
      .symlinkOutside, "A symbolic link that leads out of the site's folder.",
      because: "What lies outside would be published without having been put there.",
      example: "Content/static/notes.txt -> ../../../notes.txt", mend: "Put the file itself there."),
    Explanation(
      .pathCollision, "Two files that would have one address, or somebody else's file at one of ours.",
      because:
        "One would silently replace the other. Names that differ only in case or in how accents are encoded are one on many systems.",
      example: "Content/static/about/index.html", mend: "Rename one of the two, or move it away."),
    Explanation(
      .duplicateID, "Two files of one kind, two notes, or two identifiers of one page with the same name.",
      because: "A link to it could mean either.",
      example: "Content/briefings/winter/ferry.md", mend: "Rename one of the two."),
    Explanation(
      .badFileName, "A file name that is no identifier, is reserved, or lies in the wrong folder.",
      because: "The name is the address and what links call it: small letters, digits and single hyphens.",
      example: "Content/briefings/Third Report.md",
      mend: "Run the `git mv` that the message prints, or move the file to a folder that it names."),
    Explanation(
      .strayFile, "A file in `Content/` that no page uses, or one in `Templates/` that no page is made with.",
      because:
        "It is not published, and a template under a wrong name leaves the built-in one in its place. Pictures and attachments count as used when a text shows or links them.",
      example: "Content/briefings/map.png",
      mend: "Use it, give it the name that is meant, move it to `static/` or `assets/`, or remove it."),
  ]
}
