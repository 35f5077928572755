/// Reads the tags of a page and finds the first that does not nest.
struct MarkupReader {
  private(set) var fault: String?

  init(_ page: String) {
    var open: [String] = []
    for tag in page.pieces(between: "<", ">") {
      let name = String(tag.prefix { $0 != " " })
      if name.hasPrefix("/") {
        guard open.popLast() == String(name.dropFirst()) else {
          fault = fault ?? "</\(name.dropFirst())> closes nothing"
          return
        }
      } else if !["!DOCTYPE", "meta", "input", "br"].contains(name) {
        open.append(name)
      }
      if tag.count(where: { $0 == "\"" }) % 2 == 1 { fault = fault ?? "<\(tag)> has an open quote" }
    }
    if let last = open.last { fault = fault ?? "<\(last)> is never closed" }
  }
}
