//! Leads («Заявки»): what visitors of the company's sites leave in its forms.

mod row;

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::Uis;
use super::calls::{Row, SessionId};
use super::notify::Kind;
use super::script::{Event, Notification, Step};
use super::settings::ReportLag;
use super::state::State;

/// A form as a visitor sends it.
///
/// ```
/// use sandbox::uis::Lead;
///
/// let lead = Lead::of("Ольга").phone("79031234567").says("Нужен букет на завтра");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lead {
    /// How the visitor calls himself.
    pub name: Option<String>,
    /// His number, E.164 digits.
    pub phone: Option<String>,
    /// His e-mail.
    pub email: Option<String>,
    /// What he writes.
    pub text: Option<String>,
    /// Domain of the site; the campaign's site, else the main one, when left out.
    pub site: Option<String>,
    /// `form_name`; the usual form when left out.
    pub form: Option<String>,
    /// The advertising campaign that brought him.
    pub campaign: Option<String>,
    /// Columns of the report with values of their own.
    pub columns: Row,
}

/// A lead as UIS holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportedLead {
    /// `communication_id`.
    pub communication: u64,
    /// When it was left.
    pub left_at: Timestamp,
    /// From when the report shows it; `None` = never.
    pub visible_from: Option<Timestamp>,
    /// Its row in `get.offline_messages_report`.
    pub row: Row,
}

impl Lead {
    /// Somebody of this name leaves a lead: the beginning of a sentence.
    pub fn of(name: &str) -> Self {
        Self { name: Some(name.to_owned()), ..Self::default() }
    }

    /// Somebody who does not say his name.
    pub fn of_nobody() -> Self {
        Self::default()
    }

    /// With this number.
    #[must_use]
    pub fn phone(mut self, digits: &str) -> Self {
        self.phone = Some(digits.to_owned());
        self
    }

    /// With this e-mail.
    #[must_use]
    pub fn email(mut self, email: &str) -> Self {
        self.email = Some(email.to_owned());
        self
    }

    /// Writing this.
    #[must_use]
    pub fn says(mut self, text: &str) -> Self {
        self.text = Some(text.to_owned());
        self
    }

    /// On the site of this domain.
    #[must_use]
    pub fn on(mut self, site: &str) -> Self {
        self.site = Some(site.to_owned());
        self
    }

    /// In the form of this name.
    #[must_use]
    pub fn in_form(mut self, form: &str) -> Self {
        self.form = Some(form.to_owned());
        self
    }

    /// Brought by the advertising campaign of this name.
    #[must_use]
    pub fn from_campaign(mut self, campaign: &str) -> Self {
        self.campaign = Some(campaign.to_owned());
        self
    }

    /// With this value in a column of the report.
    #[must_use]
    pub fn with(mut self, column: &str, value: impl Into<Value>) -> Self {
        self.columns.insert(column.to_owned(), value.into());
        self
    }

    /// By what UIS recognises him: his number, else his e-mail.
    fn person(&self) -> Option<&str> {
        self.phone.as_deref().or(self.email.as_deref())
    }
}

impl State {
    /// Turns a lead into steps that begin at `left_at`: it is left, and told of by a notification where
    /// the customer's site sends one.
    fn compile_lead(&mut self, lead: &Lead, left_at: Timestamp) -> Vec<Step> {
        let communication = self.ids.lead;
        self.ids.lead += 1;
        let number = lead.person().map(str::to_owned).map_or(1, |person| self.meet(person));
        let row = row::of(lead, communication, number, left_at, self);
        let session = SessionId(communication);
        let told = Notification { kind: Kind::Lead, session, variables: row.clone() };
        let left = ReportedLead { communication, left_at, visible_from: None, row };
        vec![Step::first(Event::Left(Box::new(left))), Step::first(Event::Notifies(Box::new(told)))]
    }

    /// A lead is there: after the lag the report shows it.
    pub(super) fn leave(&mut self, mut lead: ReportedLead, now: Timestamp) {
        lead.visible_from = match self.settings.lead_lag {
            ReportLag::Secs(secs) => now.checked_add(SignedDuration::from_secs(secs)).ok(),
            ReportLag::Never => None,
        };
        self.leads.push(lead);
    }
}

impl Uis {
    /// The steps of a lead that is left now.
    pub fn lead_steps(&self, lead: &Lead) -> Vec<Step> {
        let now = self.clock.now();
        self.lock().compile_lead(lead, now)
    }

    /// Lets a visitor leave a lead; a notification of it has been answered when this returns. Gives its
    /// `communication_id`.
    pub async fn leave(&self, lead: &Lead) -> u64 {
        let steps = self.lead_steps(lead);
        let communication = steps.first().map_or(0, |step| step.event.session().0);
        for step in steps {
            self.perform(step).await;
        }
        communication
    }

    /// The leads so far, oldest first, whether the report shows them yet or not.
    pub fn leads(&self) -> Vec<ReportedLead> {
        self.lock().leads.clone()
    }
}
