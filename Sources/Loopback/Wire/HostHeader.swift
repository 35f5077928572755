import HTTPTypes

extension HTTPField.Name {
  /// HTTPTypes offers the authority only; here the header line itself matters: whether it is there, and how often.
  static let hostHeader = HTTPField.Name("Host")!
}
