import Terminal

/// Where a view's parts stand: the list and the text beside it, one of them where there is room for one.
struct ViewLayout {
  let heading: Rect
  let list: Rect
  let detail: Rect
  let status: Rect
  let hints: Rect

  init(_ size: Size, share: Int, inDetail: Bool, hints showsHints: Bool) {
    var rest = Rect(size)
    (heading, rest) = rest.top(1)
    (hints, rest) = rest.bottom(showsHints ? 1 : 0)
    (status, rest) = rest.bottom(1)
    let isNarrow = Layout.Breadth(size) < .paired || size.columns < 76
    if isNarrow, share > 0, share < 100 {
      list = inDetail ? Rect(column: 0, row: rest.row, columns: 0, rows: 0) : rest
      detail = inDetail ? rest : Rect(column: 0, row: rest.row, columns: 0, rows: 0)
    } else {
      (list, detail) = rest.left(rest.columns * share / 100)
    }
  }
}
