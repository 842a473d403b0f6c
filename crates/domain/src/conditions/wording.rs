//! An explanation in words, for the journal.

use super::{Explanation, Fact, Op, Param, SeenLeaf, Truth};
use crate::flow::Flow;
use crate::text::Lang;

impl Explanation {
    /// The answer of a filter as a sentence: «не прошёл фильтр: Сайт включает romashka.ru — а у звонка
    /// romashka.shop».
    pub fn filter_text(&self, flow: Flow, lang: Lang) -> String {
        let verdict = match (self.truth, lang) {
            (Truth::Yes, Lang::Ru) => "прошёл фильтр",
            (Truth::Yes, Lang::En) => "passed the filter",
            (Truth::No, Lang::Ru) => "не прошёл фильтр",
            (Truth::No, Lang::En) => "did not pass the filter",
            (Truth::Unknown, Lang::Ru) => "фильтр ещё не решён",
            (Truth::Unknown, Lang::En) => "the filter is not decided yet",
        };
        let verdict = match (flow, lang) {
            (Flow::Lead, Lang::Ru) => verdict.replace("прошёл", "прошла"),
            _ => verdict.to_owned(),
        };
        format!("{verdict}: {}", self.reason(flow, lang))
    }

    /// The deciding rows in words, joined with semicolons.
    pub fn reason(&self, flow: Flow, lang: Lang) -> String {
        let rows: Vec<_> =
            self.deciding().iter().map(|row| row.text(self.truth, flow, lang)).collect();
        if rows.is_empty() { without_rows(lang).to_owned() } else { rows.join("; ") }
    }
}

fn without_rows(lang: Lang) -> &'static str {
    match lang {
        Lang::Ru => "условий нет",
        Lang::En => "there are no conditions",
    }
}

impl SeenLeaf {
    /// «Сайт включает romashka.ru — а у звонка romashka.shop».
    fn text(&self, answer: Truth, flow: Flow, lang: Lang) -> String {
        let title = self.leaf.param.title(lang);
        let verb = match (self.leaf.op, lang) {
            (Op::Include, Lang::Ru) => "включает",
            (Op::Include, Lang::En) => "includes",
            (Op::Exclude, Lang::Ru) => "исключает",
            (Op::Exclude, Lang::En) => "excludes",
        };
        let values = self.leaf.values.join(", ");
        let bridge = match (answer, lang) {
            (Truth::Yes, Lang::Ru) => "у",
            (_, Lang::Ru) => "а у",
            (Truth::Yes, Lang::En) => "the",
            (_, Lang::En) => "but the",
        };
        format!("{title} {verb} {values} — {bridge} {} {}", whose(flow, lang), self.seen_text(lang))
    }

    fn seen_text(&self, lang: Lang) -> String {
        match (&self.seen, lang) {
            (Fact::Unknown, Lang::Ru) => "пока неизвестно".to_owned(),
            (Fact::Unknown, Lang::En) => "is not known yet".to_owned(),
            (Fact::Known(values), Lang::Ru) if values.is_empty() => "не указано".to_owned(),
            (Fact::Known(values), Lang::En) if values.is_empty() => "has none".to_owned(),
            (Fact::Known(values), Lang::Ru) => readable(self.leaf.param, values),
            (Fact::Known(values), Lang::En) => {
                format!("has {}", readable(self.leaf.param, values))
            }
        }
    }
}

/// Names without the bare ids that stand beside them for matching.
fn readable(param: Param, values: &[String]) -> String {
    let is_id = |value: &&str| value.chars().all(|c| c.is_ascii_digit());
    let names: Vec<&str> =
        values.iter().map(String::as_str).filter(|value| !is_id(value)).collect();
    if param == Param::VirtualNumber || names.is_empty() {
        values.join(", ")
    } else {
        names.join(", ")
    }
}

fn whose(flow: Flow, lang: Lang) -> &'static str {
    match (flow, lang) {
        (Flow::Call, Lang::Ru) => "звонка",
        (Flow::Lead, Lang::Ru) => "заявки",
        (Flow::Chat, Lang::Ru) => "чата",
        (Flow::Call, Lang::En) => "call",
        (Flow::Lead, Lang::En) => "lead",
        (Flow::Chat, Lang::En) => "chat",
    }
}
