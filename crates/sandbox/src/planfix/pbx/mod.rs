//! What Planfix itself asks of the telephony, at «Адрес АТС»: `makeCall` and `setup`.

mod click;
mod outcome;
mod setup;

pub use outcome::Outcome;

use url::Url;

use super::Planfix;
use super::company::Settings;
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::outside::Answer;

impl Planfix {
    /// Sends a command to «Адрес АТС», and writes into the ledger what came of it.
    async fn tell_pbx(&self, words: String, command: &[(&str, &str)]) -> Outcome {
        let Settings { pbx_url, pbx_token, .. } = self.settings();
        let form = [command, &[("token", pbx_token.as_str())]].concat();
        let outcome = match Url::parse(&pbx_url) {
            Err(_) => Outcome::unsent("Не указан адрес АТС"),
            Ok(url) => match self.inner.outside.send(|http| http.post(url).form(&form)).await {
                Ok(Answer { status, body }) => Outcome { status: Some(status), body },
                Err(reason) => Outcome::unsent(&format!("АТС не отвечает: {reason}")),
            },
        };
        self.note_outcome(words, &outcome);
        outcome
    }

    fn note_outcome(&self, words: String, outcome: &Outcome) {
        let mut entry = Entry::new(self.clock().now(), Door::Pbx, Kind::Write, words);
        if outcome.is_accepted() {
            entry.effects.push("accepted".to_owned());
        } else {
            entry.refusal = Some(outcome.to_string());
        }
        self.change(|state| state.note(entry));
    }
}
