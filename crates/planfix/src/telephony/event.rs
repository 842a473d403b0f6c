//! `cmd=event` and `cmd=record`: the card on the employee's screen and the entry in the history.

use domain::Failure;
use domain::calls::{Card, CardStage, Direction, Record};

use super::Telephony;
use crate::form::Command;

impl Telephony {
    /// Sends one event of a call for one employee.
    ///
    /// # Errors
    /// The failures of an exchange; class Unknown when the event may have arrived.
    pub async fn event(&self, card: &Card) -> Result<(), Failure> {
        self.door.order(event(card)).await
    }

    /// Sends the link to a call's recording, for a call whose last event promised one
    /// (`is_recorded=1` without a link).
    ///
    /// # Errors
    /// As for [`Telephony::event`].
    pub async fn record(&self, record: &Record) -> Result<(), Failure> {
        let command =
            Command::new("record").with("callid", record.call).with("record_link", &record.link);
        self.door.order(command).await
    }
}

fn event(card: &Card) -> Command {
    let command = Command::new("event")
        .with("type", card.direction)
        .with("event", event_name(card))
        .with("phone", &card.phone)
        .with_some("diversion", card.line.as_ref())
        .with("ext", &card.short_number)
        .with("callid", card.call);
    let command = match &card.stage {
        CardStage::Ringing | CardStage::Accepted => return command,
        CardStage::Talked { seconds, recorded, record } => {
            completed(command, *seconds, *recorded || record.is_some(), "Success")
                .with_some("record_link", record.as_ref())
        }
        CardStage::Cancelled => {
            // outgoing calls have no such status
            let status = if card.direction == Direction::In { "Cancelled" } else { "NoAnswer" };
            completed(command, 0, false, status)
        }
        CardStage::NotTalked { reason } => completed(command, 0, false, reason.status()),
    };
    card.extra
        .iter()
        .fold(command, |command, field| command.with(format!("data_{}", field.name), &field.value))
}

fn event_name(card: &Card) -> &'static str {
    match (&card.stage, card.direction) {
        (CardStage::Ringing, Direction::In) => "INCOMING",
        (CardStage::Ringing, Direction::Out) => "OUTGOING",
        (CardStage::Accepted, _) => "ACCEPTED",
        (CardStage::Talked { .. } | CardStage::Cancelled | CardStage::NotTalked { .. }, _) => {
            "COMPLETED"
        }
    }
}

fn completed(command: Command, seconds: u32, recorded: bool, status: &'static str) -> Command {
    command.with("duration", seconds).with("is_recorded", u8::from(recorded)).with("status", status)
}
