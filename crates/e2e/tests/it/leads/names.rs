//! «Шаблоны» of leads.

use e2e::World;
use sandbox::uis::Lead;

use super::{olga, only_task};

#[tokio::test]
async fn contacts_and_tasks_are_named_by_their_templates() {
    let world = World::with(&[
        (
            r#"lead_contact: "{{visitor_name}}""#,
            r#"lead_contact: "{{visitor_name}} ({{visitor_city}})""#,
        ),
        (
            r#"lead_task: "Заявка {{communication_id}} с {{site_domain_name}}""#,
            r#"lead_task: "{{form_name}}: {{visitor_name or 'без имени'}}, {{campaign_name}}""#,
        ),
    ])
    .await;
    world.leave(&olga()).await;
    assert_eq!(world.planfix().contacts().remove(0).name, "Ольга Лаврова (Москва)");
    assert_eq!(only_task(&world).name, "Заказать букет: Ольга Лаврова, Яндекс.Директ: букеты");
}

#[tokio::test]
async fn a_visitor_who_does_not_say_his_name_is_called_by_his_phone_or_email() {
    let world = World::start().await;
    world.leave(&Lead::of_nobody().phone("79031234567")).await;
    world.leave(&Lead::of_nobody().email("petr@example.ru")).await;
    let names: Vec<String> = world.planfix().contacts().into_iter().map(|one| one.name).collect();
    assert_eq!(names, ["+7 903 123-45-67", "petr@example.ru"]);
}

#[tokio::test]
async fn what_strangers_write_is_text_in_the_description() {
    let world = World::start().await;
    let lead = Lead::of("<b>Ольга</b>").phone("79031234567").says("<script>alert(1)</script>");
    world.leave(&lead.with("communication_page_url", "javascript:alert(1)")).await;
    let description = only_task(&world).description;
    assert!(
        !description.contains("<script>") && !description.contains("<b>Ольга"),
        "{description}"
    );
    assert!(!description.contains("href=\"javascript"), "{description}");
    assert!(description.contains("&lt;script&gt;"), "{description}");
}
