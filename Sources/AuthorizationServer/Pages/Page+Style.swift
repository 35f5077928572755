import OAuth

extension Page {
  /// The one style sheet: one column, both colour schemes, and a ring around whatever has the focus. It loads nothing.
  static let style = """
    :root{color-scheme:light dark;--page:#eef1f6;--card:#fff;--text:#18212f;--faint:#4b566a;--soft:#eef2f8;--edge:#c9d0dc;\
    --field:#737e92;--accent:#0b5cad;--pressed:#084a8c;--on:#fff;--bad:#a4161a;--badsoft:#fdefef;--note:#7a5300;--notesoft:#fdf5e3}
    @media(prefers-color-scheme:dark){:root{--page:#0d1219;--card:#161d28;--text:#e7ecf4;--faint:#aab5c7;--soft:#222c3a;\
    --edge:#344053;--field:#8491a7;--accent:#84bbff;--pressed:#a9d0ff;--on:#0a1524;--bad:#ffa3a3;--badsoft:#35191d;\
    --note:#f2c76b;--notesoft:#2e2614}}
    *{box-sizing:border-box}
    body{font:1rem/1.5 system-ui,sans-serif;margin:0;padding:1rem;background:var(--page);color:var(--text);overflow-wrap:anywhere}
    header,main,footer{max-width:28rem;margin:0 auto}
    header{padding:.25rem 0 .75rem;font-size:.9rem;color:var(--faint);text-align:center}
    main{padding:1.5rem clamp(1rem,5vw,1.5rem);background:var(--card);border:1px solid var(--edge);border-radius:.75rem;box-shadow:0 1px 3px #0002}
    footer{padding:.75rem 0;font-size:.85rem;color:var(--faint);text-align:center}
    h1{font-size:1.4rem;line-height:1.25;margin:0 0 .75rem}
    p{margin:.75rem 0}
    label{display:block;margin:1rem 0 .3rem;font-weight:600}
    input[type=text],input[type=password]{width:100%;font:inherit;padding:.6rem .7rem;border:1px solid var(--field);\
    border-radius:.4rem;background:var(--card);color:inherit}
    input.code{font-family:ui-monospace,monospace;font-size:1.5rem;letter-spacing:.12em;text-transform:uppercase;text-align:center}
    input::placeholder{color:var(--faint);opacity:.7}
    [aria-invalid=true]{border-color:var(--bad)!important}
    fieldset{border:1px solid var(--edge);border-radius:.5rem;margin:1rem 0;padding:.25rem 1rem .5rem;min-width:0}
    legend{font-weight:600;padding:0 .3rem}
    fieldset label{display:flex;align-items:flex-start;gap:.7rem;font-weight:400;margin:0;padding:.45rem 0;cursor:pointer}
    fieldset div+div{border-top:1px solid var(--edge)}
    fieldset input{flex:none;width:1.2rem;height:1.2rem;margin:.15rem 0 0;accent-color:var(--accent)}
    small{display:block;font-size:.9rem;color:var(--faint)}
    .actions{display:flex;flex-wrap:wrap;gap:.75rem;margin-top:1.25rem}
    button,a.button{flex:1 1 8rem;min-height:2.9rem;padding:.6rem 1rem;font:inherit;font-weight:600;line-height:1.4;\
    text-align:center;text-decoration:none;color:var(--on);background:var(--accent);border:2px solid var(--accent);\
    border-radius:.4rem;cursor:pointer}
    button:hover,a.button:hover{background:var(--pressed);border-color:var(--pressed)}
    button.quiet,button.quiet:hover{background:transparent;color:inherit}
    button.quiet{border-color:var(--field)}
    :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
    code{font-family:ui-monospace,monospace;font-size:.9em;background:var(--soft);padding:.1rem .25rem;border-radius:.25rem}
    code.code{font-size:1.25rem;letter-spacing:.08em}
    dl{display:grid;grid-template-columns:max-content minmax(0,1fr);gap:.4rem .9rem;margin:1rem 0}
    dt{color:var(--faint)}dd{margin:0}
    .problem,.notice{padding:.6rem .8rem;border-left:.25rem solid;border-radius:.25rem}
    .problem{font-weight:600;color:var(--bad);background:var(--badsoft)}
    .notice{border-color:var(--note);background:var(--notesoft)}
    """

  /// Only this style sheet may apply.
  static let styleHash = SourceHash.of(style)
}
