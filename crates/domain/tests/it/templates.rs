//! Templates: strict when saved, total when used.

use domain::flow::Flow;
use domain::templates::{MAX_NAME, Template, Variables};
use domain::text::Lang;
use proptest::prelude::*;

fn name(source: &str, variables: &[(&str, &str)]) -> String {
    let template = Template::parse(source, Flow::Call).unwrap();
    template.render(&variables.iter().copied().collect()).text
}

/// What is said when the template is saved.
fn refusal(source: &str) -> String {
    Template::parse(source, Flow::Call).unwrap_err().text(Lang::En)
}

#[test]
fn a_variable_stands_where_it_is_written() {
    let name =
        name("Звонок от {{contact_phone_number}}", &[("contact_phone_number", "79031234567")]);
    assert_eq!(name, "Звонок от 79031234567");
}

#[test]
fn an_empty_variable_is_an_empty_text() {
    assert_eq!(name("Звонок [{{campaign_name}}]", &[]), "Звонок []");
    assert_eq!(name("Звонок [{{campaign_name}}]", &[("campaign_name", "  ")]), "Звонок []");
}

#[test]
fn what_stands_in_for_an_empty_variable_can_be_said_in_both_ways() {
    assert_eq!(name(r#"{{ campaign_name or "без кампании" }}"#, &[]), "без кампании");
    assert_eq!(name(r#"{{ campaign_name|default("без кампании") }}"#, &[]), "без кампании");
}

#[test]
fn expressions_filters_conditions_and_loops_work() {
    assert_eq!(
        name("{{ (talk_duration|int / 60)|round|int }} мин", &[("talk_duration", "130")]),
        "2 мин"
    );
    assert_eq!(name("{{ talk_duration|int + 1 }}", &[]), "1");
    assert_eq!(
        name("{% if tags %}{{ tags|upper }}{% else %}-{% endif %}", &[("tags", "опт")]),
        "ОПТ"
    );
    assert_eq!(
        name(
            "{% for tag in tags|split(', ') %}#{{ tag }} {% endfor %}",
            &[("tags", "Опт, Москва")]
        ),
        "#Опт #Москва"
    );
}

#[test]
fn a_name_is_one_trimmed_line() {
    assert_eq!(name("  Звонок\n\n от \t {{contact_phone_number}} ", &[]), "Звонок от");
}

#[test]
fn nothing_is_escaped_in_a_name() {
    assert_eq!(
        name("{{campaign_name}}", &[("campaign_name", "Рога & <копыта>")]),
        "Рога & <копыта>"
    );
}

#[test]
fn a_name_of_exactly_300_characters_is_whole() {
    let full = "ж".repeat(MAX_NAME);
    assert_eq!(name("{{search_query}}", &[("search_query", &full)]), full);
}

#[test]
fn a_longer_name_is_cut_with_an_ellipsis() {
    let template = Template::parse("{{search_query}}", Flow::Call).unwrap();
    let long = [("search_query", "ж".repeat(MAX_NAME + 1))];
    let rendered = template.render(&long.into_iter().collect());
    assert!(rendered.cut);
    assert_eq!(rendered.failed, None);
    assert_eq!(rendered.text, format!("{}…", "ж".repeat(MAX_NAME - 1)));
}

#[test]
fn an_empty_name_falls_back() {
    let template = Template::parse("{{campaign_name}}", Flow::Call).unwrap();
    let rendered = template.render(&Variables::new()).or("Звонок\n от 79031234567");
    assert_eq!(rendered.text, "Звонок от 79031234567");
    let known = [("campaign_name", "Бренд")].into_iter().collect();
    assert_eq!(template.render(&known).or("Звонок").text, "Бренд");
}

#[test]
fn a_template_that_breaks_on_the_day_says_why_and_falls_back() {
    let template = Template::parse("{{ 60 // talk_duration|int }}", Flow::Call).unwrap();
    let rendered = template.render(&Variables::new()).or("Звонок");
    assert_eq!(rendered.text, "Звонок");
    assert!(rendered.failed.is_some_and(|reason| reason.contains("60 // 0")));
}

#[test]
fn an_unknown_variable_is_named_with_its_neighbour_and_place() {
    assert_eq!(
        refusal("Звонок от {{contact_phone}}"),
        "unknown variable `contact_phone`; did you mean `contact_phone_number`? (column 13)"
    );
}

#[test]
fn a_variable_of_another_flow_is_unknown() {
    assert!(Template::parse("{{visitor_email}}", Flow::Lead).is_ok());
    assert!(refusal("{{visitor_email}}").starts_with("unknown variable `visitor_email`"));
}

#[test]
fn a_variable_inside_a_condition_is_checked_too() {
    assert!(refusal("{% if is_lost %}{{ campain_name }}{% endif %}").contains("campaign_name"));
}

#[test]
fn broken_syntax_is_shown_where_it_breaks() {
    let russian = Template::parse("Звонок\nот {{ contact_phone_number ", Flow::Call).unwrap_err();
    assert_eq!(russian.line, 2);
    assert!(
        russian.text(Lang::Ru).starts_with("шаблон не читается: "),
        "{}",
        russian.text(Lang::Ru)
    );
    assert!(refusal("{{ }}").contains("(column "), "{}", refusal("{{ }}"));
}

#[test]
fn an_unknown_filter_is_refused_also_where_it_would_seldom_be_reached() {
    assert!(refusal("{{ tags|uper }}").contains("no such filter"));
    assert!(
        refusal("{% if tags %}ok{% else %}{{ tags|uper }}{% endif %}").contains("no such filter")
    );
    assert!(refusal("{{ range(9) }}").starts_with("unknown variable `range`"));
}

#[test]
fn what_could_eat_memory_is_refused() {
    assert!(refusal("{% set x = 'a' %}{{ x }}").contains("`set` is not allowed"));
    assert!(refusal("{% include 'x' %}").contains("`include` is not allowed"));
    assert!(refusal("{{ 'a' * 100000000 }}").contains("multiplication"));
    assert!(refusal(&"a".repeat(5_000)).contains("longer than"));
    let growing = format!("{{{{ 'aaaaaaaaaa'{} }}}}", "|replace('a', 'aaaaaaaaaa')".repeat(9));
    assert!(refusal(&growing).contains("too long"), "{}", refusal(&growing));
}

#[test]
fn a_loop_in_a_loop_runs_out_of_steps() {
    let items = "1,".repeat(60);
    let nested = format!(
        "{{% for a in [{items}] %}}{{% for b in [{items}] %}}{{% for c in [{items}] %}}\
         {{% endfor %}}{{% endfor %}}{{% endfor %}}"
    );
    assert!(refusal(&nested).contains("fuel"), "{}", refusal(&nested));
}

fn fragment() -> impl Strategy<Value = String> {
    prop_oneof![
        prop::sample::select(vec![
            "{{",
            "}}",
            "{%",
            "%}",
            "{#",
            "#}",
            " ",
            "|",
            "(",
            ")",
            "[",
            "]",
            "'",
            "\"",
            "\\",
            ".",
            ",",
            "if ",
            "for ",
            "in ",
            "else",
            "endif",
            "endfor",
            "not ",
            "and ",
            "or ",
            "is defined",
            "tags",
            "contact_phone_number",
            "talk_duration",
            "upper",
            "int",
            "default('x')",
            "split",
            "join",
            "-",
            "+",
            "~",
            "/",
            "//",
            "%",
            "<",
            "==",
            "1",
            "999999999999",
            "0.5",
            "loop.index",
            "{{ tags }}",
            "{% if tags %}",
            "{% for a in tags %}",
            "{% endfor %}",
            "{% endif %}",
        ])
        .prop_map(str::to_owned),
        "\\PC{0,3}",
    ]
}

fn source() -> impl Strategy<Value = String> {
    prop::collection::vec(fragment(), 0..24).prop_map(|parts| parts.concat())
}

proptest! {
    #[test]
    fn no_source_and_no_value_make_it_panic_or_overflow(source in source(), value in any::<String>()) {
        if let Ok(template) = Template::parse(&source, Flow::Call) {
            let variables = [("tags", value.clone()), ("talk_duration", value)].into_iter().collect();
            let rendered = template.render(&variables).or("Звонок");
            prop_assert!(rendered.text.chars().count() <= MAX_NAME);
            prop_assert!(!rendered.text.contains(['\n', '\r', '\t']));
            prop_assert_eq!(rendered.text.trim(), rendered.text.as_str());
        }
    }

    #[test]
    fn any_text_is_taken_or_refused_with_a_reason(source in "\\PC{0,60}") {
        for flow in Flow::ALL {
            let refused = Template::parse(&source, flow).err();
            prop_assert!(refused.is_none_or(|error| !error.text(Lang::Ru).is_empty()));
        }
    }

    #[test]
    fn a_plain_text_is_its_own_name(text in "[а-яА-Я0-9][а-яА-Я0-9 .,!]{0,80}[а-яА-Я0-9]") {
        let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
        prop_assert_eq!(name(&text, &[]), words);
    }
}
