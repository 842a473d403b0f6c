use bridge::check::{Ourselves, Report, Verdict, check};
use domain::text::Lang;

use crate::stage::Stage;

const PBX: &str = "https://svyazka.example.ru/hooks/romashka/planfix_telephony/key";

/// Settings that name what the simulated companies have.
const RIGHT: &str = r#"
name: romashka
credentials:
  planfix_rest: { url: "@SANDBOX@/planfix/rest/", token: sandbox-rest-token }
  planfix_telephony:
    url: "@SANDBOX@/planfix/tel/api"
    token: sandbox-telephony-token
    pbx_token: sandbox-pbx-token
  uis:
    data_api: { url: "@SANDBOX@/uis/v2.0", token: sandbox-uis-token }
    call_api: { url: "@SANDBOX@/uis/v4.0", token: sandbox-uis-token }
employees:
  enabled: false
  pairs: [{ planfix_user: "user:3", short_number: "103", uis_employee: 4503 }]
telephony:
  filter:
    enabled: true
    incoming:
      all:
        - { param: virtual_number, op: include, values: ["74950236854"] }
        - { param: campaign, op: exclude, values: ["Тестовая кампания"] }
  click_to_call: { outgoing_number: "74950236854", always_show_number: true }
  incoming:
    first: { create: task, assign: rules }
    repeat: { create: nothing, assign: rules }
    task_object: 12
  responsibles:
    incoming:
      default: "user:1"
      rules:
        - employee: "user:2"
          when: { param: site, op: include, values: ["romashka.shop"] }
  fields:
    contact: [{ planfix_field: 101, uis_field: site_domain_name, update_always: true }]
    task: [{ planfix_field: 201, uis_field: utm_source, update_always: false }]
text:
  leads:
    filter: { enabled: true, conditions: { param: site, op: include, values: ["romashka.shop"] } }
    first: { create: contact_and_task, assign: rules }
    repeat: { create: task, assign: contact_owner }
    contact_template: 2
    task_object: 13
  responsibles:
    leads: { default: "user:4", rules: [] }
  fields:
    contact: [{ planfix_field: 102, uis_field: source_name, update_always: true }]
    task: []
deals:
  enabled: true
  task_object: 12
  success_status: 5
  failure_status: 6
  amount_field: 210
"#;

impl Stage {
    /// A stage on which Planfix knows our address.
    async fn introduced() -> Self {
        let stage = Self::open().await;
        stage.sandbox.planfix().configure(|planfix| planfix.pbx_url = PBX.into());
        stage
    }

    async fn check(&self, settings: &str) -> Report {
        let account = self.account(settings).await;
        check(&account, &Ourselves { pbx_url: PBX.to_owned() }).await
    }

    /// What is said of the setting at the path after a change of the right settings.
    async fn says(&self, from: &str, to: &str, path: &str) -> String {
        assert!(RIGHT.contains(from), "{from}");
        let report = self.check(&RIGHT.replace(from, to)).await;
        let finding = report.findings.iter().find(|finding| finding.path == path).unwrap();
        assert_eq!(finding.is_bad(), !report.is_good());
        finding.text(Lang::Ru)
    }
}

