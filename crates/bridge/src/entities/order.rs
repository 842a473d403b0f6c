//! What a lead or chat wants made of it.

use domain::clients::Client;
use domain::settings::TextRules;
use domain::templates::Variables;

/// The wish, by what is known now.
pub(crate) struct Order<'a> {
    /// The settings of its kind.
    pub(crate) rules: TextRules<'a>,
    /// Who the client is.
    pub(crate) client: &'a Client,
    /// What UIS told, by the catalogue's names.
    pub(crate) variables: &'a Variables,
    /// Whether nothing more will be told: then what is not known does not exist.
    pub(crate) complete: bool,
    /// Whether a contact is made even of somebody without a phone and an e-mail.
    pub(crate) nameless: bool,
    /// What a contact is called when its template gives nothing and the client left nothing.
    pub(crate) contact_fallback: &'a str,
    /// What a task is called when its template gives nothing.
    pub(crate) task_fallback: &'a str,
    /// The task's description, HTML; a comment in an open task that goes on.
    pub(crate) description: String,
    /// Whether UIS counts it as the client's first communication, for one who can't be recognised.
    pub(crate) primary: Option<bool>,
}
