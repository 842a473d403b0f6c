//! «Авторизация для телефонии»: our key to Planfix, and Planfix's knowledge of us.

use domain::settings::{Secret, SecretPath};
use planfix::telephony::Pbx;
use secrecy::ExposeSecret;

use super::{Ourselves, Report, Subject, System, Trouble, Verdict};
use crate::Account;

const PATH: &str = "credentials.planfix_telephony";

/// Checks the door, and what is entered in Planfix about us.
pub(super) async fn check(account: &Account, ourselves: &Ourselves, report: &mut Report) {
    let Some(telephony) = &account.telephony else { return };
    let subject = Subject::Credentials(System::PlanfixTelephony);
    match telephony.ping().await {
        Ok(pbx) => {
            report.add(PATH, subject, Verdict::Good { name: None });
            report.add(&format!("{PATH}.pbx_token"), Subject::Pbx, known(account, ourselves, &pbx));
        }
        Err(failure) => report.add(PATH, subject, Verdict::Wrong(Trouble::Refused(failure))),
    }
}

/// Planfix calls us only for calls on click: without them it need not know us.
fn known(account: &Account, ourselves: &Ourselves, pbx: &Pbx) -> Verdict {
    if account.settings.telephony.click_to_call.is_none() {
        return Verdict::NotUsedYet;
    }
    let address_known = pbx.url.as_deref().is_some_and(|url| same_hook(url, &ourselves.pbx_url));
    let our_key = account.settings.secret(SecretPath::PlanfixPbxToken);
    let their_key = pbx.token.as_ref().map(ExposeSecret::expose_secret);
    if !address_known {
        Verdict::Wrong(Trouble::PbxAddress)
    } else if our_key.map(Secret::expose) != their_key {
        Verdict::Wrong(Trouble::PbxKey)
    } else {
        Verdict::Good { name: None }
    }
}

/// The same hook by its path: which name the outside world uses for this server may be unknown to
/// whoever runs the check.
fn same_hook(theirs: &str, ours: &str) -> bool {
    let hook = |url: &str| url.split_once("/hooks/").map(|(_, hook)| hook.trim_end().to_owned());
    hook(theirs).is_some_and(|theirs| Some(theirs) == hook(ours))
}
