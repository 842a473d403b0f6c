//! Finding out whether a write of unknown result was carried out.

use domain::Failure;
use domain::chats::MessageSource;
use engine::Found;
use engine::model::Effect;
use jiff::SignedDuration;
use serde_json::json;

use super::{ChatEffect, Saying};
use crate::accounts::Account;
use crate::chats::{Enclosed, mirror};
use crate::entities;

/// The report's clock and ours differ a little.
const BLUR: SignedDuration = SignedDuration::from_mins(2);

/// Looks for the write's trace. A message is looked for in the report of messages: by its text, its author
/// and its time. Handing over and closing only set a state, and a second time changes nothing.
pub(in crate::chats) async fn look(
    account: &Account,
    effect: &Effect,
    write: &ChatEffect,
) -> Result<Found, Failure> {
    match write {
        ChatEffect::Say { saying } => look_for_message(account, effect, saying).await,
        ChatEffect::Mirror(write) => mirror::look(account, effect, write).await,
        ChatEffect::Entity(entity) => entities::look(account, effect, entity).await,
        ChatEffect::Transfer { .. } | ChatEffect::Close { .. } => Ok(Found::NotDone),
    }
}

async fn look_for_message(
    account: &Account,
    effect: &Effect,
    saying: &Saying,
) -> Result<Found, Failure> {
    let zone = account.settings.timezone.zone();
    let rows = account.data_api()?.chat_messages(&[saying.place.chat], zone).await?;
    let since = effect.planned_at - BLUR;
    let ours = rows.into_iter().rev().find(|row| {
        let by_us = row.employee.as_ref().is_some_and(|one| one.id == saying.operator)
            && !matches!(row.source, Some(MessageSource::Visitor));
        by_us
            && row.text.as_deref().unwrap_or_default().trim() == saying.text.trim()
            && row.at.is_none_or(|at| at.at >= since)
            && is_same_file(row.file.as_ref().and_then(|file| file.name.as_deref()), saying)
    });
    Ok(ours.map_or(Found::NotDone, |row| Found::Done(json!({ "message": row.id }))))
}

/// Whether the message shows the file that it was to show, as far as UIS tells names.
fn is_same_file(told: Option<&str>, saying: &Saying) -> bool {
    let ours = saying.attachment.as_ref().and_then(Enclosed::name);
    told.zip(ours).is_none_or(|(told, ours)| told == ours)
}
