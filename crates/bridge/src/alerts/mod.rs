//! Alerts: people are told once when a connection breaks, and once when it works again.
//!
//! Of several nodes one watches. What people know and what is still to be sent is one record, written before
//! anything is sent: a crash loses nothing, and doubles at most the one message that was on its way.

mod cause;
mod ledger;
mod message;
mod send;
mod watch;
mod webhook;
mod words;

use std::sync::Arc;

use ambient::Clock;
use cabinet::AlertBook;
use domain::Failure;
use engine::{Store, StoreError};
use jiff::SignedDuration;
use tokio::sync::watch::Receiver;

use crate::accounts::Accounts;
use crate::health::Health;
use crate::post::{Post, told};
use crate::stored::{no_cabinet, not_stored};

use ledger::Ledger;
pub use ledger::{Channel, Dispatch};
pub use message::Message;

/// How often is looked whether all connections work.
const LOOK: SignedDuration = SignedDuration::from_mins(1);

/// Watches over the connections and tells people.
pub struct Alerts {
    /// The settings.
    pub book: AlertBook,
    health: Health,
    accounts: Arc<Accounts>,
    store: Arc<dyn Store>,
    clock: Arc<dyn Clock>,
    owner: String,
}

/// What [`Alerts`] stand on.
pub(crate) struct Parts {
    pub(crate) book: AlertBook,
    pub(crate) health: Health,
    pub(crate) accounts: Arc<Accounts>,
    pub(crate) store: Arc<dyn Store>,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) owner: String,
}

impl Alerts {
    pub(crate) fn new(parts: Parts) -> Self {
        let Parts { book, health, accounts, store, clock, owner } = parts;
        Self { book, health, accounts, store, clock, owner }
    }

    /// Watches until told to stop. Every node writes down what it has seen of the other sides; one of them
    /// looks after all connections.
    pub async fn run(self: Arc<Self>, stop: Receiver<bool>) {
        let post = Post::new(&self.store, &self.clock, "alerts", &self.owner);
        let mut ended = stop.clone();
        tokio::select! {
            () = post.hold(stop, || self.serve()) => {}
            () = self.keep_seen() => {}
            () = told(&mut ended) => {}
        }
        self.keep_once().await;
    }

    async fn serve(&self) {
        loop {
            self.probe().await;
            if let Err(failure) = self.look().await {
                tracing::error!(%failure, "nobody looks after the connections");
            }
            self.clock.sleep(LOOK).await;
        }
    }

    async fn keep_seen(&self) {
        loop {
            self.clock.sleep(LOOK).await;
            self.keep_once().await;
        }
    }

    async fn keep_once(&self) {
        if let Err(error) = self.accounts.reach.keep().await {
            tracing::warn!(%error, "what was seen of the other sides is not kept");
        }
    }

    /// Looks at all connections once, plans what is to be told, and sends what is due.
    ///
    /// # Errors
    /// The store fails.
    pub async fn look(&self) -> Result<(), Failure> {
        let settings = self.book.settings().await.map_err(no_cabinet)?;
        self.watch(&settings).await?;
        self.send_due(&settings).await
    }

    /// What was sent lately and what is still to be sent, the newest first.
    ///
    /// # Errors
    /// The store fails.
    pub async fn dispatches(&self) -> Result<Vec<Dispatch>, StoreError> {
        let (_, ledger) = Ledger::read(&*self.store).await?;
        Ok(ledger.dispatches.into_iter().rev().collect())
    }

    /// Changes the ledger; `change` may be asked more than once.
    async fn revise(&self, change: impl Fn(&mut Ledger)) -> Result<Ledger, Failure> {
        loop {
            let (over, known) = Ledger::read(&*self.store).await.map_err(not_stored)?;
            let mut ledger = known.clone();
            change(&mut ledger);
            if ledger == known || ledger.write(&*self.store, over).await.map_err(not_stored)? {
                return Ok(ledger);
            }
        }
    }
}
