//! `makeCall`: an employee clicks a number.

use jiff::Timestamp;

use super::Outcome;
use crate::planfix::Planfix;
use crate::planfix::company::{Company, Intent, Subject, UserStatus};

impl Planfix {
    /// An employee clicks «Позвонить» beside a number in a contact's card or in a task.
    ///
    /// Planfix passes on neither contact nor task: it remembers the click itself and knows the call
    /// by the employee's short number and by the number exactly as it stands in the card.
    pub async fn click_to_call(&self, user: u64, phone: &str, from: Subject) -> Outcome {
        let place = match from {
            Subject::Task(id) => format!("task {id}"),
            Subject::Contact(id) => format!("contact {id}"),
        };
        let now = self.clock().now();
        let begun = self.change(|state| begin(&mut state.company, user, phone, from, now));
        let (click, ext) = match begun {
            Ok(begun) => begun,
            Err(why) => {
                let outcome = Outcome::unsent(why);
                self.note_outcome(
                    format!("makeCall user:{user} -> {phone} from {place}"),
                    &outcome,
                );
                return outcome;
            }
        };
        let words = format!("makeCall {ext} -> {phone} from {place}");
        let command = [("cmd", "makeCall"), ("from", &ext), ("to", phone)];
        let outcome = self.tell_pbx(words, &command).await;
        if !outcome.is_accepted() {
            self.change(|state| state.company.intents.retain(|intent| intent.id != click));
        }
        outcome
    }
}

/// Remembers the click before it is sent: the call may begin before the answer is read.
fn begin(
    company: &mut Company,
    user: u64,
    phone: &str,
    from: Subject,
    now: Timestamp,
) -> Result<(u64, String), &'static str> {
    let user = company.users.get(&user).filter(|user| user.status == UserStatus::Active);
    let user = user.ok_or("Такого сотрудника нет")?;
    let ext = user.short_number.clone().ok_or("Вам не назначен короткий номер")?;
    if phone.trim().is_empty() {
        return Err("У контакта нет номера телефона");
    }
    let id = company.ids.intent();
    let intent = Intent { id, ext: ext.clone(), phone: phone.to_owned(), from, at: now };
    company.intents.push(intent);
    Ok((id, ext))
}
