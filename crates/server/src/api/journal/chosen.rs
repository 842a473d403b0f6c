//! Which communications are meant.

use domain::phone::Phone;
use engine::journal::JournalQuery;
use engine::model::LaneId;
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::names::Names;
use super::words;
use crate::auth::Veil;
use crate::problem::Problem;

/// The most communications that are named one by one.
const NAMED: usize = 1000;

/// Which communications are meant: those to which everything that is said applies.
#[derive(Debug, Clone, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Chosen {
    /// Of this connection only, by name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) connection: Option<String>,
    /// Standing so only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) state: Option<words::State>,
    /// Whose phone holds these digits; the whole phone, where phones are hidden from the caller.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) phone: Option<String>,
    /// In whose client's name or title these words stand.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) name: Option<String>,
    /// Of this kind only. Without it the program's housekeeping is left out, unless `state` is `dead`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) kind: Option<words::Kind>,
    /// With this task only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) task: Option<i64>,
    /// That began at this moment or later.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(super) from: Option<Timestamp>,
    /// That began before this moment.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(value_type = Option<String>, format = DateTime)]
    pub(super) till: Option<Timestamp>,
    /// Among these only, by their numbers in the journal, 1000 at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(max_items = 1000)]
    pub(super) ids: Option<Vec<i64>>,
}

impl Chosen {
    /// The question to the journal.
    pub(super) fn query(&self, names: &Names, veil: Veil) -> Result<JournalQuery, Problem> {
        if self.ids.as_ref().is_some_and(|ids| ids.len() > NAMED) {
            return Err(Problem::bad_request(format!("ids: не больше {NAMED}")));
        }
        let (phone, whole_phone) = match &self.phone {
            None => (None, None),
            Some(text) if veil.hides() => (None, Some(whole(text)?)),
            Some(text) => (Some(digits(text)?), None),
        };
        let lanes = self.ids.as_ref().map(|ids| ids.iter().copied().map(LaneId).collect());
        Ok(JournalQuery {
            connection: self.connection.as_deref().map(|name| names.find(name)).transpose()?,
            state: self.state.map(Into::into),
            phone,
            whole_phone,
            name: self.name.as_deref().map(|text| words_of(text, veil)).transpose()?,
            kinds: words::kinds(self.kind, self.state),
            task: self.task,
            from: self.from,
            till: self.till,
            lanes,
            ..JournalQuery::default()
        })
    }
}

/// The digits of a phone. Without any the filter would let everything through.
fn digits(phone: &str) -> Result<String, Problem> {
    let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
    if digits.is_empty() {
        return Err(Problem::bad_request("phone: нужна хотя бы одна цифра"));
    }
    Ok(digits)
}

/// Who may not see phones can't find them out piece by piece.
fn whole(phone: &str) -> Result<String, Problem> {
    let digits = phone.chars().filter(char::is_ascii_digit).count();
    let phone = Phone::parse(phone).filter(|_| digits >= domain::phone::SIGNIFICANT_DIGITS);
    let phone = phone.ok_or_else(|| {
        Problem::bad_request("phone: номера от вас скрыты, поэтому нужен номер целиком")
    })?;
    Ok(phone.digits().to_owned())
}

/// Titles and names may hold phones, too.
fn words_of(name: &str, veil: Veil) -> Result<String, Problem> {
    if veil.hides() && name.chars().any(char::is_numeric) {
        return Err(Problem::bad_request(
            "name: номера от вас скрыты, поэтому искать можно только слова",
        ));
    }
    Ok(name.to_owned())
}
