//! Offices: work that one process does at a time, of all that stand on the same store.
//!
//! Who holds an office holds it for a term and renews it; when he is gone, the term runs out and somebody
//! else takes it. Who stops in good order resigns, and it is free at once.

use std::sync::Arc;

use ambient::Clock;
use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::engine::after;
use crate::store::{Record, Store, StoreError};
use crate::stored::values::from_json_value;

/// An office.
#[derive(Clone)]
pub struct Office {
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    name: String,
    term: SignedDuration,
}

impl Office {
    /// The office of a name (`duties`), held for terms of such a length.
    pub fn new(
        store: Arc<dyn Store>,
        clock: Arc<dyn Clock>,
        name: &str,
        term: SignedDuration,
    ) -> Self {
        Self { store, clock, name: format!("office/{name}"), term }
    }

    /// Takes the office for `holder`, a name that no other taking has; `None` while somebody else holds it.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn take(&self, holder: &str) -> Result<Option<Tenure>, StoreError> {
        let tenure = Tenure { office: self.clone(), holder: holder.to_owned() };
        Ok(tenure.renew().await?.then_some(tenure))
    }
}

/// An office that is held.
pub struct Tenure {
    office: Office,
    holder: String,
}

/// Who holds an office, as it is stored.
#[derive(Serialize, Deserialize)]
struct Held {
    holder: String,
    until: Timestamp,
}

impl Tenure {
    /// Holds the office for another term; `false` when it was lost.
    ///
    /// # Errors
    /// When the store fails.
    pub async fn renew(&self) -> Result<bool, StoreError> {
        let Office { store, clock, name, term } = &self.office;
        loop {
            let record = store.record(name).await?;
            let now = clock.now();
            if self.held_by_another(record.as_ref(), now)? {
                return Ok(false);
            }
            let until = after(now, *term);
            let mine = json!(Held { holder: self.holder.clone(), until });
            let over = record.map(|record| record.version);
            if store.swap_record(name, over, &mine).await? {
                return Ok(true);
            }
        }
    }

    /// Holds the office until it is lost: to another, or because the store did not answer for a term.
    pub async fn keep(&self) {
        let Office { clock, term, .. } = &self.office;
        let mut until = after(clock.now(), *term);
        loop {
            clock.sleep(*term / 3).await;
            let begun = clock.now();
            match self.renew().await {
                Ok(true) => until = after(begun, *term),
                Ok(false) => return,
                Err(error) if clock.now() < until => {
                    tracing::warn!(office = self.office.name, %error, "not renewed, tried again");
                }
                Err(error) => {
                    tracing::error!(office = self.office.name, %error, "given up");
                    return;
                }
            }
        }
    }

    /// Gives the office back, so that another may take it at once.
    ///
    /// # Errors
    /// When the store fails; then the term runs out.
    pub async fn resign(self) -> Result<(), StoreError> {
        let Office { store, clock, name, .. } = &self.office;
        let record = store.record(name).await?;
        let now = clock.now();
        if self.held_by_another(record.as_ref(), now)? {
            return Ok(());
        }
        let free = json!(Held { holder: self.holder.clone(), until: now });
        // somebody who was faster has made it his already
        store.swap_record(name, record.map(|record| record.version), &free).await?;
        Ok(())
    }

    fn held_by_another(&self, record: Option<&Record>, now: Timestamp) -> Result<bool, StoreError> {
        let Some(record) = record else { return Ok(false) };
        let held: Held = from_json_value(&record.value)?;
        Ok(held.holder != self.holder && held.until > now)
    }
}
