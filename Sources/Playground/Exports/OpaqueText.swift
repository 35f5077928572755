import OAuth

/// Words that look like what this server issues: whoever puts a code where another word belongs has still put a code into the log.
enum OpaqueText {
  private static let shortest = 32

  /// The text with every such word cut to its beginning.
  static func shortened(in text: String) -> String {
    var shortened = ""
    var word: [UInt8] = []
    var rest: [UInt8] = []
    for octet in text.utf8 {
      if isPart(octet) {
        shortened += String(decoding: rest, as: UTF8.self)
        rest = []
        word.append(octet)
      } else {
        shortened += shown(word)
        word = []
        rest.append(octet)
      }
    }
    return shortened + shown(word) + String(decoding: rest, as: UTF8.self)
  }

  private static func shown(_ word: [UInt8]) -> String {
    let text = String(decoding: word, as: UTF8.self)
    return isOpaque(word) ? Evidence.shorten(text) : text
  }

  /// Base64url of random octets has letters of both cases and digits; a word that people made up hardly ever has, at that length.
  private static func isOpaque(_ word: [UInt8]) -> Bool {
    word.count >= shortest && word.contains(where: \.isASCIIDigit)
      && word.contains { (0x41...0x5A).contains($0) } && word.contains { (0x61...0x7A).contains($0) }
  }

  private static func isPart(_ octet: UInt8) -> Bool {
    octet.isASCIIAlphanumeric || octet == UInt8(ascii: "-") || octet == UInt8(ascii: "_")
  }
}
