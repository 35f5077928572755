import OAuth
import Playground
import Testing

@Suite struct `An HTTP Archive of a session` {
  @Test func `has an entry for each request, in its order, with the members of HAR 1·2`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("code-expired")))
    let exchanges = run.results.flatMap(\.exchanges)
    let log = try #require(try JSON(parsing: Array(HTTPArchive(.none).text(of: exchanges).utf8))["log"])
    #expect(log.names == ["version", "creator", "entries"])
    #expect(log["version"] == "1.2")
    let entries = try #require(log["entries"]?.array)
    #expect(entries.count == exchanges.count)
    #expect(
      entries[0].names == ["startedDateTime", "time", "request", "response", "cache", "timings", "comment"])
    #expect(entries[0]["request"]?["queryString"]?.array?.first == ["name": "response_type", "value": "code"])
    let token = try #require(entries.last)
    #expect(token["startedDateTime"] == "2027-01-15T08:00:31.000Z")
    #expect(token["request"]?["method"] == "POST")
    #expect(token["request"]?["url"] == "http://127.0.0.1:8414/token")
    #expect(token["request"]?["postData"]?["mimeType"] == "application/x-www-form-urlencoded")
    #expect(token["request"]?["postData"]?["text"]?.string?.contains("client_secret=workshop-secret") == true)
    #expect(token["response"]?["status"] == 400)
    #expect(token["response"]?["content"]?["text"]?.string?.contains("invalid_grant") == true)
    #expect(token["comment"]?.string?.hasPrefix("7: client to server, refused: ") == true)
  }

  @Test func `hides secrets where they are to be hidden`() throws {
    let run = try Road.memory.run(try #require(ScenarioLibrary.scenario("happy-path")))
    let exchanges = run.results.flatMap(\.exchanges)
    let code = try #require(exchanges[4].request?.target.split(separator: "code=").last?.prefix { $0 != "&" })
    #expect(HTTPArchive(.none).text(of: exchanges).contains(code))
    let hidden = HTTPArchive(.shortened).text(of: exchanges)
    #expect(!hidden.contains(code))
    #expect(!hidden.contains("workshop-secret"))
    #expect(!hidden.contains("wonderland"))
  }
}
