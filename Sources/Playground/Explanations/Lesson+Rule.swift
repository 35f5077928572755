import OAuth

extension Lesson {
  /// The lesson of a check: its rule, with the reasons of a refusal that it gives.
  init(rule title: String, specification: Specification, reasons: Lesson) {
    self.init(
      what: "The rule: \(title).", why: reasons.why, prevents: reasons.prevents, fix: reasons.fix,
      specification: specification)
  }
}
