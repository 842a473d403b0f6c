//! Chats: visitors write, operators answer, contacts, tasks and transcripts come of it.

mod answering;
mod callback_auth;
mod calling;
mod clients;
mod desk;
mod files;
mod known;
mod making;
mod mirror;
mod moments;
mod rehearse;
mod responsibles;
mod road;
mod settings;
mod statuses;
mod transcript;
mod unhurried;

use e2e::{World, WorldBuilder};
use sandbox::planfix::Task;
use sandbox::uis::chat::Story;

/// The usual «Чаты» of these tests.
pub(crate) const CHATS: &str = "  chats:
    filter: { enabled: true, conditions: null }
    first: { create: contact_and_task, assign: rules }
    repeat: { create: task, assign: contact_owner }
    create_on: start
    tags: []
    without_contact_data: false
    contact_template: 1
    task_object: 12
";

/// The same with more texts replaced, in what stands around «Чаты».
async fn world_with(changes: &[(&str, &str)], more: &[(&str, &str)]) -> World {
    let section = section(changes);
    let world = WorldBuilder::default().settings(&with_chats(&section)).settings(more);
    let world = world.start().await;
    world.connect_chats().await;
    world
}

/// A world in which UIS tells of chats; each pair replaces a text in the usual «Чаты».
async fn world(changes: &[(&str, &str)]) -> World {
    let world = unconnected(changes, "").await;
    world.connect_chats().await;
    world
}

/// The same before UIS knows our adapter, with more keys for the block of the Chat API.
async fn unconnected(changes: &[(&str, &str)], keys: &str) -> World {
    let section = section(changes);
    let [(place, usual), planfix_chat, leads, responsibles] = with_chats(&section);
    let chat_api = usual.replace("-password }", &format!("-password{keys} }}"));
    let pairs = [(place, &*chat_api), planfix_chat, leads, responsibles];
    WorldBuilder::default().settings(&pairs).start().await
}

/// The usual «Чаты» with these texts replaced, and where «Заявки» begin.
fn section(changes: &[(&str, &str)]) -> String {
    let mut chats = CHATS.to_owned();
    for (from, to) in changes {
        assert!(chats.contains(from), "the usual chats have no `{from}`");
        chats = chats.replace(from, to);
    }
    format!("{chats}  leads:\n")
}

/// What turns the usual settings into settings with chats; the section stands before «Заявки».
pub(crate) fn with_chats(section: &str) -> [(&str, &str); 4] {
    [
        (
            "    call_api: {",
            "    chat_api: { url: \"@SANDBOX@/uis/chat\", login: svyazka, password: sandbox-chat-password }\n    call_api: {",
        ),
        (
            "  uis:\n",
            "  planfix_chat: { url: \"@SANDBOX@/planfix/webchat/api\", token: sandbox-webchat-token, our_token: sandbox-webchat-key }\n  uis:\n",
        ),
        ("  leads:\n", section),
        (
            "    leads: { default: \"user:1\", rules: [] }",
            "    leads: { default: \"user:1\", rules: [] }\n    chats: { default: \"user:1\", rules: [] }",
        ),
    ]
}

/// A visitor of the site who says who he is at once.
pub(crate) fn igor() -> Story {
    Story::of("igor", "comagic").introduces("Игорь Лебедев", Some("79032000004"), None)
}

fn only_task(world: &World) -> Task {
    let mut tasks = world.planfix().tasks();
    assert_eq!(tasks.len(), 1, "{}", world.planfix().ledger());
    tasks.remove(0)
}
