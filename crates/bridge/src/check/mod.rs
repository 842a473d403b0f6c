//! Whether everything that the settings name really exists: asks both outside systems.
//!
//! One file for each kind of thing. Only enabled sections are looked at: what is switched off is not
//! used. Nothing is written anywhere.

mod analytics;
mod conditions;
mod fields;
mod named;
mod objects;
mod people;
mod planfix_chat;
mod planfix_rest;
mod planfix_telephony;
mod report;
mod statuses;
mod templates;
mod uis;
mod uis_lists;
mod wording;

use ::planfix::Rest;
use ::uis::data_api::DataApi;
use domain::Failure;
use upstream::Priority;

use crate::Account;
use named::Named;

pub use report::{Finding, Report, Subject, System, Trouble, Verdict};

/// Somebody waits for the table.
const PRIORITY: Priority = Priority::OperatorAction;

/// What Planfix should have been told about us.
#[derive(Debug, Clone)]
pub struct Ourselves {
    /// The address of the hook `planfix_telephony`: «Адрес АТС».
    pub pbx_url: String,
}

/// Checks a connection.
pub async fn check(account: &Account, ourselves: &Ourselves) -> Report {
    let mut report = Report::default();
    let settings = &account.settings;
    let named = Named::of(settings);

    let rest = planfix_rest::check(account, &mut report).await;
    planfix_telephony::check(account, ourselves, &mut report).await;
    planfix_chat::check(account, &mut report).await;
    let uis = uis::check(account, &mut report).await;

    objects::check(&rest, &named.objects, &mut report).await;
    statuses::check(&rest, &settings.deals, &mut report).await;
    analytics::check(&uis, &settings.deals, &mut report).await;
    templates::check(&rest, &named.contact_templates, &mut report).await;
    fields::check(&rest, &named, &mut report).await;
    people::check_planfix(&rest, &named.planfix_users, &mut report).await;
    people::check_uis(&uis, &named.uis_employees, &mut report).await;
    conditions::check(&uis, &named.values, &mut report).await;
    report
}

/// Checks only whether Planfix's telephony lets us in and knows us.
pub async fn check_telephony(account: &Account, ourselves: &Ourselves) -> Report {
    let mut report = Report::default();
    planfix_telephony::check(account, ourselves, &mut report).await;
    report
}

/// The REST client, or why it is of no use.
type RestDoor<'a> = Result<&'a Rest, Failure>;

/// The Data API client, or why it is of no use.
type UisDoor<'a> = Result<&'a DataApi, Failure>;
