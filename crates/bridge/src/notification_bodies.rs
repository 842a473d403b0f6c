//! The texts to paste into UIS, one for each notification.

use domain::text::Lang;
use uis::notifications::bodies;

/// A text to paste.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotificationBody {
    /// Our word for the event.
    pub event: &'static str,
    /// The body.
    pub body: String,
    russian: String,
    english: String,
}

impl NotificationBody {
    /// Where to paste it.
    pub fn place(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian.clone(),
            Lang::En => self.english.clone(),
        }
    }
}

/// All of them, in the order of a call's life.
pub fn all() -> Vec<NotificationBody> {
    let bodies = bodies::all().into_iter();
    bodies
        .map(|one| NotificationBody {
            event: one.event.key(),
            body: one.text(),
            russian: one.where_russian(),
            english: one.where_english(),
        })
        .collect()
}
