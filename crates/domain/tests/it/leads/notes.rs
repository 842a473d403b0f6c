//! What the journal says of a lead.

use domain::conditions::{Condition, Fact, Leaf, Op, Param};
use domain::decide::{Acquaintance, Assigned, AssignedBy, Make, Source};
use domain::entities::{EntityNote, FoundBy};
use domain::failure::{Code, Failure};
use domain::ids::{ContactId, FieldId, PlanfixUserId, TaskId};
use domain::leads::LeadNote;
use domain::text::Lang;

fn assigned() -> Assigned {
    Assigned { employee: PlanfixUserId(3), by: AssignedBy::ContactOwner }
}

fn first() -> Acquaintance {
    Acquaintance::First { source: Source::Search }
}

fn found(by: Option<FoundBy>) -> EntityNote {
    EntityNote::Contact { contact: ContactId(501), name: "Ольга".to_owned(), by }
}

/// One note of each kind, and of each wording.
fn notes() -> Vec<LeadNote> {
    let leaf = Leaf { param: Param::Form, op: Op::Exclude, values: vec!["Тест".to_owned()] };
    let form = |_: Param| Fact::Known(vec!["Тест".to_owned()]);
    let explanation = Condition::Leaf(leaf).evaluate(&form);
    let failure = Failure::permanent(Code::new("PF-VALUE"), "нет такого шаблона");
    let own = [
        LeadNote::TextOff,
        LeadNote::LeadsOff,
        LeadNote::LeadExcluded { explanation },
        LeadNote::AwaitsReport,
        LeadNote::LeadNotReported,
        LeadNote::LeadReported,
    ];
    let name_trouble = Some("undefined value".to_owned());
    let entities = [
        EntityNote::NoRestAccess,
        EntityNote::Acquainted { acquaintance: first() },
        EntityNote::NothingToMake { acquaintance: first() },
        EntityNote::MakesNothing,
        found(None),
        found(Some(FoundBy::Phone)),
        found(Some(FoundBy::Email)),
        found(Some(FoundBy::Neighbour)),
        EntityNote::NoContact,
        EntityNote::NobodyToFind,
        EntityNote::AwaitsContact,
        EntityNote::ContactPlanned {
            name: "Ольга".to_owned(),
            assigned: assigned(),
            name_trouble: name_trouble.clone(),
        },
        EntityNote::ContactMade { contact: ContactId(501) },
        EntityNote::ContactWithoutEmail { contact: ContactId(501) },
        EntityNote::ContactTaken { contact: ContactId(501) },
        EntityNote::ContactNotMade { failure },
        EntityNote::OpenTask { task: TaskId(2001) },
        EntityNote::TaskPlanned {
            make: Make::Task,
            name: "Заявка".to_owned(),
            assigned: assigned(),
            name_trouble,
        },
        EntityNote::TaskMade { task: TaskId(2001) },
        EntityNote::FieldLeftOut {
            field: FieldId(201),
            variable: "text".to_owned(),
            reason: "такого поля в Планфиксе нет".to_owned(),
        },
    ];
    own.into_iter().chain(entities.map(LeadNote::from)).collect()
}

fn texts(lang: Lang) -> String {
    notes().iter().map(|note| note.text(lang) + "\n").collect()
}

#[test]
fn the_notes_are_sentences_in_russian() {
    assert_eq!(texts(Lang::Ru), include_str!("../../fixtures/lead_notes.ru.txt"));
}

#[test]
fn the_notes_are_sentences_in_english() {
    assert_eq!(texts(Lang::En), include_str!("../../fixtures/lead_notes.en.txt"));
}

#[test]
fn a_stored_note_is_read_again() {
    for note in notes() {
        let stored = serde_json::to_value(&note).unwrap();
        assert_eq!(serde_json::from_value::<LeadNote>(stored).unwrap(), note);
    }
}