#[tokio::test]
async fn what_exists_is_called_by_its_name() {
    let report = Stage::introduced().await.check(RIGHT).await;

    let lines: Vec<_> = report
        .findings
        .iter()
        .map(|one| format!("{}: {}: {}", one.path, one.title(Lang::Ru), one.text(Lang::Ru)))
        .collect();
    insta::assert_snapshot!(lines.join("\n"), @r"
    credentials.planfix_rest: REST API Планфикса: в порядке
    credentials.planfix_telephony: телефония Планфикса: в порядке
    credentials.planfix_telephony.pbx_token: адрес и ключ АТС в Планфиксе: в порядке
    credentials.uis.data_api: UIS Data API: ООО «Ромашка»
    timezone: часовой пояс Europe/Moscow: в порядке
    credentials.uis.call_api: UIS Call API: в порядке
    telephony.incoming.task_object: объект задачи 12: Заявка
    text.leads.task_object: объект задачи 13: Внутренняя задача
    deals.task_object: объект задачи 12: Заявка
    deals.success_status: статус 5: Доставлен
    deals.failure_status: статус 6: Отказ
    deals: сквозная аналитика UIS: в порядке
    text.leads.contact_template: шаблон контакта 2: Партнёр
    telephony.fields.contact[0].planfix_field: поле контакта 101: Сайт
    text.fields.contact[0].planfix_field: поле контакта 102: Источник
    telephony.fields.task[0].planfix_field: поле задачи 201: utm_source
    deals.amount_field: поле задачи 210: Сумма
    employees.pairs[0].planfix_user: сотрудник Планфикса user:3: Вера Павловна Орлова
    employees.pairs[0].short_number: короткий номер 103: в порядке
    telephony.responsibles.incoming.default: сотрудник Планфикса user:1: Анна Сергеевна Смирнова
    telephony.responsibles.incoming.rules[0].employee: сотрудник Планфикса user:2: Борис Андреевич Кузнецов
    text.responsibles.leads.default: сотрудник Планфикса user:4: Глеб Олегович Соколов
    employees.pairs[0].uis_employee: сотрудник UIS 4503: Вера Орлова
    telephony.filter.incoming.all[0].values[0]: виртуальный номер 74950236854: в порядке
    telephony.filter.incoming.all[1].values[0]: рекламная кампания «Тестовая кампания»: в порядке
    telephony.click_to_call.outgoing_number: виртуальный номер 74950236854: в порядке
    telephony.responsibles.incoming.rules[0].when.values[0]: сайт «romashka.shop»: в порядке
    text.leads.filter.conditions.values[0]: сайт «romashka.shop»: в порядке
    ");
    assert!(report.is_good());
}

#[tokio::test]
async fn deals_need_end_to_end_analytics_in_uis() {
    let stage = Stage::introduced().await;
    stage.sandbox.uis().configure(|uis| uis.deals.enabled = false);
    let said = stage.says("name: romashka", "name: romashka", "deals").await;
    assert!(said.starts_with("UIS-ANALYTICS: В UIS не подключена сквозная аналитика"), "{said}");
    // whoever has no deals needs none of it
    let off = RIGHT.replace("deals:\n  enabled: true", "deals:\n  enabled: false");
    assert!(stage.check(&off).await.is_good());
}

#[tokio::test]
async fn what_does_not_exist_is_said_not_to() {
    let stage = Stage::introduced().await;
    for (from, to, path) in [
        ("task_object: 12\n  resp", "task_object: 99\n  resp", "telephony.incoming.task_object"),
        ("success_status: 5", "success_status: 9", "deals.success_status"),
        ("planfix_field: 101", "planfix_field: 999", "telephony.fields.contact[0].planfix_field"),
        ("planfix_field: 201", "planfix_field: 101", "telephony.fields.task[0].planfix_field"),
        ("default: \"user:1\"", "default: \"user:77\"", "telephony.responsibles.incoming.default"),
        ("uis_employee: 4503", "uis_employee: 1", "employees.pairs[0].uis_employee"),
        ("contact_template: 2", "contact_template: 99", "text.leads.contact_template"),
        ("task_object: 13", "task_object: 99", "text.leads.task_object"),
        ("default: \"user:4\"", "default: \"user:77\"", "text.responsibles.leads.default"),
        ("planfix_field: 102", "planfix_field: 999", "text.fields.contact[0].planfix_field"),
        (
            "number: \"74950236854\"",
            "number: \"74950000000\"",
            "telephony.click_to_call.outgoing_number",
        ),
    ] {
        let said = stage.says(from, to, path).await;
        assert!(said.starts_with("такого нет"), "{path}: {said}");
        assert!(said.contains("где исправить"), "{path}: {said}");
    }
}

#[tokio::test]
async fn a_mistyped_value_of_a_condition_is_told_its_neighbour() {
    let stage = Stage::introduced().await;
    let path = "telephony.responsibles.incoming.rules[0].when.values[0]";
    let said = stage.says("romashka.shop", "romashka.shoop", path).await;
    assert!(said.contains("похоже на «romashka.shop»"), "{said}");
}

#[tokio::test]
async fn a_field_that_text_cannot_fill_is_refused() {
    let stage = Stage::introduced().await;
    let path = "telephony.fields.task[0].planfix_field";
    let said = stage.says("planfix_field: 201", "planfix_field: 211", path).await;
    assert!(said.contains("«Сумма с НДС» нельзя записать"), "{said}");
}

#[tokio::test]
async fn an_amount_needs_a_field_of_the_numeric_type() {
    let stage = Stage::introduced().await;
    let said = stage.says("amount_field: 210", "amount_field: 211", "deals.amount_field").await;
    assert!(said.contains("«Сумма с НДС» не типа «Число»"), "{said}");
}

#[tokio::test]
async fn the_dismissed_and_robots_are_not_responsible_for_anything() {
    let stage = Stage::introduced().await;
    let path = "telephony.responsibles.incoming.rules[0].employee";
    let dismissed = stage.says("employee: \"user:2\"", "employee: \"user:5\"", path).await;
    assert!(dismissed.contains("больше не работает"), "{dismissed}");
    let robot = stage.says("employee: \"user:2\"", "employee: \"user:6\"", path).await;
    assert!(robot.contains("робот"), "{robot}");
}

#[tokio::test]
async fn a_short_number_that_is_not_his_is_refused() {
    let stage = Stage::introduced().await;
    let path = "employees.pairs[0].short_number";
    let said = stage.says("short_number: \"103\"", "short_number: \"199\"", path).await;
    assert!(said.contains("другой короткий номер"), "{said}");
}

#[tokio::test]
async fn another_time_zone_of_uis_is_shown() {
    let stage = Stage::introduced().await;
    let said =
        stage.says("name: romashka\n", "name: romashka\ntimezone: Asia/Omsk\n", "timezone").await;
    assert!(said.contains("там указано «Europe/Moscow»"), "{said}");
}

#[tokio::test]
async fn planfix_must_know_our_address_and_key_when_calls_are_made_by_click() {
    let path = "credentials.planfix_telephony.pbx_token";
    let stranger = Stage::open().await;
    let said = stranger.says("call_api", "call_api", path).await;
    assert!(said.contains("не указан наш адрес АТС"), "{said}");

    let stage = Stage::introduced().await;
    let said = stage.says("sandbox-pbx-token", "another", path).await;
    assert!(said.contains("другой ключ"), "{said}");
}

#[tokio::test]
async fn a_refused_token_is_told_once_and_not_tried_again_for_each_thing() {
    let stage = Stage::introduced().await;
    let report = stage.check(&RIGHT.replace("sandbox-rest-token", "wrong")).await;

    let first = &report.findings[0];
    assert_eq!(first.path, "credentials.planfix_rest");
    assert!(first.text(Lang::Ru).contains("PF-TOKEN"), "{}", first.text(Lang::Ru));
    let object = report.findings.iter().find(|one| one.path == "deals.task_object").unwrap();
    assert!(matches!(object.verdict, Verdict::Unasked(_)), "{object:?}");
    let asked = stage.sandbox.planfix().ledger().entries().len();
    assert_eq!(asked, 2, "a ping of REST and one of telephony");
}

#[tokio::test]
async fn a_missing_scope_is_told_where_it_is_missed() {
    let stage = Stage::introduced().await;
    stage.sandbox.planfix().configure(|planfix| {
        planfix.denied_scopes.insert("user_readonly".to_owned());
    });
    let path = "telephony.responsibles.incoming.default";
    let said = stage.says("call_api", "call_api", path).await;
    assert!(said.starts_with("не удалось узнать: PF-SCOPE"), "{said}");
}
