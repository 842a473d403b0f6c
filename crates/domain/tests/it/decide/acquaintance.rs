//! Whether a client is met for the first time.

use domain::calls::CallFacts;
use domain::decide::{Acquaintance, Source};

use crate::calls::{Call, MARIA, report};

fn told(attributes: &[&str], number: Option<i64>) -> CallFacts {
    let call = Call::incoming().but(|notice| notice.communication_number = number);
    let mut facts = call.facts();
    let mut row = report(&[MARIA], 5);
    row.attributes = attributes.iter().map(|word| (*word).to_owned()).collect();
    facts.learn(row);
    facts
}

fn repeat(source: Source, name: Option<&str>) -> Acquaintance {
    Acquaintance::Repeat { source, name: name.map(str::to_owned), owner: None }
}

#[test]
fn the_reports_attribute_tells_first_and_repeated_apart() {
    let first = Acquaintance::by_uis(&told(&["primary"], Some(5)));
    assert_eq!(first, Acquaintance::First { source: Source::UisAttributes });
    let known = Acquaintance::by_uis(&told(&["secondary", "lost"], Some(1)));
    assert_eq!(known, repeat(Source::UisAttributes, None));
}

#[test]
fn without_the_attribute_the_count_of_communications_tells() {
    let first = Acquaintance::by_uis(&told(&["lost"], Some(1)));
    assert_eq!(first, Acquaintance::First { source: Source::UisCount });
    assert_eq!(Acquaintance::by_uis(&told(&[], Some(2))), repeat(Source::UisCount, None));
}

#[test]
fn when_nobody_can_say_the_client_is_taken_as_known() {
    assert_eq!(Acquaintance::by_uis(&told(&[], None)), repeat(Source::Nobody, None));
    assert!(!Acquaintance::by_uis(&Call::incoming().facts()).is_first());
}

#[test]
fn the_journal_says_by_whose_word() {
    let new = Acquaintance::First { source: Source::Planfix };
    for (acquaintance, russian, english) in [
        (
            new,
            "Первичное обращение: контакта с этим номером в Планфиксе нет",
            "First communication: Planfix has no contact with the number",
        ),
        (
            repeat(Source::Planfix, Some("Анна")),
            "Повторное обращение: в Планфиксе есть контакт «Анна»",
            "Repeated communication: Planfix has the contact “Анна”",
        ),
        (
            repeat(Source::Planfix, None),
            "Повторное обращение: номер есть в Планфиксе",
            "Repeated communication: Planfix knows the number",
        ),
        (
            repeat(Source::Simultaneous, None),
            "Повторное обращение: другое обращение клиента пришло одновременно и стало первым",
            "Repeated communication: another communication of the client came at the same time and was first",
        ),
        (
            Acquaintance::First { source: Source::UisAttributes },
            "Первичное обращение: по атрибутам обращения в UIS",
            "First communication: by the attributes in UIS",
        ),
        (
            repeat(Source::UisCount, None),
            "Повторное обращение: по номеру обращения в UIS",
            "Repeated communication: by the count in UIS",
        ),
        (
            repeat(Source::Nobody, None),
            "Повторное обращение: узнать было не у кого",
            "Repeated communication: nobody could say",
        ),
    ] {
        assert_eq!(acquaintance.russian(), russian);
        assert_eq!(acquaintance.english(), english);
    }
}
