/// The parameters of a request or response, in the order in which they were sent. RFC 6749 §3.1, §3.2.
///
/// Values are kept as sent, repeated and empty ones too: whether those may count is a check, not a parser's business.
public struct Parameters: Equatable, Sendable {
  public struct Element: Equatable, Sendable {
    public var name: ParameterName
    public var value: String

    public init(_ name: ParameterName, _ value: String) {
      self.name = name
      self.value = value
    }

    public static func == (left: Element, right: Element) -> Bool {
      left.name == right.name && left.value.hasSameOctets(as: right.value)
    }
  }

  public var elements: [Element]

  public init(_ elements: [Element] = []) {
    self.elements = elements
  }

  /// The first value of a parameter; one sent with an empty value counts as not sent. RFC 6749 §3.1.
  public subscript(name: ParameterName) -> String? {
    elements.first { $0.name == name && !$0.value.isEmpty }?.value
  }

  /// Every value of a parameter, empty ones included.
  public func values(of name: ParameterName) -> [String] {
    elements.filter { $0.name == name }.map(\.value)
  }

  /// Names that occur more than once, in order of appearance.
  public var repeated: [ParameterName] {
    var (seen, repeated) = (Set<ParameterName>(), [ParameterName]())
    for element in elements where !seen.insert(element.name).inserted && !repeated.contains(element.name) {
      repeated.append(element.name)
    }
    return repeated
  }

  public mutating func append(_ name: ParameterName, _ value: String) {
    elements.append(Element(name, value))
  }

  public mutating func append(_ name: ParameterName, ifPresent value: String?) {
    if let value { append(name, value) }
  }
}

extension Parameters: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (ParameterName, String)...) {
    self.init(elements.map { Element($0.0, $0.1) })
  }
}
