import Foundation

/// `corpus N SEED FOLDER`: writes the same N briefings as `FOLDER/dossier/Content` and `FOLDER/hugo/content`.
func run(_ arguments: [String]) throws -> Int32 {
  guard arguments.count == 4, let count = Int(arguments[1]), count > 0, let seed = UInt64(arguments[2]) else {
    FileHandle.standardError.write(Data("usage: corpus N SEED FOLDER\n".utf8))
    return 64
  }
  let folder = URL(filePath: arguments[3])
  var dice = Dice(seed: seed)
  let world = World(briefings: count, dice: &dice)
  var dossierFolder = Output(folder.appending(path: "dossier"))
  var hugoFolder = Output(folder.appending(path: "hugo"))
  let dossier = DossierSite(world: world)
  let hugo = HugoSite(world: world)
  try dossier.write(to: &dossierFolder)
  try hugo.write(to: &hugoFolder)
  var writing = Writing(world: world, dice: dice)
  for number in 1...count {
    let briefing = writing.briefing(number: number)
    try dossier.write(briefing, to: &dossierFolder)
    try hugo.write(briefing, to: &hugoFolder)
  }
  return 0
}

exit(try run(CommandLine.arguments))
