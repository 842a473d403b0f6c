//! Who changed what, and when: kept for ever, without secrets.

use std::fmt;
use std::str::FromStr;

use jiff::Timestamp;
use serde_json::Value;

use super::{People, PeopleError};
use crate::tokens::ApiToken;

/// Makes an enum of words that are stored and shown.
macro_rules! words {
    ($(#[$doc:meta])* $name:ident { $($(#[$word_doc:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $($(#[$word_doc])* $variant,)* }

        impl $name {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The word.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)* }
            }
        }

        impl FromStr for $name {
            type Err = String;

            fn from_str(word: &str) -> Result<Self, String> {
                Self::ALL.iter().copied().find(|one| one.as_str() == word).ok_or_else(|| word.to_owned())
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    };
}

words! {
    /// How somebody came in.
    ActorKind {
        /// Signed in with e-mail and password.
        Person = "person",
        /// With a token of the API.
        Token = "token",
        /// At the terminal of the server.
        Terminal = "terminal",
    }
}

words! {
    /// What was done.
    Action {
        /// An account was made.
        PersonAdded = "person_added",
        /// An account has another role.
        RoleChanged = "role_changed",
        /// An account has another password.
        PasswordChanged = "password_changed",
        /// An account was removed.
        PersonRemoved = "person_removed",
        /// A token was made.
        TokenCreated = "token_created",
        /// A token works no more.
        TokenRevoked = "token_revoked",
        /// A connection was made.
        ConnectionCreated = "connection_created",
        /// A connection's settings were changed.
        ConnectionChanged = "connection_changed",
        /// An address has a new key.
        HookReissued = "hook_reissued",
        /// Employees were synchronised by hand.
        EmployeesSynced = "employees_synced",
        /// The load of existing tasks as deals was begun, paused, resumed or stopped.
        DealsBackfill = "deals_backfill",
        /// How alerts are sent was changed.
        AlertsChanged = "alerts_changed",
        /// A communication was worked off once more.
        Replayed = "replayed",
        /// What was given up of a communication was tried again.
        Retried = "retried",
        /// What was given up of a communication was sent without looking for it.
        SentAnyway = "sent_anyway",
        /// A communication was worked off with the filter set aside.
        FilterSetAside = "filter_set_aside",
        /// Other roles see clients' phones whole.
        PhonesShown = "phones_shown",
        /// Somebody answers chats as another employee of UIS.
        OperatorChosen = "operator_chosen",
    }
}

/// Who did it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// How he came in.
    pub kind: ActorKind,
    /// His e-mail, the token's label, or the name at the terminal.
    pub name: String,
}

impl Actor {
    /// Whoever is at the server's terminal.
    pub fn terminal(name: impl Into<String>) -> Self {
        Self { kind: ActorKind::Terminal, name: name.into() }
    }

    /// A person who signed in.
    pub fn person(person: &super::Person) -> Self {
        Self { kind: ActorKind::Person, name: person.email.to_string() }
    }

    /// Whoever holds a token.
    pub fn token(token: &ApiToken) -> Self {
        Self { kind: ActorKind::Token, name: token.label.clone() }
    }
}

/// A change to write down.
#[derive(Debug, Clone, PartialEq)]
pub struct NewEntry {
    /// When.
    pub at: Timestamp,
    /// Who.
    pub actor: Actor,
    /// What.
    pub action: Action,
    /// What it was done to: an e-mail, a label, a connection's name.
    pub subject: String,
    /// How it was before, without secrets; `null` when there was nothing.
    pub before: Value,
    /// How it is now, without secrets.
    pub after: Value,
}

/// A change that was written down.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditEntry {
    /// Its number.
    pub id: i64,
    /// The change.
    pub entry: NewEntry,
}

/// Which changes to list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AuditQuery {
    /// Of this thing only.
    pub subject: Option<String>,
    /// Older than this entry.
    pub before: Option<i64>,
    /// At most so many, 1 to 200.
    pub limit: u32,
}

/// A page of changes.
#[derive(Debug, Clone, PartialEq)]
pub struct AuditPage {
    /// The newest first.
    pub items: Vec<AuditEntry>,
    /// Where the next page begins; `None` on the last one.
    pub next: Option<i64>,
}

impl People {
    /// Writes down a change that was stored elsewhere.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn record(
        &self,
        actor: Actor,
        action: Action,
        subject: impl Into<String>,
        before: Value,
        after: Value,
    ) -> Result<(), PeopleError> {
        Ok(self.store.record(self.entry(actor, action, subject, before, after)).await?)
    }

    /// Who changed what, the newest first.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn audit(&self, query: AuditQuery) -> Result<AuditPage, PeopleError> {
        Ok(self.store.audit(query).await?)
    }

    pub(super) fn entry(
        &self,
        actor: Actor,
        action: Action,
        subject: impl Into<String>,
        before: Value,
        after: Value,
    ) -> NewEntry {
        let at = self.clock.now();
        NewEntry { at, actor, action, subject: subject.into(), before, after }
    }
}
