//! The description of a call's task.

use domain::calls::CallFacts;
use domain::decide::describe_call;
use jiff::tz::TimeZone;

use crate::calls::{Call, MARIA, OLEG, PETR, report};

fn lines(facts: &CallFacts) -> Vec<String> {
    let moscow = TimeZone::get("Europe/Moscow").unwrap();
    describe_call(facts, &moscow).split("<br>\n").map(str::to_owned).collect()
}

fn has(facts: &CallFacts, line: &str) -> bool {
    lines(facts).iter().any(|one| one == line)
}

#[test]
fn it_tells_when_who_and_how_long() {
    let call = Call::incoming().rings(MARIA).after(5).talks(MARIA, 18);
    let call = call.rings(PETR).after(5).talks(PETR, 3605).finishes();
    assert_eq!(
        lines(&call.saying("wait_time_duration", "65").facts()),
        [
            "<b>Входящий звонок</b>",
            "Начало: 02.03.2026 12:00:00",
            "Номер клиента: +7 903 123-45-67",
            "Наш номер: +7 495 023-68-54",
            "Разговор: Мария Ким, 0:18",
            "Разговор: Пётр Сомов, 1:00:05",
            "Ожидание: 1:05",
        ]
    );
}

#[test]
fn a_missed_call_tells_who_was_rung() {
    let call = Call::incoming().rings(MARIA).rings(PETR).after(20).gives_up();
    assert!(has(&call.facts(), "<b>Пропущенный входящий звонок</b>"));
    assert!(has(&call.facts(), "Звонили: Мария Ким, Пётр Сомов"));
}

#[test]
fn outgoing_calls_have_titles_of_their_own() {
    let call = Call::outgoing_by(MARIA).after(5);
    assert!(has(&call.clone().talks(MARIA, 5).facts(), "<b>Исходящий звонок</b>"));
    assert!(has(&call.finishes().facts(), "<b>Исходящий звонок без ответа</b>"));
}

#[test]
fn a_talk_of_which_only_the_report_tells_is_a_talk() {
    let mut facts = Call::incoming().rings(OLEG).facts();
    facts.learn(report(&[PETR], 44));
    assert!(has(&facts, "<b>Входящий звонок</b>"));
    assert!(has(&facts, "Разговор: Пётр Сомов, 0:44"));
}

#[test]
fn an_employee_without_a_name_is_told_by_his_number() {
    let nameless = |call: Call| call.but(|one| one.employee.as_mut().unwrap().full_name = None);
    let call = nameless(Call::incoming().rings(MARIA)).after(20).gives_up();
    assert!(has(&call.facts(), "Звонили: сотрудник 101"));
}

#[test]
fn the_advertisement_and_the_tags_stand_under_their_titles() {
    let mut facts = Call::incoming().saying("scenario_name", "Основной").facts();
    let mut row = report(&[MARIA], 5);
    for (name, value) in [("site_domain_name", "romashka.ru"), ("utm_term", ""), ("tags", "Заявка")]
    {
        row.columns.insert(name.to_owned(), value.to_owned());
    }
    facts.learn(row);
    let lines = lines(&facts);
    assert!(lines.contains(&"Теги: Заявка".to_owned()), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with(": romashka.ru")), "{lines:?}");
    assert!(lines.iter().any(|line| line.ends_with(": Основной")), "{lines:?}");
    assert!(!lines.iter().any(|line| line.ends_with(": ")), "{lines:?}");
}

#[test]
fn what_strangers_wrote_stays_text() {
    let call = Call::incoming().saying("scenario_name", "<script>1</script>");
    let facts = call.record("https://m/1?a=1&b=2").facts();
    assert!(lines(&facts).iter().any(|line| line.ends_with("&lt;script&gt;1&lt;/script&gt;")));
    assert!(has(
        &facts,
        "<a href=\"https://m/1?a=1&amp;b=2\" target=\"_blank\">Запись разговора</a>"
    ));
}
