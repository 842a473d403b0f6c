//! The client of one account.

use upstream::{Http, Sight};

use crate::codes;
use crate::form::{Account, FormDoor, Manner};

static MANNER: Manner = Manner {
    name: "Телефония Планфикса",
    of: "телефонии Планфикса",
    key_of: "телефонии",
    token: codes::TEL_TOKEN,
    parameters: codes::TEL_PARAMETERS,
    server: codes::TEL_SERVER,
    html: codes::TEL_HTML,
    answer: codes::TEL_ANSWER,
    limit: codes::TEL_LIMIT,
};

/// The client of one account.
#[derive(Debug, Clone)]
pub struct Telephony {
    pub(super) door: FormDoor,
}

impl Telephony {
    /// A client.
    pub fn new(http: Http, account: Account) -> Self {
        Self { door: FormDoor::new(http, account, &MANNER) }
    }

    /// With a place to note how the exchanges went.
    #[must_use]
    pub fn seen_by(self, sight: Sight) -> Self {
        Self { door: self.door.seen_by(sight) }
    }
}
