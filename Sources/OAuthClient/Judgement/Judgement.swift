public import OAuth

/// The client's verdict on a response: its checks as they ran, and the refusal if there was one.
public typealias Judgement = Report<ClientCheck, ClientRefusal>

/// A response under examination, and what has been established about it so far.
protocol ResponseExamination: Examinable where Check == ClientCheck, Refusal == ClientRefusal {}
