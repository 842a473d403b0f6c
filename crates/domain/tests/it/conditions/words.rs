//! Why a condition answered so, in words.

use domain::conditions::{Condition, Param};
use domain::flow::Flow;
use domain::text::Lang;

use super::{exclude, include, known};

#[test]
fn a_filtered_call_names_the_row_that_filtered_it() {
    let filter = Condition::All(vec![
        include(Param::VirtualNumber, &["74950236854"]),
        include(Param::Site, &["romashka.ru"]),
    ]);
    let explanation = filter.evaluate(&known(&[
        (Param::VirtualNumber, &["74950236854"]),
        (Param::Site, &["52", "romashka.shop"]),
    ]));
    assert_eq!(
        explanation.filter_text(Flow::Call, Lang::Ru),
        "не прошёл фильтр: Сайт включает romashka.ru — а у звонка romashka.shop"
    );
    assert_eq!(
        explanation.filter_text(Flow::Call, Lang::En),
        "did not pass the filter: Site includes romashka.ru — but the call has romashka.shop"
    );
}

#[test]
fn every_row_of_a_failed_or_decides() {
    let filter = Condition::Any(vec![
        include(Param::Site, &["romashka.ru"]),
        exclude(Param::Campaign, &["Тест"]),
    ]);
    let explanation = filter.evaluate(&known(&[(Param::Site, &[]), (Param::Campaign, &["Тест"])]));
    assert_eq!(explanation.deciding().len(), 2);
    assert_eq!(
        explanation.filter_text(Flow::Lead, Lang::Ru),
        "не прошла фильтр: Сайт включает romashka.ru — а у заявки не указано; \
         Рекламная кампания исключает Тест — а у заявки Тест"
    );
}

#[test]
fn a_passed_filter_says_what_it_saw() {
    let explanation =
        include(Param::Channel, &["avito"]).evaluate(&known(&[(Param::Channel, &["avito"])]));
    assert_eq!(
        explanation.filter_text(Flow::Chat, Lang::Ru),
        "прошёл фильтр: Канал включает avito — у чата avito"
    );
}

#[test]
fn an_open_filter_says_what_it_waits_for() {
    let filter = Condition::All(vec![
        include(Param::VirtualNumber, &["74950236854"]),
        include(Param::Site, &["romashka.ru"]),
    ]);
    let explanation = filter.evaluate(&known(&[(Param::VirtualNumber, &["74950236854"])]));
    assert_eq!(
        explanation.filter_text(Flow::Call, Lang::Ru),
        "фильтр ещё не решён: Сайт включает romashka.ru — а у звонка пока неизвестно"
    );
}

#[test]
fn an_explanation_survives_the_journal() {
    let filter = Condition::Any(vec![include(Param::Site, &["a"]), exclude(Param::Tag, &["b"])]);
    let explanation = filter.evaluate(&known(&[(Param::Site, &["c"])]));
    let stored = serde_json::to_string(&explanation).unwrap();
    assert_eq!(
        serde_json::from_str::<domain::conditions::Explanation>(&stored).unwrap(),
        explanation
    );
}
