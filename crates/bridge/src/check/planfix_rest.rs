//! «Авторизация Rest API»: the address and the token. What the token may read shows when the things
//! themselves are read; what it may write can't be tried without writing.

use super::{PRIORITY, Report, RestDoor, Subject, System, Trouble, Verdict};
use crate::Account;

const PATH: &str = "credentials.planfix_rest";

/// Checks the door; the client, if it opens.
pub(super) async fn check<'a>(account: &'a Account, report: &mut Report) -> RestDoor<'a> {
    let rest = account.rest()?;
    // whoever has just mended something does not want to see what was read before
    rest.forget();
    let opened = rest.ping(PRIORITY).await;
    let verdict = match &opened {
        Ok(()) => Verdict::Good { name: None },
        Err(failure) => Verdict::Wrong(Trouble::Refused(failure.clone())),
    };
    report.add(PATH, Subject::Credentials(System::PlanfixRest), verdict);
    opened.map(|()| rest)
}
