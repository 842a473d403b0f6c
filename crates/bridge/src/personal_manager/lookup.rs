//! From the caller's number to the phones of his manager.

use domain::Failure;
use domain::phone::{Phone, ShortNumber};

use super::Question;
use super::note::ManagerNote;
use crate::accounts::{Account, Heard};

/// Looks the manager up.
pub(super) async fn manager(account: &Account, question: &Question) -> ManagerNote {
    let Some(caller) = &question.caller else { return ManagerNote::HiddenNumber };
    match look(account, caller, question).await {
        Ok(note) => note,
        Err(failure) => ManagerNote::Failed { failure },
    }
}

async fn look(
    account: &Account,
    caller: &Phone,
    question: &Question,
) -> Result<ManagerNote, Failure> {
    let Some(short_number) = owner(account, caller, question).await? else {
        return Ok(ManagerNote::NoOwner);
    };
    let phones = account.staff.phones_of(&short_number).await?;
    Ok(if phones.is_empty() {
        ManagerNote::NoPhone { short_number }
    } else {
        ManagerNote::Found { short_number, phones }
    })
}

/// The contact owner's short number, by Planfix's word of a minute ago at most.
async fn owner(
    account: &Account,
    caller: &Phone,
    question: &Question,
) -> Result<Option<ShortNumber>, Failure> {
    match account.owners.recall(caller) {
        Some(Heard::Owner(known)) => return Ok(Some(known)),
        Some(Heard::Nobody) => return Ok(None),
        None => {}
    }
    let answer = account.telephony()?.contact(caller, question.call, super::ASKING).await?;
    account.owners.learn(caller, answer.responsible.clone());
    Ok(answer.responsible)
}
