//! The decision about a lead, and the laws it keeps whatever the settings.

use domain::clients::Client;
use domain::decide::{
    Acquaintance, Answer, Answers, KnownContact, KnownFields, KnownOpenTask, KnownTask, Made, Make,
    Question, Source, TextCase, TextConditions, TextOutcome, TextTaskPlan, decide_text, is_settled,
};
use domain::email::Email;
use domain::ids::{ContactId, PlanfixUserId, TaskId};
use domain::phone::Phone;
use domain::settings::Settings;
use domain::templates::Variables;
use proptest::prelude::*;

fn settings(first: &str, repeat: &str) -> Settings {
    crate::settings::read(&format!(
        r#"
name: romashka
credentials:
  planfix_rest: {{ url: "https://romashka.planfix.ru/rest/", token: a }}
  uis: {{ data_api: {{ url: "https://dataapi.uiscom.ru/v2.0", token: b }} }}
employees: {{ enabled: false }}
text:
  leads:
    first: {{ create: {first}, assign: contact_owner }}
    repeat: {{ create: {repeat}, assign: contact_owner }}
    contact_template: 1
    task_object: 12
  responsibles:
    leads:
      default: "user:1"
      rules: [{{ employee: "user:2", when: {{ param: site, op: include, values: [romashka.shop] }} }}]
"#
    ))
}

fn olga() -> Client {
    Client {
        phones: Phone::parse("79031234567").into_iter().collect(),
        emails: Email::parse("olga@example.ru").into_iter().collect(),
    }
}

fn contact(owner: Option<i64>) -> KnownContact {
    KnownContact {
        id: ContactId(501),
        name: "Ольга".to_owned(),
        owner: owner.map(PlanfixUserId),
        fields: KnownFields::default(),
    }
}

/// Answers every question until it is decided; what was asked, and what came of it.
fn decide(
    settings: &Settings,
    client: &Client,
    known: Option<&KnownContact>,
    open: bool,
) -> (Vec<Question>, TextOutcome) {
    let rules = settings.text.lead_rules().unwrap();
    let (mut answers, mut acquaintance, mut asked) = (Answers::default(), None, Vec::new());
    let variables: Variables = [("visitor_name", "Ольга")].into_iter().collect();
    let mut made = Made::Unplanned;
    loop {
        let case = TextCase {
            client,
            variables: &variables,
            complete: true,
            nameless: false,
            contact_fallback: "Посетитель",
            task_fallback: "Заявка",
            acquaintance: acquaintance.as_ref(),
            answers: &answers,
            made,
        };
        match decide_text(&rules, case) {
            Ok(TextOutcome::MakesContact(_)) => made = Made::Contact { contact: ContactId(502) },
            Ok(outcome) => return (asked, outcome),
            Err(question) => {
                asked.push(question);
                assert!(asked.len() < 10, "{asked:?}");
                match question {
                    Question::Acquaintance => {
                        let source = Source::Search;
                        acquaintance = Some(match known {
                            Some(_) => Acquaintance::Repeat { source, name: None, owner: None },
                            None => Acquaintance::First { source },
                        });
                        answers.contact = Answer::from(known.cloned());
                    }
                    Question::OpenTask { object, .. } => {
                        let task = KnownTask { id: TaskId(2001), fields: KnownFields::default() };
                        let task = Some(task).filter(|_| open);
                        answers.open_task = Some(KnownOpenTask { object, task });
                    }
                    Question::Contact | Question::User(_) => unreachable!("{question:?}"),
                }
            }
        }
    }
}

#[test]
fn the_owner_is_preferred_and_the_rules_stand_in_for_him() {
    let settings = settings("contact_and_task", "task");
    for (owner, expected) in [(Some(7), 7), (None, 1)] {
        let (_, outcome) = decide(&settings, &olga(), Some(&contact(owner)), false);
        let TextOutcome::Passed(passed) = outcome else { panic!("{outcome:?}") };
        let TextTaskPlan::New { assigned, .. } = passed.task else { panic!("{passed:?}") };
        assert_eq!(assigned.unwrap().employee, PlanfixUserId(expected));
    }
}

#[test]
fn what_a_rule_asks_for_and_nobody_told_leaves_it_unsettled() {
    let settings = settings("task", "task");
    let rules = settings.text.lead_rules().unwrap();
    let site: Variables = [("site_domain_name", "romashka.ru")].into_iter().collect();
    let nothing = Variables::new();
    for (variables, complete, expected) in
        [(&nothing, false, false), (&site, false, true), (&nothing, true, true)]
    {
        assert_eq!(is_settled(&rules, &TextConditions { variables, complete }), expected);
    }
}

proptest! {
    #[test]
    fn a_known_client_never_gets_a_contact_and_a_new_one_at_most_one(
        first in prop::sample::select(vec!["contact", "task", "contact_and_task", "nothing"]),
        repeat in prop::sample::select(vec!["task", "task_if_none_open", "nothing"]),
        known in prop::option::of(Just(contact(Some(7)))),
        open in any::<bool>(),
        recognisable in any::<bool>(),
    ) {
        let settings = settings(first, repeat);
        let client = if recognisable { olga() } else { Client::default() };
        let known = known.filter(|_| recognisable);
        let (asked, outcome) = decide(&settings, &client, known.as_ref(), open);
        let TextOutcome::Passed(passed) = outcome else { return Ok(()) };
        let made = passed.contact.as_ref().map(|(id, _)| *id);
        let may_make = first.starts_with("contact") && recognisable && known.is_none();
        prop_assert_eq!(made == Some(ContactId(502)), may_make);
        prop_assert!(asked.len() <= 2, "{:?}", asked);
        if let TextTaskPlan::GoesOn { .. } = passed.task {
            prop_assert!(open && passed.creation.make == Make::TaskIfNoneOpen);
        }
    }
}
