package import Briefings
package import Diagnostics
package import Linking

/// What is wrong with judgments, claims, quotations and source records, withheld pages included; in no order.
package func tradecraftFindings(_ linked: LinkedSite, _ registry: Registry) -> [Finding] {
  linked.checked.flatMap { Judging($0).findings } + Evidence(linked, sources: registry.sources).findings
}
