//! One run: read both systems, decide, create who is missing.

use domain::Failure;
use domain::employees::{HeardNumber, Report, plan};
use domain::phone::{Extension, ShortNumber};
use engine::Tenure;
use planfix::Rest;
use upstream::Priority;

use super::creation::Creation;
use super::people::{of_planfix, of_uis};
use crate::accounts::Account;

/// How many short numbers a run asks Planfix about: each costs one of the account's few requests.
const QUESTIONS: usize = 20;

/// One run.
///
/// # Errors
/// One of the systems can't be read; nothing was changed.
pub(super) async fn run(
    account: &Account,
    priority: Priority,
    tenure: &Tenure,
) -> Result<Report, Failure> {
    let (rest, uis) = (account.rest()?, account.data_api()?);
    let users: Vec<_> = rest.everybody(priority).await?.iter().map(of_planfix).collect();
    let employees: Vec<_> = uis.employees().await?.iter().map(of_uis).collect();

    let settings = &account.settings.employees;
    let mut decided = plan(settings, &users, &employees, &[]);
    let heard = ask(rest, &decided.worth_asking, priority).await;
    if !heard.is_empty() {
        decided = plan(settings, &users, &employees, &heard);
    }
    Ok(Report {
        lines: Creation::new(uis, &employees, tenure).carry_out(decided.lines).await,
        only_in_uis: decided.only_in_uis,
        short_numbers_hidden: decided.short_numbers_hidden,
    })
}

/// Asks Planfix whose short numbers these are. That it does not answer is no reason to give up the run.
async fn ask(rest: &Rest, extensions: &[Extension], priority: Priority) -> Vec<HeardNumber> {
    let mut heard = Vec::new();
    for extension in extensions.iter().take(QUESTIONS) {
        let Some(number) = ShortNumber::parse(extension.as_str()) else { continue };
        match rest.users_by_short_number(&number, priority).await {
            Ok(found) => {
                if let [only] = found.as_slice() {
                    heard.push(HeardNumber { extension: extension.clone(), user: only.id });
                }
            }
            Err(failure) => {
                tracing::debug!(%failure, "Planfix does not tell whose short number it is");
                break;
            }
        }
    }
    heard
}
