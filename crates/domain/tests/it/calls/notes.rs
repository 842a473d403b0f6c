//! What the journal says of a call.

use domain::calls::CallNote;
use domain::conditions::{Condition, Fact, Leaf, Op, Param};
use domain::decide::{Acquaintance, Assigned, AssignedBy, Make, Source};
use domain::entities::EntityNote;
use domain::failure::{Code, Failure};
use domain::ids::{ContactId, FieldId, PlanfixUserId, TaskId};
use domain::phone::ShortNumber;
use domain::text::Lang;

use super::story::MARIA;

fn first() -> Acquaintance {
    Acquaintance::First { source: Source::Planfix }
}

fn explanation() -> domain::conditions::Explanation {
    let leaf = Leaf { param: Param::Site, op: Op::Include, values: vec!["romashka.ru".to_owned()] };
    Condition::Leaf(leaf).evaluate(&|_: Param| Fact::Known(vec!["romashka.shop".to_owned()]))
}

fn planned(name_trouble: Option<&str>) -> CallNote {
    CallNote::Entity(EntityNote::TaskPlanned {
        make: Make::Task,
        name: "Звонок".to_owned(),
        assigned: Assigned { employee: PlanfixUserId(3), by: AssignedBy::FirstTalker },
        name_trouble: name_trouble.map(str::to_owned),
    })
}

/// One note of each kind, and of each wording.
fn notes() -> Vec<CallNote> {
    let short_number = ShortNumber::parse("101").unwrap();
    let failure = Failure::retry(Code::new("NET-TIMEOUT"), "нет ответа за 2 с");
    vec![
        CallNote::TelephonyOff,
        CallNote::Internal,
        CallNote::HiddenNumber,
        CallNote::Entity(EntityNote::Acquainted { acquaintance: first() }),
        CallNote::NotAcquainted { failure },
        CallNote::Excluded { explanation: explanation() },
        CallNote::LetThrough { explanation: explanation() },
        CallNote::NoShortNumber { employee: MARIA, name: Some("Мария Ким".to_owned()) },
        CallNote::NoShortNumber { employee: MARIA, name: None },
        CallNote::MissedCardTo { short_number: short_number.clone(), owner: true },
        CallNote::MissedCardTo { short_number, owner: false },
        CallNote::MissedCardToNobody,
        CallNote::Reported,
        CallNote::NotReported,
        CallNote::NeverEnded,
        CallNote::Entity(EntityNote::NothingToMake { acquaintance: first() }),
        CallNote::Entity(EntityNote::NothingToMake {
            acquaintance: Acquaintance::Repeat { source: Source::Nobody, name: None, owner: None },
        }),
        CallNote::Entity(EntityNote::NoRestAccess),
        CallNote::Entity(EntityNote::NoContact),
        CallNote::Entity(EntityNote::Contact {
            contact: ContactId(501),
            name: "Анна".to_owned(),
            by: None,
        }),
        CallNote::Entity(EntityNote::OpenTask { task: TaskId(2001) }),
        planned(None),
        planned(Some("undefined value")),
        CallNote::Entity(EntityNote::TaskMade { task: TaskId(2001) }),
        CallNote::Entity(EntityNote::FieldLeftOut {
            field: FieldId(201),
            variable: "utm_source".to_owned(),
            reason: "такого поля в Планфиксе нет".to_owned(),
        }),
        CallNote::Late { event: "talk_started".to_owned() },
    ]
}

fn texts(lang: Lang) -> String {
    notes().iter().map(|note| note.text(lang) + "\n").collect()
}

#[test]
fn the_notes_are_sentences_in_russian() {
    assert_eq!(texts(Lang::Ru), include_str!("../../fixtures/call_notes.ru.txt"));
}

#[test]
fn the_notes_are_sentences_in_english() {
    assert_eq!(texts(Lang::En), include_str!("../../fixtures/call_notes.en.txt"));
}

#[test]
fn a_note_of_an_older_version_is_still_read() {
    for note in notes() {
        let stored = serde_json::to_value(&note).unwrap();
        assert_eq!(serde_json::from_value::<CallNote>(stored).unwrap(), note);
    }
    let stored = r#"{ "note": "missed_card_to", "short_number": "101", "owner": true }"#;
    let note: CallNote = serde_json::from_str(stored).unwrap();
    assert_eq!(note, notes()[9]);
}
