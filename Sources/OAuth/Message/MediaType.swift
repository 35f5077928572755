/// The media types that the protocol speaks in, as Content-Type names them. RFC 6749 §3.2, §5.1.
public enum MediaType {
  public static let form = "application/x-www-form-urlencoded"
  public static let json = "application/json"
}
