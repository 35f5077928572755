import OAuth

/// What can go wrong with any parameter.
enum Slip: String, CaseIterable {
  case leftOut = "left-out"
  case empty
  case twice
  case otherCharacter = "other-character"
  case otherCase = "other-case"
  case trailingSpace = "trailing-space"
  case encodedTwice = "encoded-twice"
  case plusForSpace = "plus-for-space"

  func title(_ name: String) -> String {
    switch self {
    case .leftOut: "leave out \(name)"
    case .empty: "an empty \(name)"
    case .twice: "\(name) twice"
    case .otherCharacter: "\(name) ends otherwise"
    case .otherCase: "\(name) in the other case"
    case .trailingSpace: "a space behind \(name)"
    case .encodedTwice: "\(name) percent-encoded twice"
    case .plusForSpace: "plus signs in \(name), encoded"
    }
  }

  var story: String {
    switch self {
    case .leftOut: "A line forgotten, a field renamed, a proxy that filters."
    case .empty: "A variable that was never filled in. An empty value counts as none."
    case .twice: "Parameter pollution: two parsers that each take another of two values."
    case .otherCharacter: "A value mistyped, cut off, or guessed."
    case .otherCase: "A framework that changes case, or a belief that case does not matter."
    case .trailingSpace: "Copied with the white space around it."
    case .encodedTwice: "Encoded by hand, and then by the library once more."
    case .plusForSpace: "A value that was form-encoded already, encoded once more: + becomes %2B."
    }
  }

  /// Nil where it would change nothing.
  func alteration(_ place: RequestEditor.Place, _ name: String, _ value: String) -> Alteration? {
    switch self {
    case .leftOut: return .leaveOut(place, name)
    case .empty: return value.isEmpty ? nil : .set(place, name, to: "")
    case .twice: return .add(place, name, value)
    case .otherCharacter, .otherCase, .trailingSpace, .encodedTwice, .plusForSpace:
      let other = altered(value)
      return other.hasSameOctets(as: value) ? nil : .set(place, name, to: other)
    }
  }

  private func altered(_ value: String) -> String {
    guard let last = value.last else { return value }
    switch self {
    case .otherCharacter: return value.dropLast() + (last == "x" ? "y" : "x")
    case .otherCase:
      let flipped = value.utf8.map { $0.isASCIILetter ? $0 ^ 0x20 : $0 }
      return String(decoding: flipped, as: UTF8.self)
    case .trailingSpace: return value + " "
    case .encodedTwice: return PercentCoding.encode(value)
    case .plusForSpace: return value.replacing(" ", with: "+")
    case .leftOut, .empty, .twice: return value
    }
  }
}

/// What comes of each slip with one parameter.
struct SlipConsequences {
  /// Left out, or empty.
  let missing: Consequence
  let twice: Consequence
  let wrong: Consequence
  var exceptions: [Slip: Consequence] = [:]

  func of(_ slip: Slip) -> Consequence {
    if let exception = exceptions[slip] { return exception }
    switch slip {
    case .leftOut, .empty: return missing
    case .twice: return twice
    case .otherCharacter, .otherCase, .trailingSpace, .encodedTwice, .plusForSpace: return wrong
    }
  }
}
