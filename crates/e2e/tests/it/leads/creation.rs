//! What is made of a first and of a repeated lead.

use e2e::World;
use sandbox::planfix::{NewContact, NewTask};
use sandbox::uis::Lead;

use super::{olga, only_task};

const FIRST: &str = "first: { assign: rules, create: contact_and_task }";
const REPEAT: &str = "repeat: { assign: contact_owner, create: task }";

#[tokio::test]
async fn a_new_visitor_becomes_a_contact_and_a_task_with_his_message_and_page() {
    let world = World::start().await;
    world.leave(&olga()).await;
    insta::assert_snapshot!(world.without_ports(&world.ledger()));
    insta::assert_snapshot!("its_story", world.told_all().await);
    insta::assert_snapshot!("its_description", only_task(&world).description);
    let contact = world.planfix().contacts().remove(0);
    assert_eq!(contact.email.as_deref(), Some("olga@example.ru"));
    assert!(contact.has_phone("79031234567"));
    let listed = world.journal().await.remove(0);
    assert_eq!(listed.phone.as_deref(), Some("79031234567"));
    assert_eq!(listed.title, "Заявка 650001 с romashka.ru");
    assert_eq!((listed.task, listed.contact), (Some(2001), i64::try_from(contact.id).ok()));
}

#[tokio::test]
async fn a_first_lead_makes_what_the_settings_say() {
    for (create, contacts, tasks) in
        [("contact", 1, 0), ("task", 0, 1), ("contact_and_task", 1, 1), ("nothing", 0, 0)]
    {
        let wanted = format!("first: {{ assign: rules, create: {create} }}");
        let world = World::with(&[(FIRST, &wanted)]).await;
        world.leave(&olga()).await;
        let made = (world.planfix().contacts().len(), world.planfix().tasks().len());
        assert_eq!(made, (contacts, tasks), "{create}\n{}", world.told_all().await);
    }
}

#[tokio::test]
async fn a_repeated_lead_makes_what_the_settings_say_and_never_a_contact() {
    for (create, tasks) in [("task", 1), ("task_if_none_open", 1), ("nothing", 0)] {
        let wanted = format!("repeat: {{ assign: contact_owner, create: {create} }}");
        let world = World::with(&[(REPEAT, &wanted)]).await;
        let contact = world.add_contact("Ольга", "+7 (903) 123-45-67", Some(3));
        world.leave(&olga()).await;
        assert_eq!(world.planfix().contacts().len(), 1, "{create}");
        let made = world.planfix().tasks();
        assert_eq!(made.len(), tasks, "{create}\n{}", world.told_all().await);
        for task in made {
            assert_eq!(task.counterparty.unwrap().to_string(), format!("contact:{contact}"));
        }
        assert!(world.told().await.contains("Повторное обращение"), "{}", world.told().await);
    }
}

#[tokio::test]
async fn an_open_task_gets_the_message_as_a_comment_instead_of_a_second_task() {
    let wanted = "repeat: { assign: contact_owner, create: task_if_none_open }";
    let world = World::with(&[(REPEAT, wanted)]).await;
    let contact = world.add_contact("Ольга", "79031234567", Some(3));
    let open = world.planfix().add_task(&NewTask {
        name: "Заказ",
        object: Some(12),
        counterparty: Some(contact),
        ..NewTask::default()
    });
    world.leave(&olga()).await;
    assert_eq!(world.planfix().tasks().len(), 1);
    let comments = world.planfix().ledger().rest().containing("comments");
    assert_eq!(comments.len(), 1, "{}", world.planfix().ledger());
    assert_eq!(world.journal().await.remove(0).task, i64::try_from(open).ok());
    assert!(world.told().await.contains("уже есть незавершённая задача"));

    world.planfix().set_task_status(open, 5);
    world.leave(&olga()).await;
    assert_eq!(world.planfix().tasks().len(), 2);
}

#[tokio::test]
async fn the_contact_template_and_the_task_object_are_those_of_the_settings() {
    let world = World::with(&[(
        "contact_template: 1\n    task_object: 12",
        "contact_template: 2\n    task_object: 13",
    )])
    .await;
    world.leave(&olga()).await;
    assert_eq!(world.planfix().contacts().remove(0).template, 2);
    assert_eq!(only_task(&world).object, Some(13));
}

#[tokio::test]
async fn a_visitor_with_an_email_only_is_found_by_it_and_made_with_it() {
    let world = World::start().await;
    let by_mail = Lead::of("Пётр").email("Petr@Example.ru");
    world.leave(&by_mail).await;
    world.leave(&by_mail).await;
    assert_eq!(world.planfix().contacts().len(), 1);
    assert_eq!(world.planfix().tasks().len(), 2);
    let told = world.told().await;
    assert!(told.contains("найден по почте"), "{told}");
    assert!(told.contains("Повторное обращение"), "{told}");
}

#[tokio::test]
async fn a_visitor_without_phone_and_email_gets_a_task_without_a_counterparty() {
    let world = World::start().await;
    world
        .leave(&Lead::of("Аноним").says("Пишите в Telegram").with("visitor_phone_number", "нет"))
        .await;
    assert!(world.planfix().contacts().is_empty());
    let task = only_task(&world);
    assert_eq!(task.counterparty, None);
    assert!(task.description.contains("Пишите в Telegram"), "{}", task.description);
    let told = world.told().await;
    assert!(told.contains("Клиент не оставил ни телефона, ни почты"), "{told}");
}

#[tokio::test]
async fn of_a_visitor_without_phone_and_email_no_contact_alone_is_made() {
    let wanted = "first: { assign: rules, create: contact }";
    let world = World::with(&[(FIRST, wanted)]).await;
    world.leave(&Lead::of("Аноним")).await;
    assert!(world.planfix().contacts().is_empty());
    let reason = &world.journal().await.remove(0).reason;
    let why = bridge::reason_text(reason, domain::text::Lang::Ru).unwrap();
    assert!(why.contains("ни телефона, ни почты"), "{why}");
}

#[tokio::test]
async fn a_company_with_the_phone_is_the_client() {
    let world = World::start().await;
    let new = NewContact {
        name: "ООО «Лютик»",
        phone: Some("74951112233"),
        is_company: true,
        ..NewContact::default()
    };
    let company = world.planfix().add_contact(&new);
    world.leave(&Lead::of("Секретарь").phone("74951112233")).await;
    assert_eq!(only_task(&world).counterparty.unwrap().to_string(), format!("contact:{company}"));
}
