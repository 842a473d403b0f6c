//! «API ПланФикса для чатов»: the address, the token and the providerId. Whether Planfix knows our address
//! and token can't be asked; the first answer from a task shows it.

use super::{Report, Subject, System, Trouble, Verdict};
use crate::Account;

const PATH: &str = "credentials.planfix_chat";

/// A chat that is none: Planfix says that it has no task, once it has let us in.
const NO_CHAT: &str = "0";

pub(super) async fn check(account: &Account, report: &mut Report) {
    let Some(planfix) = &account.planfix_chat else { return };
    let verdict = match planfix.task_of(NO_CHAT).await {
        Ok(_) => Verdict::Good { name: None },
        Err(failure) => Verdict::Wrong(Trouble::Refused(failure)),
    };
    report.add(PATH, Subject::Credentials(System::PlanfixChat), verdict);
}
