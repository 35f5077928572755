import OAuth

/// A private key that everybody has, since it stands here: what is signed with it must count nowhere.
enum ForgersKey {
  static let key = SigningKey(privateKey: json)

  private static let json: JSON = [
    "kty": "RSA",
    "n": .string(
      "tcBzIk7sCpCgh1qePqwitthO0eGEqb5gmYQqxwem6juvy9dnB3Kmu3vkynh1q5QNqlOD1KtSHUi5LctXGEsvVDfknlrxG2i5Q2Wa"
        + "Pl76H4FvMER85HB0ZLF4sYZpKIHN7huz2kxoBFv1y8S54kbDrmE3nxS5Mxu3NDUllQ6t7ncAJ71Jze_L4maZuJvQJ-tdnA1zxcB1"
        + "IeoBFGD1f6kYCZhOkWoCD57_jNbnHSKPD3wT5saR0EWodIEfFnCR93SeufinnHKRCx0OWieHVEcmY1fWCZFnKuFRXCxYoy3B6BOP"
        + "zIuWaLOde3Oxur1ARMJSsyJ8-CV6x1FdpjqhAASr6w"),
    "e": "AQAB",
    "d": .string(
      "UM2pQkEFNuM6w0J55RIhctnzHONe2BpwFwBIBmlz_2Ie04jF4O1LjEHWI1_vrKLremSb0SKDpMpOrbnf1Eik15Pr261B0TY7W2fh"
        + "7cXK_NPOK47fWa5XSOcP6hkASoZ_F9OQH8blXb7Gpdul6qAcYjwNfve3KK4zQo44Ua8Pi9rw2rIpJv_Cj7xDjXvyrlnmRx99KQDU"
        + "xwSrD2PnUx7FLce9EuhBP6X1o1AdQQ8obeIVZyI-34yWG9q1OJ_1X0CECX5YxeJpHEvG45nr4evEplKcw6CvebHTcPIDi6O4qtvp"
        + "QNq_mzhyXyW008NMwyA2H6VbFbnW_bOAJctz2jZfDQ"),
    "p": .string(
      "_UudNwEocCUeLE14bwFI5mnKX-DNOrJWEOeZgPHgbflsdheUg4g1PAIyZDhMrwjOH0ZQbwJ0jWRWFOvs24BUiyI6y8RmHVSe0o3U"
        + "KjWE07yajfcSmCVYo41pstQudWG2RzyKKRVdX7TlLuuhZlxisDX43KpExEynnJxZZKBSdx8"),
    "q": .string(
      "t7FFM3PZhNrGgv2syTDAUxExVNi7oYRpF2jI9dIwLlkkQo4glHtxyHxfHxgOOKcGEfZNN-opW4za6buxNBfo754QeS1LoSLHrRJA"
        + "pRONCKPEb-lK8nHBchFUYW2reuA70NJJ9A3J_GRdkCfTno_QIIUVZNRaCRrAr_x_XV56LbU"),
  ]
}
