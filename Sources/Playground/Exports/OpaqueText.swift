import OAuth

/// Words that look like what this server issues: whoever puts a code where another word belongs has still put a code
/// into the log.
enum OpaqueText {
  private static let shortest = 32

  /// The text with every such word cut to its beginning.
  static func shortened(in text: String) -> String {
    replacing(in: text) { word in isOpaque(Array(word.utf8)) ? Evidence.shorten(word) : word }
  }

  /// The text with something in place of each run of letters, digits, hyphens and underscores.
  static func replacing(in text: String, by shown: (String) -> String) -> String {
    var replaced = ""
    var word: [UInt8] = []
    var rest: [UInt8] = []
    for octet in text.utf8 {
      if isPart(octet) {
        replaced += String(decoding: rest, as: UTF8.self)
        rest = []
        word.append(octet)
      } else {
        replaced += shown(String(decoding: word, as: UTF8.self))
        word = []
        rest.append(octet)
      }
    }
    return replaced + shown(String(decoding: word, as: UTF8.self)) + String(decoding: rest, as: UTF8.self)
  }

  /// Base64url of random octets has letters of both cases and digits;
  /// a word that people made up hardly ever has, at that length.
  private static func isOpaque(_ word: [UInt8]) -> Bool {
    word.count >= shortest && word.contains(where: \.isASCIIDigit)
      && word.contains { (0x41...0x5A).contains($0) } && word.contains { (0x61...0x7A).contains($0) }
  }

  private static func isPart(_ octet: UInt8) -> Bool {
    octet.isASCIIAlphanumeric || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
  }
}
