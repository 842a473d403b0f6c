//! Contacts and tasks of chats, and the settings that decide of them.

use domain::text::Lang;
use engine::model::Standing;
use engine::{Mend, Mended};
use sandbox::uis::chat::Story;

use super::{igor, only_task, world};

#[tokio::test]
async fn a_new_visitor_becomes_a_contact_with_a_task() {
    let world = world(&[]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    assert_eq!(only_task(&world).name, "Чат с Игорь Лебедев");
    assert_eq!(world.planfix().contacts().len(), 1);
}

#[tokio::test]
async fn a_known_visitor_gets_a_task_of_his_contacts_owner_and_no_second_contact() {
    let world = world(&[]).await;
    world.add_contact("Лебедев", "79032000004", Some(3));
    world.chat(igor().writes("Это снова я")).await;
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 1);
    let assignees: Vec<_> =
        only_task(&world).assignees.users.iter().map(ToString::to_string).collect();
    assert_eq!(assignees, ["user:3"]);
}

#[tokio::test]
async fn repeats_make_nothing_where_the_settings_say_so() {
    let world = world(&[("repeat: { create: task,", "repeat: { create: nothing,")]).await;
    world.add_contact("Лебедев", "79032000004", Some(3));
    world.chat(igor().writes("Это снова я")).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 0);
}

#[tokio::test]
async fn a_visitor_without_contact_data_is_waited_for_and_passed_on_when_he_says_who_he_is() {
    let world = world(&[]).await;
    let visitor = || Story::of("stranger", "comagic");
    world.chat(visitor().writes("Сколько стоит свадьба?")).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 0);
    let listed = world.journal().await.remove(0);
    assert_eq!(listed.state, Standing::Waiting);
    world.chat(visitor().introduces("Игорь", Some("79032000004"), Some("igor@example.ru"))).await;
    world.settle().await;
    assert_eq!(only_task(&world).name, "Чат с Игорь");
}

#[tokio::test]
async fn a_chat_that_ends_without_contact_data_is_skipped_in_the_end_and_the_journal_says_why() {
    let world = world(&[]).await;
    world
        .chat(Story::of("stranger", "comagic").writes("Ау").after(5).ends("closed_by_timeout"))
        .await;
    world.pass(25 * 3600).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len() + world.planfix().contacts().len(), 0);
    let listed = world.journal().await.remove(0);
    assert_eq!(listed.state, Standing::Filtered);
    let why = bridge::reason_text(&listed.reason, Lang::Ru).unwrap();
    assert!(why.contains("не оставил ни телефона, ни почты"), "{why}");
}

#[tokio::test]
async fn with_the_switch_on_each_chat_without_contact_data_is_a_new_contact() {
    let world = world(&[("without_contact_data: false", "without_contact_data: true")]).await;
    let visitor = || Story::of("stranger", "telegram");
    world.chat(visitor().writes("Раз").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    world.chat(visitor().writes("Два").after(5).ends("closed_by_visitor")).await;
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 2, "{}", world.told_all().await);
    assert_eq!(world.planfix().tasks().len(), 2);
}

#[tokio::test]
async fn the_filter_decides_by_channel_at_once_and_by_site_when_it_is_known() {
    for (condition, passes) in [
        (r#"{ param: channel, op: include, values: ["comagic"] }"#, true),
        (r#"{ param: channel, op: exclude, values: ["comagic"] }"#, false),
        (r#"{ param: channel, op: include, values: ["Сайт romashka.ru"] }"#, true),
        (r#"{ param: site, op: include, values: ["romashka.ru"] }"#, true),
        (r#"{ param: site, op: exclude, values: ["romashka.ru"] }"#, false),
        (r#"{ param: campaign, op: include, values: ["Тестовая кампания"] }"#, false),
        (r#"{ param: source, op: include, values: ["ВКонтакте"] }"#, false),
    ] {
        let with = format!("filter: {{ enabled: true, conditions: {condition} }}");
        let world = world(&[("filter: { enabled: true, conditions: null }", &with)]).await;
        world.chat(igor().writes("Есть пионы?")).await;
        world.settle().await;
        let made = world.planfix().tasks().len();
        assert_eq!(made, usize::from(passes), "{condition}\n{}", world.told_all().await);
    }
}

#[tokio::test]
async fn a_chat_that_the_filter_keeps_out_is_worked_off_when_somebody_wants_it() {
    let no = r#"filter: { enabled: true, conditions: { param: channel, op: exclude, values: ["comagic"] } }"#;
    let world = world(&[("filter: { enabled: true, conditions: null }", no)]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    let lane = world.journal().await.remove(0);
    assert_eq!(lane.state, Standing::Filtered);

    let aside = Mend::SetFilterAside;
    assert_eq!(world.bridge().engine.mend(lane.id, aside, "olga").await.unwrap(), Mended::Begun);
    world.settle().await;

    assert_eq!(only_task(&world).name, "Чат с Игорь Лебедев");
    let again = world.bridge().engine.mend(lane.id, Mend::Replay, "olga").await.unwrap();
    assert_eq!(again, Mended::Begun);
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told_all().await);
}

#[tokio::test]
async fn a_visitor_without_contact_data_who_was_left_out_is_let_in_when_somebody_wants_it() {
    let world = world(&[]).await;
    let stranger = Story::of("stranger", "comagic").writes("Ау").after(5);
    world.chat(stranger.ends("closed_by_timeout")).await;
    world.pass(25 * 3600).await;
    world.settle().await;
    let lane = world.journal().await.remove(0).id;
    let aside = Mend::SetFilterAside;
    assert_eq!(world.bridge().engine.mend(lane, aside, "olga").await.unwrap(), Mended::Begun);
    world.settle().await;
    assert_eq!(world.planfix().contacts().len(), 1, "{}", world.told_all().await);
}

#[tokio::test]
async fn a_filter_by_tag_waits_for_the_end_of_the_chat() {
    let tag =
        r#"filter: { enabled: true, conditions: { param: tag, op: include, values: ["Заказ"] } }"#;
    let all = "filter: { enabled: true, conditions: null }";
    let world = world(&[(all, tag), ("create_on: start", "create_on: finish")]).await;
    let order =
        igor().writes("Беру").after(5).is_tagged("Заказ").after(5).ends("closed_by_visitor");
    world.chat(order).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 1, "{}", world.told_all().await);
    let other = Story::of("79031112233", "whatsapp").writes("Нет").after(5);
    world.chat(other.ends("closed_by_visitor")).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 1);
}

#[tokio::test]
async fn chats_that_are_switched_off_make_nothing_and_are_still_answered() {
    let world = world(&[]).await;
    world.change_settings(&[("text:\n  enabled: true", "text:\n  enabled: false")]).await;
    world.chat(igor().writes("Есть пионы?")).await;
    world.settle().await;
    assert_eq!(world.planfix().tasks().len(), 0);
    let anna = world.operator("smirnova@romashka.ru").await;
    assert_eq!(anna.cards("queue").await.len(), 1);
}
