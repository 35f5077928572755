/// What a page's script does, as far as the pages of an authorization go.
public enum PageScript: Equatable, Sendable {
  /// Sends the first form as it is. OAuth 2.0 Form Post Response Mode §2.
  case submitsForm
  /// Sends what stands in the fragment of the address, by the first form, unless there is nothing.
  case submitsFragment

  /// Nil for a page without a script that sends something.
  init?(in page: [UInt8]) {
    let markup = String(decoding: page, as: UTF8.self)
    guard let open = markup.firstRange(of: "<script>"),
      let close = markup[open.upperBound...].firstRange(of: "</script>")
    else { return nil }
    let script = markup[open.upperBound..<close.lowerBound]
    guard script.contains("submit") else { return nil }
    self = script.contains("location.hash") ? .submitsFragment : .submitsForm
  }
}
