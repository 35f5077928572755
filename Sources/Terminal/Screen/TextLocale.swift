#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// The locale of the process.
public enum TextLocale {
  /// Sets the locale's characters only (numbers stay in C format) and returns their codeset.
  public static func adopt(_ environment: [String: String]) -> String {
    setlocale(LC_CTYPE, "")
    func codeset() -> String { nl_langinfo(nl_item(CODESET)).map { String(cString: $0) } ?? "" }
    if codeset().uppercased() != "UTF-8", let locale = Capabilities.fallbackLocale(environment: environment) {
      setlocale(LC_CTYPE, locale)
    }
    return codeset()
  }
}
