//! «Назначать на» and «Ответственные» of chats.

use sandbox::uis::chat::Story;

use super::{igor, only_task, world_with};

const RULES: (&str, &str) = (
    r#"chats: { default: "user:1", rules: [] }"#,
    r#"chats: { default: "user:1", rules: [{ employee: "user:2", when: { param: channel, op: include, values: ["waba"] } }, { employee: "user:3", when: { param: campaign, op: include, values: ["Тестовая кампания"] } }] }"#,
);
const REPEAT: &str = "repeat: { create: task, assign: contact_owner }";

async fn assigned(changes: &[(&str, &str)], owner: Option<u64>, story: Story) -> String {
    let world = world_with(changes, &[RULES]).await;
    if owner.is_some() {
        world.add_contact("Лебедев", "79032000004", owner);
    }
    world.chat(story.writes("Есть пионы?").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    only_task(&world).assignees.users.iter().map(ToString::to_string).collect()
}

fn in_whatsapp() -> Story {
    Story::of("79032000004", "waba").introduces("Игорь Лебедев", Some("79032000004"), None)
}

#[tokio::test]
async fn the_first_rule_that_matches_wins_else_the_default_stands() {
    assert_eq!(assigned(&[], None, igor()).await, "user:1");
    assert_eq!(assigned(&[], None, in_whatsapp()).await, "user:2");
    assert_eq!(assigned(&[], None, igor().came_by("Тестовая кампания")).await, "user:3");
    let both = in_whatsapp().came_by("Тестовая кампания");
    assert_eq!(assigned(&[], None, both).await, "user:2");
}

#[tokio::test]
async fn a_repeated_chat_goes_to_the_contacts_owner_or_by_the_rules_as_the_settings_say() {
    let by_rules = (REPEAT, "repeat: { create: task, assign: rules }");
    assert_eq!(assigned(&[], Some(4), in_whatsapp()).await, "user:4");
    assert_eq!(assigned(&[by_rules], Some(4), in_whatsapp()).await, "user:2");
}
