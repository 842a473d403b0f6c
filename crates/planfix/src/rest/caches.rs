//! What the client keeps.

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::ids::{ContactId, FieldId};
use domain::phone::Phone;
use jiff::SignedDuration;
use serde_json::Value;
use upstream::Priority;

use super::page::rows_of;
use super::wire::Call;
use super::{Contact, Rest};
use crate::cache::Cache;
use crate::codes;

/// How long anything is kept.
const LIVES: SignedDuration = SignedDuration::from_mins(10);

/// How many phones are remembered.
const PHONES: usize = 10_000;

/// How many lists of definitions are remembered: a dozen kinds, and the statuses of each object.
const LISTS: usize = 1_000;

/// A search for contacts by phone.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub(super) struct PhoneQuestion {
    pub(super) phone: Phone,
    pub(super) companies: bool,
    /// The part of the number that is searched for.
    pub(super) part: String,
    pub(super) fields: Vec<FieldId>,
}

#[derive(Debug)]
pub(super) struct Caches {
    /// Whole lists of definitions, by what is asked.
    definitions: Cache<String, Arc<Vec<Value>>>,
    /// Contacts found; that nobody was found is not kept, for Planfix makes contacts by itself.
    pub(super) contacts: Cache<PhoneQuestion, Vec<Contact>>,
}

impl Caches {
    pub(super) fn new(clock: &Arc<dyn Clock>) -> Self {
        Self {
            definitions: Cache::new(Arc::clone(clock), LIVES, LISTS),
            contacts: Cache::new(Arc::clone(clock), LIVES, PHONES)
                .keeping(|found: &Vec<Contact>| !found.is_empty()),
        }
    }

    pub(super) fn clear(&self) {
        self.definitions.clear();
        self.contacts.clear();
    }

    pub(super) fn forget_contact(&self, id: ContactId) {
        self.contacts.forget_where(|_, found| found.iter().any(|contact| contact.id == id));
    }

    /// Something named is gone (1000, 2000, …) or not accepted (41): what we know is out of date.
    pub(super) fn heed(&self, failure: &Failure) {
        if failure.code == codes::MISSING || failure.code == codes::VALUE {
            self.clear();
        }
    }
}

/// How a list of definitions is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Paged {
    /// Page by page.
    Yes,
    /// At once.
    No,
}

impl Rest {
    /// A list of definitions, kept.
    pub(super) async fn known(
        &self,
        call: Call,
        key: &'static str,
        paged: Paged,
        priority: Priority,
    ) -> Result<Arc<Vec<Value>>, Failure> {
        self.caches
            .definitions
            .get_or_load(&question(&call), priority, || async {
                let rows = match paged {
                    Paged::Yes => self.all_pages(&call, key, priority).await?,
                    Paged::No => rows_of(self.call(call, priority).await?.body, key),
                };
                Ok(Arc::new(rows))
            })
            .await
    }

    /// A list of definitions as it was last read, however long ago; costs no request.
    pub(super) fn recalled(&self, call: &Call) -> Option<Arc<Vec<Value>>> {
        self.caches.definitions.recall(&question(call))
    }
}

fn question(call: &Call) -> String {
    format!("{call} {:?} {:?}", call.query, call.body)
}
