//! Looking for a call in the client's history: the data tags «Звонок» and «Пропущенный звонок» that
//! Planfix's telephony app writes into the contact's card.
//!
//! The entries do not carry the call's id, so they are compared by number, length and moment. The names
//! of the fields are those of Planfix's help («Звонок», «Учёт пропущенных звонков»).

use domain::Failure;
use domain::calls::{Card, CardStage};
use domain::failure::Code;
use domain::ids::FieldId;
use domain::phone::Phone;
use engine::Found;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use planfix::rest::{DataTag, DataTagEntry};
use serde_json::Value;
use upstream::Priority;

use crate::accounts::Account;

/// Planfix's data tags of the call history are not there, so nothing can be looked for.
const NO_HISTORY: Code = Code::new("PF-NO-HISTORY");

/// Entries show whole minutes, and clocks differ a little.
const BLUR: SignedDuration = SignedDuration::from_secs(90);

/// Whether the history shows the call's end.
pub(super) async fn look(
    account: &Account,
    card: &Card,
    planned_at: Timestamp,
) -> Result<Found, Failure> {
    let rest = account.rest()?;
    let Some(phone) = Phone::parse(&card.phone) else { return Ok(Found::NotDone) };
    let contacts = rest.contacts_by_phone(&phone, &[], Priority::LiveCall).await?;
    // without a contact there is no card into which anything could have been written
    let Some(contact) = contacts.first() else { return Ok(Found::NotDone) };
    let wanted = Wanted {
        phone,
        seconds: match card.stage {
            CardStage::Talked { seconds, .. } => Some(seconds),
            _ => None,
        },
        since: planned_at - BLUR,
        timezone: account.settings.timezone.zone().clone(),
    };
    let tags = rest.data_tags(Priority::LiveCall).await?;
    let tag = tags.iter().find(|tag| tag.name == wanted.tag()).ok_or_else(|| {
        let message =
            format!("В Планфиксе нет аналитики «{}»: не узнать, записан ли звонок", wanted.tag());
        Failure::permanent(NO_HISTORY, message)
    })?;
    let fields: Vec<FieldId> = tag.fields.iter().map(|field| field.id).collect();
    let entries =
        rest.contact_data_tag_entries(tag.id, contact.id, &fields, Priority::LiveCall).await?;
    let written = entries.iter().any(|entry| wanted.is(tag, entry));
    Ok(if written { Found::Done(Value::Null) } else { Found::NotDone })
}

/// What the entry must say.
struct Wanted {
    phone: Phone,
    /// Length of the talk; `None` for a call nobody talked in.
    seconds: Option<u32>,
    /// When the entry can have been written at the earliest.
    since: Timestamp,
    timezone: TimeZone,
}

impl Wanted {
    fn tag(&self) -> &'static str {
        if self.seconds.is_some() { "Звонок" } else { "Пропущенный звонок" }
    }

    fn is(&self, tag: &DataTag, entry: &DataTagEntry) -> bool {
        let value = |name: &str| {
            let field = tag.fields.iter().find(|field| field.name == name)?;
            entry.fields.get(field.id)
        };
        let number = value("Номер контакта").and_then(Value::as_str).and_then(Phone::parse);
        let same_number = number.is_some_and(|number| number.same_subscriber(&self.phone));
        let length = value("Продолжительность (сек.)").and_then(Value::as_i64);
        let same_length = self.seconds.is_none_or(|seconds| length == Some(i64::from(seconds)));
        let at = moment(value("Дата и время"), value("Дата и время"))
            .or_else(|| moment(value("Дата"), value("Время")));
        let at = at.and_then(|at| self.timezone.to_timestamp(at).ok());
        same_number && same_length && at.is_some_and(|at| at >= self.since)
    }
}

/// A moment of a date field and a time or period field.
fn moment(date: Option<&Value>, time: Option<&Value>) -> Option<jiff::civil::DateTime> {
    let date = date?.get("date")?.as_str()?;
    let time = time?;
    let time = time.get("time").or_else(|| time.get("from")?.get("time"))?.as_str()?;
    let date = Date::strptime("%d-%m-%Y", date).ok()?;
    let time = Time::strptime("%H:%M", time.get(..5)?).ok()?;
    Some(date.to_datetime(time))
}
