//! «Фильтровать заявки».

use domain::text::Lang;
use e2e::World;
use engine::model::Standing;
use sandbox::uis::Lead;

use super::olga;

async fn world_with(condition: &str) -> World {
    let with = format!("filter: {{ enabled: true, conditions: {condition} }}");
    World::with(&[("filter: { enabled: true, conditions: null }", &with)]).await
}

#[tokio::test]
async fn each_parameter_lets_through_and_keeps_out() {
    for (param, own, other) in [
        ("site", "romashka.ru", "romashka.shop"),
        ("source", "Яндекс.Директ", "ВКонтакте"),
        ("campaign", "Яндекс.Директ: букеты", "Тестовая кампания"),
        ("form", "Обратный звонок", "Опт"),
    ] {
        for (op, value, passes) in [
            ("include", own, true),
            ("include", other, false),
            ("exclude", own, false),
            ("exclude", other, true),
        ] {
            let condition = format!("{{ param: {param}, op: {op}, values: [\"{value}\"] }}");
            let world = world_with(&condition).await;
            world.leave(&olga().in_form("Обратный звонок")).await;
            let made = world.planfix().tasks().len();
            assert_eq!(made, usize::from(passes), "{condition}\n{}", world.told_all().await);
            let listed = world.journal().await.remove(0);
            let expected = if passes { Standing::Done } else { Standing::Filtered };
            assert_eq!(listed.state, expected, "{condition}");
        }
    }
}

#[tokio::test]
async fn a_lead_that_is_kept_out_asks_planfix_nothing_and_says_why() {
    let world = world_with(r#"{ param: site, op: exclude, values: ["romashka.ru"] }"#).await;
    world.leave(&olga()).await;
    assert!(world.planfix().ledger().rest().is_empty(), "{}", world.planfix().ledger());
    let listed = world.journal().await.remove(0);
    insta::assert_snapshot!(bridge::reason_text(&listed.reason, Lang::Ru).unwrap());
}

#[tokio::test]
async fn a_filter_that_is_switched_off_lets_everything_through() {
    let off = r#"filter: { enabled: false, conditions: { param: site, op: exclude, values: ["romashka.ru"] } }"#;
    let world = World::with(&[("filter: { enabled: true, conditions: null }", off)]).await;
    world.leave(&olga()).await;
    assert_eq!(world.planfix().tasks().len(), 1);
}

#[tokio::test]
async fn a_site_that_tells_of_leads_while_they_are_switched_off_is_told_why_nothing_comes_of_it() {
    let world = World::with(&[("text:\n  enabled: true", "text:\n  enabled: false")]).await;
    super::site::tells(&world);
    world.leave(&Lead::of("Ольга").phone("79031234567")).await;
    assert!(world.planfix().ledger().is_empty(), "{}", world.planfix().ledger());
    let listed = world.journal().await.remove(0);
    assert_eq!(listed.state, Standing::Filtered);
    let reason = bridge::reason_text(&listed.reason, Lang::Ru).unwrap();
    assert_eq!(reason, "Раздел «Текстовые коммуникации» выключен");
    assert_eq!(listed.phone.as_deref(), Some("79031234567"));
}
