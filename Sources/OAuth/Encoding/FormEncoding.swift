/// `application/x-www-form-urlencoded`, also the form of a query. RFC 6749 appendix B.
public enum FormEncoding {
  /// Why a form could not be read: the fault and the number of the pair, counted from 1.
  public struct Failure: Error, Equatable, Sendable {
    public let fault: EncodingFault
    public let pair: Int
  }

  /// Reads octets strictly. Empty pairs (`a=1&&b=2`) are skipped, a pair without `=` has an empty value.
  public static func parse(_ octets: some Collection<UInt8>) throws(Failure) -> Parameters {
    var parameters = Parameters()
    for (index, pair) in octets.split(separator: UInt8(ascii: "&"), omittingEmptySubsequences: false).enumerated()
    where !pair.isEmpty {
      let halves = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      do throws(EncodingFault) {
        let name = try PercentCoding.decode(halves[0], plusIsSpace: true)
        let value = halves.count > 1 ? try PercentCoding.decode(halves[1], plusIsSpace: true) : ""
        parameters.append(ParameterName(name), value)
      } catch {
        throw Failure(fault: error, pair: index + 1)
      }
    }
    return parameters
  }

  /// The pairs that can be read, of octets that ought to hold none of what is looked for:
  /// one broken pair hides no other.
  public static func readable(_ octets: some Collection<UInt8>) -> Parameters {
    Parameters(octets.split(separator: UInt8(ascii: "&")).flatMap { (try? parse($0))?.elements ?? [] })
  }

  public static func encode(_ parameters: Parameters, _ style: PercentCoding.Style = .strict) -> String {
    parameters.elements
      .map { "\(PercentCoding.encode($0.name.text, style))=\(PercentCoding.encode($0.value, style))" }
      .joined(separator: "&")
  }

  /// The parameters added to a URI whose own query is kept octet for octet. RFC 6749 §3.1.2.
  public static func append(
    _ parameters: Parameters, to uri: String, _ style: PercentCoding.Style = .strict
  ) -> String {
    let separator = uri.utf8.contains(UInt8(ascii: "?")) ? (uri.utf8.last == UInt8(ascii: "?") ? "" : "&") : "?"
    return uri + separator + encode(parameters, style)
  }

  /// The parameters as the fragment of a URI that has none, which a browser keeps from the server it asks.
  /// OAuth 2.0 Multiple Response Type Encoding Practices §2.1.
  public static func append(
    _ parameters: Parameters, asFragmentTo uri: String, _ style: PercentCoding.Style = .strict
  ) -> String {
    "\(uri)#\(encode(parameters, style))"
  }
}
