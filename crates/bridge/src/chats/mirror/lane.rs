//! What the lane remembers of the mirror.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::effects::{Contact, Report};

/// How many lines and answers are remembered, the newest: statuses of older ones do not come any more.
const KNOWN: usize = 200;

/// The mirror's part of a chat's state.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub(in crate::chats) struct Mirror {
    /// Lines that wait to be told, in order.
    pub(super) waiting: Vec<String>,
    /// Whether a message was planned, or came from the task: the task is Planfix's to make from then on.
    pub(in crate::chats) begun: bool,
    /// Since when Planfix is asked for the numbers: it took a message, or sent one.
    pub(super) asked_since: Option<Timestamp>,
    /// How often it was asked since.
    pub(super) asked: usize,
    /// Who the visitor is, as Planfix was told last.
    pub(super) contact: Option<Contact>,
    /// How often he was told anew.
    pub(super) updates: u32,
    /// Lines of operators that were told, the newest last.
    told: Vec<String>,
    /// What was written in Planfix, the newest last.
    answers: Vec<Answer>,
}

/// A message that was written in Planfix.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Answer {
    /// Planfix's id of it.
    pub(super) message: String,
    /// The lines it became: one for the words and one for each file; and what became of each.
    pub(super) lines: BTreeMap<String, Option<Report>>,
    /// What Planfix was told of it last.
    pub(super) told: Option<Report>,
}

impl Mirror {
    /// What stays when the chat is worked off anew: what Planfix has.
    pub(in crate::chats) fn rewound(self) -> Self {
        Self {
            asked_since: self.asked_since,
            begun: self.asked_since.is_some(),
            updates: self.updates,
            ..Self::default()
        }
    }

    /// Notes that an operator's line is told; `false` when it was before.
    pub(super) fn tells(&mut self, line: &str) -> bool {
        let is_new = !self.told.iter().any(|told| told == line);
        if is_new {
            self.told.push(line.to_owned());
            forget(&mut self.told);
        }
        is_new
    }

    /// Notes a message of the task by its lines.
    pub(super) fn answered(&mut self, message: &str, lines: &[String]) {
        let lines = lines.iter().map(|line| (line.clone(), None)).collect();
        self.answers.retain(|known| known.message != message);
        self.answers.push(Answer { message: message.to_owned(), lines, told: None });
        forget(&mut self.answers);
    }

    /// The message of the task that became this line.
    pub(super) fn answer_of(&mut self, line: &str) -> Option<&mut Answer> {
        self.answers.iter_mut().find(|answer| answer.lines.contains_key(line))
    }

    /// Planfix has the chat: it is asked for the numbers from now on, anew when it was asked in vain.
    pub(in crate::chats) fn arrived(&mut self, now: Timestamp, tries: usize) {
        if self.asked_since.is_none() || self.asked >= tries {
            self.asked_since = Some(now);
            self.asked = 0;
        }
    }
}

impl Answer {
    /// What became of the message as a whole, as far as it is news to Planfix: it failed when any part did,
    /// and was seen when all of it was.
    pub(super) fn news(&mut self, line: &str, report: Report) -> Option<Report> {
        self.lines.insert(line.to_owned(), Some(report));
        let known: Option<Vec<&Report>> = self.lines.values().map(Option::as_ref).collect();
        let failed = self.lines.values().flatten().find(|one| matches!(one, Report::Failed { .. }));
        let whole = match (failed, known) {
            (Some(failed), _) => failed.clone(),
            (None, Some(all)) if all.iter().all(|one| **one == Report::Read) => Report::Read,
            (None, Some(_)) => Report::Sent,
            (None, None) => return None,
        };
        if self.told.as_ref() == Some(&whole) {
            return None;
        }
        self.told = Some(whole.clone());
        Some(whole)
    }
}

fn forget<T>(known: &mut Vec<T>) {
    if known.len() > KNOWN {
        known.remove(0);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(lines: &[&str]) -> Answer {
        let lines = lines.iter().map(|line| ((*line).to_owned(), None)).collect();
        Answer { message: "pf-1".to_owned(), lines, told: None }
    }

    #[test]
    fn words_and_files_of_one_message_are_told_as_one() {
        let mut answer = answer(&["words", "file"]);
        assert_eq!(answer.news("words", Report::Sent), None);
        assert_eq!(answer.news("file", Report::Sent), Some(Report::Sent));
        assert_eq!(answer.news("words", Report::Read), None);
        assert_eq!(answer.news("file", Report::Read), Some(Report::Read));
    }

    #[test]
    fn a_part_that_fails_fails_the_message_and_is_told_once() {
        let failed = Report::Failed { reason: "no".to_owned() };
        let mut answer = answer(&["words", "file"]);
        assert_eq!(answer.news("file", failed.clone()), Some(failed));
        assert_eq!(answer.news("words", Report::Read), None);
    }

    #[test]
    fn a_long_chat_does_not_make_its_state_grow_for_ever() {
        let mut mirror = Mirror::default();
        for number in 0..1000 {
            assert!(mirror.tells(&format!("reply/{number}")));
            mirror.answered(&format!("pf-{number}"), &[format!("planfix/{number}")]);
        }
        assert!(!mirror.tells("reply/999"));
        assert_eq!((mirror.told.len(), mirror.answers.len()), (KNOWN, KNOWN));
    }
}
