/// A form as forgiving servers read it: PHP's `parse_str`, more or less. What is broken stays as it stands.
///
/// `strict` reads nothing this way: two readers that repair differently see two different requests.
public enum LenientForm {
  /// Every pair of a query or form body. Nothing is a fault.
  public static func parse(_ octets: some Collection<UInt8>) -> Parameters {
    var parameters = Parameters()
    for pair in octets.split(separator: UInt8(ascii: "&")) {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      append(decode(halves[0]), halves.count > 1 ? decode(halves[1]) : "", to: &parameters)
    }
    return parameters
  }

  /// `name[]=x` makes an array of `name`, and an array that is used as a text reads `Array`.
  static func append(_ name: String, _ value: String, to parameters: inout Parameters) {
    let name = variable(name)
    let plain = name.prefix { $0 != UInt8(ascii: "[") }
    let isArray = !plain.isEmpty && plain.count < name.count
    guard !name.isEmpty else { return }
    parameters.append(
      ParameterName(String(decoding: isArray ? plain : name[...], as: UTF8.self)), isArray ? "Array" : value)
  }

  /// The name as a variable can have it: nothing behind a zero octet, no space in front, and `_` for spaces, dots and a bracket
  /// that nothing closes. Empty where it begins with one.
  private static func variable(_ name: String) -> [UInt8] {
    var name = name.utf8.prefix { $0 != 0 }.drop { $0 == UInt8(ascii: " ") }
      .map { " .".utf8.contains($0) ? UInt8(ascii: "_") : $0 }
    guard let bracket = name.firstIndex(of: UInt8(ascii: "[")) else { return name }
    if bracket == name.startIndex { return [] }
    if !name[bracket...].contains(UInt8(ascii: "]")) { name[bracket] = UInt8(ascii: "_") }
    return name
  }

  /// A text decoded as a value is: PHP's `urldecode`.
  public static func decode(_ text: String) -> String { decode(text.utf8) }

  private static func decode(_ octets: some Collection<UInt8>) -> String {
    var decoded: [UInt8] = []
    var rest = Array(octets)[...]
    while let octet = rest.popFirst() {
      if octet == UInt8(ascii: "%"), rest.count >= 2, let value = PercentCoding.octet(rest.prefix(2)) {
        decoded.append(value)
        rest = rest.dropFirst(2)
      } else {
        decoded.append(octet == UInt8(ascii: "+") ? UInt8(ascii: " ") : octet)
      }
    }
    return String(decoding: decoded, as: UTF8.self)
  }
}
