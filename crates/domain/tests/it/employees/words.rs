use domain::Failure;
use domain::employees::{Line, Number, Outcome, Report, Skip, Step, UisRef};
use domain::failure::Code;
use domain::ids::UisEmployeeId;
use domain::phone::Extension;
use domain::text::Lang;

use super::company::Company;

const RUSSIAN: &str = "\
Смирнова Анна (user:1) | найден | по e-mail: Смирнова Анна (№ 501, доб. 101)
Королёва Алёна (user:2) | возможно, найден | имя совпадает: Королева Алена (№ 502); подтвердите пару вручную
Белова Мария (user:3) | пропущен | такой же e-mail в Планфиксе у других: Орлова Ольга (user:4)
Орлова Ольга (user:4) | пропущен | такой же e-mail в Планфиксе у других: Белова Мария (user:3)
Зимин Пётр (user:5) | создан | сотрудник UIS № 901, добавочный номер 105
Лебедев Олег (user:6) | не создан | UIS-LIMIT: Лимит сотрудников исчерпан
Найдено: 1, создано: 1, подтвердить вручную: 1, пропущено: 2, не создано: 1";

const ENGLISH: &str = "\
Смирнова Анна (user:1) | found | by e-mail: Смирнова Анна (№ 501, ext. 101)
Королёва Алёна (user:2) | perhaps found | the name is the same: Королева Алена (№ 502); confirm the pair by hand
Белова Мария (user:3) | left out | others in Planfix have the same e-mail: Орлова Ольга (user:4)
Орлова Ольга (user:4) | left out | others in Planfix have the same e-mail: Белова Мария (user:3)
Зимин Пётр (user:5) | created | employee № 901 of UIS, extension 105
Лебедев Олег (user:6) | not created | UIS-LIMIT: Лимит сотрудников исчерпан
Found: 1, created: 1, to confirm by hand: 1, left out: 2, not created: 1";

/// A report with a line of every sort.
fn report() -> Report {
    let company = Company::new()
        .user("1 Смирнова Анна <anna@romashka.ru>")
        .user("2 Королёва Алёна")
        .user("3 Белова Мария <info@romashka.ru>")
        .user("4 Орлова Ольга <info@romashka.ru>")
        .user("5 Зимин Пётр 105")
        .user("6 Лебедев Олег")
        .employee("501 Смирнова Анна <anna@romashka.ru> 101")
        .employee("502 Королева Алена");
    let lines = company.plan().lines.into_iter().map(|line| Line {
        outcome: match line.step {
            Step::Settled(outcome) => outcome,
            Step::Create(newcomer) if newcomer.number == Number::Unknown => Outcome::Failed {
                failure: Failure::permanent(Code::new("UIS-LIMIT"), "Лимит сотрудников исчерпан"),
            },
            Step::Create(newcomer) => {
                Outcome::Created { employee: new(901), number: newcomer.number }
            }
        },
        who: line.who,
    });
    Report { lines: lines.collect(), ..Report::default() }
}

fn told(report: &Report, lang: Lang) -> String {
    let line = |line: &Line| {
        format!("{} | {} | {}", line.who.title(), line.verdict(lang), line.text(lang))
    };
    let lines: Vec<_> = report.lines.iter().map(line).collect();
    format!("{}\n{}", lines.join("\n"), report.tally().text(lang))
}

#[test]
fn a_report_reads_well_in_russian() {
    assert_eq!(told(&report(), Lang::Ru), RUSSIAN);
}

#[test]
fn a_report_reads_well_in_english() {
    assert_eq!(told(&report(), Lang::En), ENGLISH);
}

#[test]
fn a_report_that_was_stored_comes_back_the_same() {
    let mut report = report();
    let reasons = [Skip::Robot, Skip::PairBroken { employee: UisEmployeeId(7) }, Skip::NoLastName];
    for reason in reasons {
        let mut line = report.lines[0].clone();
        line.outcome = Outcome::Skipped { reason };
        report.lines.push(line);
    }
    let extension = Extension::parse("105").unwrap();
    report.lines[4].outcome =
        Outcome::Created { employee: new(1), number: Number::Given { extension } };
    let stored = serde_json::to_string(&report).unwrap();
    assert_eq!(serde_json::from_str::<Report>(&stored).unwrap(), report);
}

fn new(id: i64) -> UisRef {
    UisRef { id: UisEmployeeId(id), name: "Зимин Пётр".to_owned(), extension: None }
}
