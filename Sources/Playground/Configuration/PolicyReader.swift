import AuthorizationServer
import OAuth

/// Reads switches of the policy, in a configuration file and in a scenario.
enum PolicyReader {
  static func settings(_ value: YAMLValue) throws(FileFault) -> [PolicySetting] {
    var settings: [PolicySetting] = []
    for entry in try YAMLMapping(value).entries {
      let sent = try entry.value.json()
      do throws(PolicyFault) {
        settings.append(try PolicySetting(entry.key, sent))
      } catch {
        throw entry.value.fault(error.advice)
      }
    }
    return settings
  }
}
