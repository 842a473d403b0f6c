//! Readers of single values.

use serde_json::Value;
use url::Url;

use super::super::problem::{Expected, ProblemKind};
use super::super::{Secret, Timezone};
use super::Cursor;
use crate::flow::Flow;
use crate::ids::{ConnectionName, PlanfixUserId};
use crate::phone::Phone;
use crate::templates::Template;
use crate::text::nearest;
use crate::variables;

/// `true` or `false`.
pub(in super::super) fn flag(cursor: &Cursor<'_>) -> Option<bool> {
    cursor.value.as_bool().or_else(|| cursor.expected(Expected::Flag))
}

/// Text that is not blank, trimmed.
pub(in super::super) fn text(cursor: &Cursor<'_>) -> Option<String> {
    match cursor.value.as_str().map(str::trim) {
        Some("") => cursor.fail(ProblemKind::Required { because: None }),
        Some(text) => Some(text.to_owned()),
        None => cursor.expected(Expected::Text),
    }
}

/// Text, or a number that stands for one: YAML reads an unquoted `74950236854` or `101` as a number.
pub(in super::super) fn label(cursor: &Cursor<'_>) -> Option<String> {
    match cursor.value {
        Value::Number(number) => Some(number.to_string()),
        _ => text(cursor),
    }
}

/// A whole positive number, taken into its newtype.
pub(in super::super) fn id<T>(make: fn(i64) -> T) -> impl Fn(&Cursor<'_>) -> Option<T> {
    move |cursor| match cursor.value.as_i64() {
        Some(number) if number > 0 => Some(make(number)),
        _ => cursor.expected(Expected::Id),
    }
}

/// A Planfix employee, `user:3`.
pub(in super::super) fn planfix_user(cursor: &Cursor<'_>) -> Option<PlanfixUserId> {
    let text = match cursor.value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => return cursor.expected(Expected::PlanfixUser),
    };
    text.parse().ok().or_else(|| cursor.expected(Expected::PlanfixUser))
}

/// A phone number.
pub(in super::super) fn phone(cursor: &Cursor<'_>) -> Option<Phone> {
    Phone::parse(&label(cursor)?).or_else(|| cursor.fail(ProblemKind::BadPhone))
}

/// An http(s) address with a host.
pub(in super::super) fn url(cursor: &Cursor<'_>) -> Option<Url> {
    match Url::parse(&text(cursor)?) {
        Ok(url) if matches!(url.scheme(), "http" | "https") && url.has_host() => Some(url),
        _ => cursor.fail(ProblemKind::BadUrl),
    }
}

/// A secret; an empty one is the same as none.
pub(in super::super) fn secret(cursor: &Cursor<'_>) -> Option<Secret> {
    match cursor.value {
        Value::String(text) => Secret::parse(text),
        _ => cursor.expected(Expected::Text),
    }
}

/// A connection's name.
pub(in super::super) fn connection_name(cursor: &Cursor<'_>) -> Option<ConnectionName> {
    ConnectionName::parse(&text(cursor)?).ok().or_else(|| cursor.fail(ProblemKind::BadName))
}

/// A time zone of the IANA list.
pub(in super::super) fn timezone(cursor: &Cursor<'_>) -> Option<Timezone> {
    let name = text(cursor)?;
    Timezone::parse(&name).or_else(|| {
        let nearest = Timezone::nearest(&name);
        cursor.fail(ProblemKind::BadTimezone { nearest })
    })
}

/// A template over the variables of the flow.
pub(in super::super) fn template(flow: Flow) -> impl Fn(&Cursor<'_>) -> Option<Template> {
    move |cursor| match Template::parse(&text(cursor)?, flow) {
        Ok(template) => Some(template),
        Err(error) => cursor.fail(ProblemKind::Template(error)),
    }
}

/// The name of a variable that at least one of the flows has.
pub(in super::super) fn variable(
    flows: &'static [Flow],
) -> impl Fn(&Cursor<'_>) -> Option<&'static str> {
    move |cursor| {
        let got = text(cursor)?;
        let known = variables::find(&got)
            .filter(|variable| flows.iter().any(|flow| variable.origin(*flow).is_some()));
        if let Some(variable) = known {
            return Some(variable.name);
        }
        let nearest = variables::nearest_to(&got, flows).map(str::to_owned);
        cursor.fail(ProblemKind::UnknownVariable { got, nearest })
    }
}

/// A setting that is one of a few words.
pub(in super::super) trait Words: Copy + PartialEq + 'static {
    /// The words and what they mean.
    const WORDS: &'static [(&'static str, Self)];

    /// The word of the settings file.
    fn word(self) -> &'static str {
        let of_self = Self::WORDS.iter().find(|(_, meaning)| *meaning == self);
        of_self.map_or("", |(word, _)| word)
    }
}

/// One of a few words.
pub(in super::super) fn choice<T: Words>(cursor: &Cursor<'_>) -> Option<T> {
    let got = text(cursor)?;
    if let Some((_, meaning)) = T::WORDS.iter().find(|(word, _)| *word == got) {
        return Some(*meaning);
    }
    let words = || T::WORDS.iter().map(|(word, _)| *word);
    let nearest = nearest(&got, words()).map(str::to_owned);
    cursor.fail(ProblemKind::NotAllowed {
        got,
        allowed: words().map(str::to_owned).collect(),
        nearest,
    })
}
