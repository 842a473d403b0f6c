//! The REST API of Planfix, version 2 (`https://ACCOUNT.planfix.ru/rest/`).
//!
//! Sources: Planfix help «REST API. Введение», «Ограничения», and the official OpenAPI file 1.3.4.
//! What this client takes care of, so that nobody further in has to:
//! * every request waits for its turn in the account's [`Budget`];
//! * lists bring only the fields asked for, 100 rows a page, without a total;
//! * a filter the server does not understand is not an error there: it answers with *all* rows, so
//!   rows found are checked again on our side ([`crate::codes::FILTER`]);
//! * ids are numbers or `contact:5`, flags are booleans or 0/1, and one odd value spoils only itself;
//! * definitions (fields, templates, objects, statuses, users) and contacts by phone are kept for ten
//!   minutes, and forgotten when Planfix says that something named is gone or wrong.

mod answer;
mod caches;
mod comments;
mod contact_emails;
mod contact_search;
mod contact_trace;
mod contact_write;
mod contacts;
mod data_tags;
mod fields;
mod filters;
mod objects;
mod page;
mod ping;
mod refusal;
mod statuses;
mod task_search;
mod task_write;
mod tasks;
mod templates;
mod time_point;
mod users;
mod values;
mod wire;

use std::sync::Arc;
use std::time::Duration;

use ambient::Clock;
use domain::Failure;
use secrecy::SecretString;
use upstream::{Budget, Http, Priority, Sight};
use url::Url;

use answer::Answer;
use caches::Caches;
use wire::{Call, Wire};

pub use answer::{Applied, FieldRefusal};
pub use comments::{Comment, CommentId, NewComment};
pub use contact_trace::ContactTrace;
pub use contacts::{CONTACT_FIELDS, Contact};
pub use data_tags::{DataTag, DataTagEntry, DataTagId};
pub use fields::Field;
pub use objects::TaskObject;
pub use page::{MAX_SEARCH_PAGES, PAGE_SIZE};
pub use statuses::{ProcessId, Status};
pub use task_search::{TaskPage, TaskTrace};
pub use tasks::{TASK_FIELDS, Task};
pub use templates::{Process, Template};
pub use time_point::TimePoint;
pub use users::User;
pub use values::FieldValues;

/// Where an account's REST API is and how to enter it.
#[derive(Debug, Clone)]
pub struct Account {
    /// The address as the administrator entered it, e.g. `https://romashka.planfix.ru/rest/`.
    pub url: Url,
    /// The token of the robot or employee in whose name we act.
    pub token: SecretString,
    /// How long one exchange may take. Lists of a large account take many seconds.
    pub deadline: Duration,
}

/// The client of one account.
#[derive(Debug)]
pub struct Rest {
    wire: Wire,
    caches: Caches,
}

impl Rest {
    /// A client. All clients of one account share its budget.
    pub fn new(
        http: Http,
        account: Account,
        budget: Arc<dyn Budget>,
        clock: Arc<dyn Clock>,
    ) -> Self {
        Self { caches: Caches::new(&clock), wire: Wire::new(http, account, budget, clock) }
    }

    /// With a place to note how the exchanges went.
    #[must_use]
    pub fn seen_by(mut self, sight: Sight) -> Self {
        self.wire.sight = sight;
        self
    }

    /// Forgets everything kept, so that the next reads show the account as it is now.
    pub fn forget(&self) {
        self.caches.clear();
    }

    async fn call(&self, call: Call, priority: Priority) -> Result<Answer, Failure> {
        let outcome = self.wire.call(call, priority).await;
        if let Err(failure) = &outcome {
            self.caches.heed(failure);
        }
        outcome
    }
}
