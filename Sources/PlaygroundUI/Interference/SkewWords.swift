import OAuth
import Playground

/// How far the server's clock is from everybody else's.
enum SkewWords {
  /// `900 s ahead`, `60 s behind`; nil where all clocks agree.
  static func of(_ settings: [InterferenceSetting]) -> String? {
    let skew = settings.clockSkew
    guard skew != .zero else { return nil }
    return skew > .zero ? "\(skew.plainSeconds) ahead" : "\((.zero - skew).plainSeconds) behind"
  }
}
