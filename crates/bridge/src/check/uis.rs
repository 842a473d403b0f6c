//! The credentials of UIS, and the time zone in which it writes.

use domain::{Class, Failure};
use uis::call_api::LiveCallsFilter;
use uis::data_api::DataApi;

use super::{Report, Subject, System, Trouble, UisDoor, Verdict};
use crate::Account;
use crate::accounts::NO_CREDENTIALS;

const PATH: &str = "credentials.uis.data_api";

/// Checks the doors of UIS; the Data API's client, if it opens.
pub(super) async fn check<'a>(account: &'a Account, report: &mut Report) -> UisDoor<'a> {
    let door = match &account.uis {
        Some(uis) => data_api(account, uis, report).await,
        None => Err(no_credentials()),
    };
    if let Some(call_api) = &account.call_api {
        let subject = Subject::Credentials(System::CallApi);
        // a list of the calls going on changes nothing and needs the least of the paid packages
        let verdict = match call_api.list_calls(&LiveCallsFilter::default()).await {
            Ok(_) => Verdict::Good { name: None },
            Err(failure) => Verdict::Wrong(Trouble::Refused(failure)),
        };
        report.add("credentials.uis.call_api", subject, verdict);
    }
    if let Some(chat_api) = &account.chat_api {
        let subject = Subject::Credentials(System::ChatApi);
        let verdict = match chat_api.check().await {
            Ok(()) => Verdict::Good { name: None },
            Err(failure) => Verdict::Wrong(Trouble::Refused(failure)),
        };
        report.add("credentials.uis.chat_api", subject, verdict);
    }
    door
}

fn no_credentials() -> Failure {
    let message = format!("В настройках нет учётных данных UIS Data API ({PATH})");
    Failure::new(Class::AuthBroken, NO_CREDENTIALS, message)
}

async fn data_api<'a>(
    account: &Account,
    uis: &'a DataApi,
    report: &mut Report,
) -> Result<&'a DataApi, Failure> {
    let subject = Subject::Credentials(System::DataApi);
    match uis.account().await {
        Ok(theirs) => {
            report.add(PATH, subject, Verdict::named(theirs.name.unwrap_or_default()));
            timezone(account, theirs.timezone, report);
            Ok(uis)
        }
        Err(failure) => {
            report.add(PATH, subject, Verdict::Wrong(Trouble::Refused(failure.clone())));
            Err(failure)
        }
    }
}

/// A wrong zone would shift every call by hours. UIS does not always tell its own.
fn timezone(account: &Account, theirs: Option<String>, report: &mut Report) {
    let Some(theirs) = theirs else { return };
    let ours = account.settings.timezone.name();
    let verdict = if theirs == ours {
        Verdict::Good { name: None }
    } else {
        Verdict::Wrong(Trouble::Differs { theirs })
    };
    report.add("timezone", Subject::Timezone(ours.to_owned()), verdict);
}
