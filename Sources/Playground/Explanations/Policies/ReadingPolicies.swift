import AuthorizationServer
import OAuth

/// Switches about how forgivingly a request is read.
enum ReadingPolicies {
  static let entries: [PolicyLesson] = [
    PolicyLesson(
      "decoding",
      Lesson(
        what: "How names and values are read: strict, php or rest, which is php that minds JSON. strict: strict.",
        why: """
          PHP repairs what it can, reads multipart forms too, and leaves the parameters empty for every other \
          Content-Type. Programs in it never see that a body was there.
          """,
        prevents:
          "Two readers of one request who repair it differently, so that one checks what the other does not use.",
        fix: "Set php and send the right token request without Content-Type: grant_type is missing, says the server.",
        specification: "RFC 6749 §4.1.3"),
      checks: [.mediaTypeForm, .requestDecodable]),
    PolicyLesson(
      "slashes",
      Lesson(
        what: "Whether each quote and backslash in a value gets a backslash in front. strict: false.",
        why: "WordPress does so with all that comes in, as PHP once did, and plugins forget to undo it.",
        prevents: "A state or secret with a quote in it that comes back changed, and is refused.",
        fix: "Set true and send state=it's: compare what comes back.",
        specification: "RFC 6749 §4.1.2"),
      checks: [.redirectionURIWellFormed, .clientAuthenticated]),
    PolicyLesson(
      "defaultScopeExamined",
      Lesson(
        what: "Whether the default scope must be scope that the client could have asked for. strict: true.",
        why: "Some servers look only at scope that was sent, and take the default from another list.",
        prevents: "A scope that all get and none may ask for, and a client with more than it is registered for.",
        fix: "Set false and defaultScope to email, and let other-app ask for no scope: it gets email.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "defaultScopeAdded",
      Lesson(
        what: "Whether a client that names its scope gets the default scope besides. strict: false.",
        why: "Some servers attach to every client what whoever set it up thought it would always need.",
        prevents: "A token that can do more than the client asked for, and than the resource owner may expect.",
        fix: "Set true, ask for scope=email, and read the scope of the token response.",
        specification: "RFC 6749 §3.3"),
      checks: [.scopeAllowed]),
    PolicyLesson(
      "unknownPrompt",
      Lesson(
        what: "What becomes of a word in prompt that nobody defined: refuse or ignore. strict: refuse.",
        why: "A server that only looks whether a word it knows is there, never sees the others.",
        prevents: "A client that believes it has asked for something, such as a new sign-in, and has not.",
        fix: "Set ignore and send prompt=logn: nobody has to sign in.",
        specification: "OpenID Connect Core §3.1.2.1"),
      checks: [.promptUnderstood]),
    PolicyLesson(
      "methodsAtResource",
      Lesson(
        what: """
          The methods that the protected resource takes: getAndPost, get or any, which asks for POST or PUT only where \
          the token is in the body. strict: getAndPost.
          """,
        why: "A route that was written for GET answers nothing else, and OpenID Connect asks for both.",
        prevents: "A client that moves its token from the header to a form, and is told that there is no such page.",
        fix: "Set get and POST to /me.",
        specification: "OpenID Connect Core §5.3.1"),
      checks: [.methodAllowed]),
    PolicyLesson(
      "queryAtToken",
      Lesson(
        what: "Names of parameters that the token endpoint also reads in the query of a POST. strict: empty.",
        why: "A route such as /?oauth=token has a query already, and some servers look for grant_type there, too.",
        prevents: "Codes and secrets in access logs, and requests of which a filter sees only half.",
        fix: "Set grant_type and move that parameter into the URL.",
        specification: "RFC 6749 §3.2"),
      checks: [.grantTypePresent, .authorizationCodePresent]),
    PolicyLesson(
      "ignoreUnreadableBasic",
      Lesson(
        what: "Whether an Authorization header that is no readable Basic counts as none. strict: false.",
        why: "PHP hands over a name and password or nothing: the program never sees why there is nothing.",
        prevents:
          "Client credentials were not found, says the server, while the developer looks at the header they sent.",
        fix: "Set true and send Bearer in place of Basic. Compare the answers.",
        specification: "RFC 6749 §2.3.1"),
      checks: [.clientAuthenticationSingle, .clientAuthenticationReadable]),
    PolicyLesson(
      "emptyTokenSent",
      Lesson(
        what: "Whether an empty access_token counts as sent. strict: true.",
        why: "PHP has two ways to look whether something is there, and programs mix them.",
        prevents: "A client with an empty variable that is told it sent nothing, and looks in the wrong place.",
        fix: "Set tokenInQuery true and this false, and call /me?access_token= with nothing behind it.",
        specification: "RFC 6750 §3.1"),
      checks: [.accessTokenPresent]),
    PolicyLesson(
      "exactMediaType",
      Lesson(
        what: "Whether a Content-Type with a parameter such as charset is another one. strict: false.",
        why: "Some programs compare the whole header with one text, which works until a library adds a charset.",
        prevents: "Browsers send charset=UTF-8 with every form that a script makes: each of them would be refused.",
        fix: "Set true and add ;charset=UTF-8 to the Content-Type of the token request.",
        specification: "RFC 9110 §8.3.1"),
      checks: [.mediaTypeForm]),
    PolicyLesson(
      "bearerScheme",
      Lesson(
        what: "How the word Bearer is found in the header: standard, anywhere or caseSensitive. strict: standard.",
        why: "A search with a regular expression that is not anchored finds the word in the middle of another, too.",
        prevents: "Headers that work on one server by luck and are malformed on the next.",
        fix: "Set anywhere and send NotBearer TOKEN, then Bearer with two spaces.",
        specification: "RFC 6750 §2.1"),
      checks: [.accessTokenScheme]),
  ]
}
