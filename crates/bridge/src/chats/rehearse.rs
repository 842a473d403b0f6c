//! A chat under settings that are not saved.

use domain::chats::ChatNote;
use domain::decide::{Admission, TextConditions, admit};
use domain::settings::{Chats, CreateOn, TextRules};
use serde_json::Value;

use super::course::{self, NOBODY, TASK};
use super::lane::ChatLane;
use super::mirror;
use super::moment::tag_of;
use crate::draft::json;
use crate::entities::Past;
use crate::prospect::{Made, Prospect, Side, Stage, Trial, Tried, Unknown};

/// Tries a chat. One that still goes on, or whose making does, is left out.
pub(crate) fn rehearse(state: Value, stage: &Stage<'_>) -> Tried {
    let Ok(lane) = serde_json::from_value::<ChatLane>(state) else { return Tried::LeftOut };
    let undecided = lane.moment.is_some() && lane.filtered.is_none() && lane.making.ended.is_none();
    if !lane.is_over() || undecided {
        return Tried::LeftOut;
    }
    Tried::Done(Box::new(Trial {
        started_at: lane.facts.began_at,
        direction: None,
        phone: lane.facts.client().phones.into_iter().next(),
        before: prospect_of(&lane, &stage.saved),
        after: prospect_of(&lane, &stage.draft),
    }))
}

fn prospect_of(lane: &ChatLane, side: &Side<'_>) -> Prospect {
    let text = &side.settings.text;
    let (Some(rules), Some(chats)) = (text.chat_rules(), &text.chats) else {
        let why = if text.enabled { ChatNote::ChatsOff } else { ChatNote::ChatTextOff };
        return Prospect::of(Made::Filtered, words(&why));
    };
    let rules = course::rules_for(lane, rules);
    // the task of a mirrored chat is made with its first message, whatever moment is chosen
    let moment = || if chats.mirror { None } else { no_moment(lane, chats) };
    if !lane.is_asked_for()
        && let Some(prospect) = moment().or_else(|| kept_out(lane, chats, &rules))
    {
        return prospect;
    }
    if chats.mirror {
        return mirror::prospect(lane, &rules);
    }
    Past {
        rules,
        making: &lane.making,
        client: &lane.facts.client(),
        variables: &lane.facts.template_variables(),
        nameless: true,
        contact_fallback: NOBODY,
        task_fallback: TASK,
        primary: course::primary(lane),
        excluded: |explanation| words(&ChatNote::ChatExcluded { explanation }),
    }
    .prospect(side)
}

/// What becomes of a chat without any of the tags at which something is made; `None` when the moment for it
/// has come.
fn no_moment(lane: &ChatLane, chats: &Chats) -> Option<Prospect> {
    if chats.create_on != CreateOn::Tag {
        return None;
    }
    let report = lane.facts.report.as_ref();
    if report.is_some_and(|report| tag_of(&report.tags, &chats.tags).is_some()) {
        return None;
    }
    let why = ChatNote::AwaitsTag { tags: chats.tags.clone() };
    let mut prospect = Prospect::of(Made::Nothing, words(&why));
    if report.is_none() {
        prospect.unknown.insert(Unknown::Report);
    }
    Some(prospect)
}

/// What keeps it out, in the flow's order: what the filter excludes at once, then the visitor nobody could
/// recognise.
fn kept_out(lane: &ChatLane, chats: &Chats, rules: &TextRules<'_>) -> Option<Prospect> {
    let variables = lane.facts.template_variables();
    let known = TextConditions { variables: &variables, complete: false };
    let why = match admit(rules.filter, &known) {
        Admission::Excluded { explanation } => ChatNote::ChatExcluded { explanation },
        _ if lane.facts.lacks_contact_data() && !chats.without_contact_data => {
            ChatNote::NoContactData
        }
        _ => return None,
    };
    Some(Prospect::of(Made::Filtered, words(&why)))
}

/// A note as the journal keeps it; it can always be written.
fn words(note: &ChatNote) -> Value {
    json(note).unwrap_or(Value::Null)
}
