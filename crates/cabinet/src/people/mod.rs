//! People who sign in to the cabinet: their accounts, passwords, sessions, and what they changed.

mod accounts;
mod attempts;
mod audit;
mod email;
mod entry;
mod error;
mod password;
mod sessions;
mod setup;
mod sign_in;
mod store;

use std::sync::Arc;

use ambient::{Clock, Entropy};
use tokio::sync::Semaphore;

pub use audit::{Action, Actor, ActorKind, AuditEntry, AuditPage, AuditQuery, NewEntry};
pub use email::{Email, EmailError};
pub use error::{PeopleError, SignInError};
pub use password::{Password, PasswordError, PasswordHash};
pub use sessions::{NewSession, Session, SessionId, SignedIn, page_key};
pub use store::{Changed, NewPerson, PeopleStore, Person, PersonId};

/// The people of this installation. A clone is another handle to the same.
#[derive(Clone)]
pub struct People {
    store: Arc<dyn PeopleStore>,
    clock: Arc<dyn Clock>,
    entropy: Arc<dyn Entropy>,
    /// Checked in the place of a hash that is not there, so that the time of an answer does not tell
    /// whether an e-mail is known.
    decoy: PasswordHash,
    /// How many passwords may be hashed at once.
    hashers: Arc<Semaphore>,
}

/// argon2 takes 19 MiB for each password, and everybody may have one hashed by trying to sign in.
const HASHERS: usize = 4;

impl People {
    /// The people in the store.
    pub fn new(
        store: Arc<dyn PeopleStore>,
        clock: Arc<dyn Clock>,
        entropy: Arc<dyn Entropy>,
    ) -> Self {
        let hashers = Arc::new(Semaphore::new(HASHERS));
        Self { store, clock, entropy, decoy: PasswordHash::decoy(), hashers }
    }
}
