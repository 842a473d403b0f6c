//! Telling the other nodes that something has changed, by `NOTIFY`: a hint that saves them from waiting
//! for their next look. It may get lost, and nothing leans on it.
//!
//! Behind a pooler nobody listens: `LISTEN` would stay with a connection that goes on to somebody else,
//! who then hears what he did not ask for.

use std::sync::Arc;

use ambient::{Clock as _, Entropy as _, SystemClock, SystemEntropy};
use jiff::SignedDuration;
use sqlx::PgPool;
use sqlx::postgres::PgListener;
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::error::{OrBroken, Result};
use crate::session::{Names, Session, WRITE};

/// The channel's name.
const CHANNEL: &str = "svyazka";
/// How soon listening is begun again after it broke off.
const AGAIN: SignedDuration = SignedDuration::from_secs(5);

/// What this node says and hears.
#[derive(Debug)]
pub(crate) struct Announcements {
    said: Arc<Notify>,
    heard: Arc<Notify>,
    tasks: Vec<JoinHandle<()>>,
}

impl Announcements {
    /// Begins to speak, and to listen by a connection to the server itself, if there is one.
    pub(crate) fn start(pool: &PgPool, ear: Option<PgPool>) -> Arc<Self> {
        let (said, heard) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let own = own_name();
        let mut tasks = vec![tokio::spawn(speak(pool.clone(), own.clone(), Arc::clone(&said)))];
        tasks.extend(ear.map(|ear| tokio::spawn(listen(ear, own, Arc::clone(&heard)))));
        Arc::new(Self { said, heard, tasks })
    }

    /// Something has changed. Said after the commit and never waited for; a crowd of changes is said once,
    /// since notifications stand in a queue for the whole server.
    pub(crate) fn say(&self) {
        self.said.notify_one();
    }

    /// Returns when another node has said so.
    pub(crate) async fn heard(&self) {
        self.heard.notified().await;
    }
}

impl Drop for Announcements {
    fn drop(&mut self) {
        for task in &self.tasks {
            task.abort();
        }
    }
}

/// By which a node knows what it said itself.
fn own_name() -> String {
    let mut bytes = [0; 8];
    SystemEntropy.fill(&mut bytes);
    hex::encode(bytes)
}

async fn listen(ear: PgPool, own: String, heard: Arc<Notify>) {
    loop {
        if let Err(error) = listen_until_broken(&ear, &own, &heard).await {
            tracing::debug!(%error, "the other nodes are not heard for a while");
        }
        SystemClock.sleep(AGAIN).await;
    }
}

async fn listen_until_broken(
    pool: &PgPool,
    own: &str,
    heard: &Notify,
) -> std::result::Result<(), sqlx::Error> {
    let mut listener = PgListener::connect_with(pool).await?;
    listener.listen(CHANNEL).await?;
    loop {
        if listener.recv().await?.payload() != own {
            heard.notify_waiters();
        }
    }
}

async fn speak(pool: PgPool, own: String, said: Arc<Notify>) {
    loop {
        said.notified().await;
        if let Err(error) = say_once(&pool, &own).await {
            tracing::debug!(%error, "the other nodes were not told");
        }
    }
}

async fn say_once(pool: &PgPool, own: &str) -> Result<()> {
    let mut session = Session::begin(pool, WRITE, Names::None).await?;
    let said = sqlx::query!("SELECT pg_notify($1, $2)", CHANNEL, own).execute(&mut session).await;
    session.finish(said.or_broken()).await?;
    Ok(())
}
