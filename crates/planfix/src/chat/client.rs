//! The client of one account.

use upstream::{Http, Sight};

use crate::codes;
use crate::form::{Account, Command, FormDoor, Manner};

static MANNER: Manner = Manner {
    name: "Служба чатов Планфикса",
    of: "службы чатов Планфикса",
    key_of: "чатов",
    token: codes::CHAT_TOKEN,
    parameters: codes::CHAT_PARAMETERS,
    server: codes::CHAT_SERVER,
    html: codes::CHAT_HTML,
    answer: codes::CHAT_ANSWER,
    limit: codes::CHAT_LIMIT,
};

/// Which of the chats connected to an account is meant (`providerId`).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ProviderId(pub String);

/// The client of one account.
#[derive(Debug, Clone)]
pub struct Chat {
    pub(super) door: FormDoor,
    provider: ProviderId,
}

impl Chat {
    /// A client.
    pub fn new(http: Http, account: Account, provider: ProviderId) -> Self {
        Self { door: FormDoor::new(http, account, &MANNER), provider }
    }

    /// With a place to note how the exchanges went.
    #[must_use]
    pub fn seen_by(self, sight: Sight) -> Self {
        Self { door: self.door.seen_by(sight), ..self }
    }

    /// The beginning of a command.
    pub(super) fn command(&self, cmd: &'static str) -> Command {
        Command::new(cmd).with("providerId", &self.provider.0)
    }
}
