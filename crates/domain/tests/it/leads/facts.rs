//! What is known of a lead, from both of its sources.

use std::collections::BTreeMap;

use domain::leads::LeadFacts;
use jiff::Timestamp;

fn at(text: &str) -> Timestamp {
    text.parse().unwrap()
}

fn columns(pairs: &[(&str, &str)]) -> BTreeMap<String, String> {
    pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

fn fresh() -> LeadFacts {
    LeadFacts::new(at("2026-03-02T09:00:00Z"))
}

#[test]
fn the_reports_word_stands_whichever_came_first() {
    let site = columns(&[("form_name", "Заказ"), ("text", "с сайта")]);
    let report = columns(&[("text", "из отчёта"), ("utm_source", "yandex")]);
    let mut site_first = fresh();
    site_first.hear(site.clone());
    site_first.learn(None, report.clone());
    let mut report_first = fresh();
    report_first.learn(None, report);
    report_first.hear(site);
    assert_eq!(site_first, report_first);
    assert_eq!(site_first.columns["text"], "из отчёта");
    assert_eq!(site_first.columns["form_name"], "Заказ");
}

#[test]
fn a_lead_was_left_when_the_earliest_word_says() {
    let mut lead = fresh();
    lead.learn(Some(at("2026-03-02T08:59:30Z")), BTreeMap::new());
    assert_eq!(lead.left_at, at("2026-03-02T08:59:30Z"));
    lead.learn(Some(at("2026-03-02T09:30:00Z")), BTreeMap::new());
    assert_eq!(lead.left_at, at("2026-03-02T08:59:30Z"));
}

#[test]
fn a_client_is_recognised_by_what_is_a_phone_and_an_email() {
    let mut lead = fresh();
    lead.hear(columns(&[
        ("visitor_phone_number", "8 (903) 123-45-67"),
        ("visitor_email", "Olga@Example.ru"),
    ]));
    assert_eq!(lead.client().names(), ["email/olga@example.ru", "phone/79031234567"]);
    assert_eq!(lead.template_variables().get("visitor_phone_number"), Some("79031234567"));
    lead.hear(columns(&[("visitor_phone_number", "потом"), ("visitor_email", "нет")]));
    assert!(lead.client().is_unknown());
    assert_eq!(lead.client().fallback_name(), None);
}

#[test]
fn uis_counts_first_ones_by_its_attributes() {
    for (attributes, expected) in
        [("first, primary, target", Some(true)), ("secondary", Some(false)), ("target", None)]
    {
        let mut lead = fresh();
        lead.learn(None, columns(&[("attributes", attributes)]));
        assert_eq!(lead.primary(), expected, "{attributes}");
    }
}
