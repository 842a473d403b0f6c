//! Looking after the connections.

use std::sync::Arc;

use cabinet::alerts::AlertSettings;
use domain::Failure;
use domain::alerts::{self, Cause, Word};
use jiff::{SignedDuration, Timestamp};
use tokio::task::JoinSet;

use super::ledger::{Channel, Ledger};
use super::message::Message;
use super::{Alerts, cause};
use crate::health::ConnectionHealth;
use crate::reach::probe_idle;
use crate::stored::{no_cabinet, not_stored};

/// Why something was given up is looked for so far back.
const TROUBLES: SignedDuration = SignedDuration::from_hours(24);

impl Alerts {
    /// Asks the sides of connections that nobody has asked for a while, all at once.
    pub async fn probe(&self) {
        let now = self.clock.now();
        let (listed, seen) = match (self.health.all().await, self.accounts.reach.all().await) {
            (Ok(listed), Ok(seen)) => (listed, seen),
            (Err(error), _) => return tracing::warn!(%error, "nobody is probed"),
            (_, Err(error)) => return tracing::warn!(%error, "nobody is probed"),
        };
        let mut probes = JoinSet::new();
        for one in listed {
            let id = one.listed.head.id;
            let Ok(account) = self.accounts.get(id).await else { continue };
            let (accounts, seen) =
                (Arc::clone(&self.accounts), seen.get(&id).cloned().unwrap_or_default());
            probes.spawn(async move { probe_idle(&accounts, account, &seen, now).await });
        }
        probes.join_all().await;
    }

    /// Looks at every connection and plans what people are told.
    pub(super) async fn watch(&self, settings: &AlertSettings) -> Result<(), Failure> {
        let now = self.clock.now();
        let health = self.health.all().await.map_err(no_cabinet)?;
        let since = now.saturating_sub(TROUBLES).unwrap_or(Timestamp::MIN);
        let troubles = self.store.troubles(since).await.map_err(not_stored)?;
        let patience = SignedDuration::from_mins(i64::from(settings.stuck_after_minutes));
        let found: Vec<(ConnectionHealth, Option<Cause>)> = health
            .into_iter()
            .map(|one| {
                let cause = cause::of(&one, &troubles, patience, now);
                (one, cause)
            })
            .collect();
        let channels = channels(settings);
        self.revise(|ledger| {
            ledger.forget_unused(&channels);
            for (health, cause) in &found {
                if settings.muted.contains(&health.listed.head.name) {
                    ledger.broken.remove(&health.listed.head.id.0);
                } else {
                    look_at(ledger, health, cause.clone(), &channels, now);
                }
            }
        })
        .await?;
        Ok(())
    }
}

fn look_at(
    ledger: &mut Ledger,
    health: &ConnectionHealth,
    found: Option<Cause>,
    channels: &[Channel],
    now: Timestamp,
) {
    let id = health.listed.head.id.0;
    let known = ledger.broken.remove(&id);
    let since = known.as_ref().map_or(now, |known| known.since);
    let (next, word) = alerts::look(known, found.clone(), !channels.is_empty(), now);
    if let Some(next) = next {
        ledger.broken.insert(id, next);
    }
    if let Some(word) = word {
        ledger.plan(&message(health, word, since, found, now), channels);
    }
}

fn message(
    health: &ConnectionHealth,
    word: Word,
    since: Timestamp,
    cause: Option<Cause>,
    at: Timestamp,
) -> Message {
    let zone =
        health.settings.as_ref().ok().and_then(|connection| {
            connection.settings.timezone.zone().iana_name().map(str::to_owned)
        });
    Message {
        word: Some(word),
        connection: health.listed.head.name.to_string(),
        title: health.listed.title.clone(),
        since,
        at,
        cause,
        zone: zone.unwrap_or_else(|| "UTC".to_owned()),
    }
}

/// The channels that are used.
pub(super) fn channels(settings: &AlertSettings) -> Vec<Channel> {
    let mail = settings.mail.as_ref().is_some_and(|mail| mail.enabled);
    let webhook = settings.webhook.as_ref().is_some_and(|webhook| webhook.enabled);
    let all = [(mail, Channel::Mail), (webhook, Channel::Webhook)];
    all.into_iter().filter(|(used, _)| *used).map(|(_, channel)| channel).collect()
}
