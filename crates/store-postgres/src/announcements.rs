//! Telling the other nodes that something has changed, by `NOTIFY`: a hint that saves them from waiting
//! for their next look. It may get lost, and nothing leans on it.
//!
//! Behind a pooler nobody listens: `LISTEN` would stay with a connection that goes on to somebody else,
//! who then hears what he did not ask for.

use std::sync::Arc;

use ambient::{Clock as _, Entropy as _, SystemClock, SystemEntropy};
use jiff::SignedDuration;
use sqlx::postgres::{PgListener, PgPoolOptions};
use sqlx::{PgPool, Row as _};
use tokio::sync::Notify;
use tokio::task::JoinHandle;

use crate::error::{OrBroken, Result};
use crate::session::{Session, WRITE};

/// The channel's name.
const CHANNEL: &str = "svyazka";
/// The setting by which a server is known from a pooler.
const DIRECT: &str = "svyazka.direct";
const ASK_DIRECT: &str = "SELECT current_setting('svyazka.direct', TRUE)";
/// How `PgBouncer` refuses a setting it does not know: `08P01`, protocol violation.
const REFUSED: &str = "08P01";
/// How soon listening is begun again after it broke off.
const AGAIN: SignedDuration = SignedDuration::from_secs(5);

/// What this node says and hears.
#[derive(Debug)]
pub(crate) struct Announcements {
    said: Arc<Notify>,
    heard: Arc<Notify>,
    tasks: [JoinHandle<()>; 2],
}

impl Announcements {
    /// Begins to listen and to speak.
    pub(crate) fn start(pool: &PgPool) -> Arc<Self> {
        let (said, heard) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
        let own = own_name();
        let options = pool.connect_options().as_ref().clone().options([(DIRECT, "yes")]);
        let ear = PgPoolOptions::new().max_connections(1).connect_lazy_with(options);
        let listening = tokio::spawn(listen(ear, own.clone(), Arc::clone(&heard)));
        let speaking = tokio::spawn(speak(pool.clone(), own, Arc::clone(&said)));
        Arc::new(Self { said, heard, tasks: [listening, speaking] })
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
        match is_direct(&ear).await {
            Ok(true) => {
                if let Err(error) = listen_until_broken(&ear, &own, &heard).await {
                    tracing::debug!(%error, "the other nodes are not heard for a while");
                }
            }
            Ok(false) => {
                tracing::info!("behind a pooler: the other nodes' news is polled for");
                return;
            }
            Err(error) => tracing::debug!(%error, "the database does not let us listen"),
        }
        SystemClock.sleep(AGAIN).await;
    }
}

/// Whether we speak with the server itself: it knows a setting that came with the connection. A pooler
/// refuses such a setting, or keeps it to itself.
async fn is_direct(ear: &PgPool) -> std::result::Result<bool, sqlx::Error> {
    match sqlx::raw_sql(ASK_DIRECT).fetch_one(ear).await {
        Ok(row) => Ok(row.try_get::<Option<&str>, _>(0)? == Some("yes")),
        Err(sqlx::Error::Database(refused)) if refused.code().as_deref() == Some(REFUSED) => {
            Ok(false)
        }
        Err(error) => Err(error),
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
    let mut session = Session::begin(pool, WRITE).await?;
    let said = sqlx::query!("SELECT pg_notify($1, $2)", CHANNEL, own).execute(&mut session).await;
    session.finish(said.or_broken()).await?;
    Ok(())
}
