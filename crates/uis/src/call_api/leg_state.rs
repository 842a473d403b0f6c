//! What a participant is doing: UIS says it in Russian, for people.

/// The state of a leg of a live call (Call API documentation, `list.calls`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LegState {
    /// «Дозвон»: rung.
    Dialing,
    /// «Разговор»
    Talk,
    /// «На очереди»: waits for an employee.
    Queued,
    /// «На удержании»
    OnHold,
    /// «Разговор операторов»: two employees consult.
    OperatorTalk,
    /// «Перевод вызова»
    Transfer,
    /// «Отправка dtmf»: tones are being sent.
    SendingTones,
    /// «Разъединено»
    Disconnected,
    /// Another one, as UIS says it: faxes, and what it may invent.
    Other(String),
}

impl LegState {
    pub(super) fn read(text: &str) -> Self {
        match text.trim().to_lowercase().as_str() {
            "дозвон" => Self::Dialing,
            "разговор" => Self::Talk,
            "на очереди" => Self::Queued,
            "на удержании" => Self::OnHold,
            "разговор операторов" => Self::OperatorTalk,
            "перевод вызова" => Self::Transfer,
            "отправка dtmf" => Self::SendingTones,
            "разъединено" => Self::Disconnected,
            _ => Self::Other(text.trim().to_owned()),
        }
    }
}
