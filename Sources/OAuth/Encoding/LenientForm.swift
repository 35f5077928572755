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
    let plain = name.utf8.prefix { $0 != UInt8(ascii: "[") }
    let isArray = !plain.isEmpty && plain.count < name.utf8.count
    guard !name.isEmpty else { return }
    parameters.append(
      ParameterName(isArray ? String(decoding: plain, as: UTF8.self) : name), isArray ? "Array" : value)
  }

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
