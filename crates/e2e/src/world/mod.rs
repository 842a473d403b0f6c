//! The program, the simulated UIS and the simulated Planfix in one process.

mod build;
mod chats;
mod leads;
mod rehearse;
mod requests;
mod serve;
mod time;

use std::sync::Arc;

use ambient::ManualClock;
use bridge::Bridge;
use cabinet::{Connections, HookKind, Hooks, People};
use domain::ids::ConnectionName;
use domain::text::Lang;
use engine::Store;
use engine::journal::{Communication, JournalQuery, Story};
use engine::model::ConnectionId;
use sandbox::Sandbox;
use sandbox::planfix::{NewContact, Planfix};
use sandbox::scenarios::{Interplay, Scenario};
use sandbox::uis::Uis;
use sandbox::uis::script::Script;
use test_stores::TestStore;
use upstream::Http;
use url::Url;

pub use build::{WorldBuilder, settings as usual_settings};
pub use chats::AtWork;
pub use serve::ServedSandbox;
pub(crate) use serve::serve;

/// A small world with one connection, `romashka`.
pub struct World {
    sandbox: Sandbox,
    bridge: Bridge,
    people: People,
    http: Http,
    connections: Connections,
    hooks: Hooks,
    store: Arc<dyn Store>,
    clock: Arc<ManualClock>,
    /// Where the program listens.
    pub url: Url,
    /// The hook that UIS was told.
    pub hook: Url,
    sandbox_url: Url,
    _database: TestStore,
}

impl World {
    /// The world as most tests want it.
    pub async fn start() -> Self {
        WorldBuilder::default().start().await
    }

    /// A world with other settings: each pair replaces a text in the usual settings file.
    pub async fn with(changes: &[(&str, &str)]) -> Self {
        WorldBuilder::default().settings(changes).start().await
    }

    /// The simulated UIS.
    pub fn uis(&self) -> &Uis {
        self.sandbox.uis()
    }

    /// The simulated Planfix.
    pub fn planfix(&self) -> &Planfix {
        self.sandbox.planfix()
    }

    /// The clock of everybody.
    pub fn clock(&self) -> &ManualClock {
        &self.clock
    }

    /// The program put together.
    pub fn bridge(&self) -> &Bridge {
        &self.bridge
    }

    /// The connection's number.
    pub async fn connection(&self) -> ConnectionId {
        let name = ConnectionName::parse("romashka").unwrap();
        self.connections.get(&name).await.unwrap().id
    }

    /// A person in the simulated Planfix, with an owner.
    pub fn add_contact(&self, name: &str, phone: &str, owner: Option<u64>) -> u64 {
        let phone = Some(phone);
        self.planfix().add_contact(&NewContact { name, phone, owner, ..NewContact::default() })
    }

    /// Saves the settings anew, with texts replaced.
    pub async fn change_settings(&self, changes: &[(&str, &str)]) {
        let file = build::settings(&self.sandbox_url, changes);
        self.connections.import(&file, "test").await.unwrap();
    }

    /// Lets a call happen and everything that follows from it.
    pub async fn play(&self, script: &Script) {
        self.play_live(script).await;
        self.settle().await;
    }

    /// Lets calls happen at the same time, each beginning so many seconds from now.
    pub async fn play_together<'a>(&self, calls: impl IntoIterator<Item = (i64, &'a Script)>) {
        let steps = self.uis().steps_of(calls);
        self.perform(steps).await;
        self.settle().await;
    }

    /// Lets a scenario of the sandbox happen, and everything that follows from it.
    pub async fn play_scenario(&self, scenario: &Scenario) {
        if let Some(tricks) = scenario.tricks {
            self.uis().configure(|settings| settings.tricks = tricks());
        }
        self.perform(scenario.steps(self.uis(), None)).await;
        self.uis().release_held().await;
        self.settle().await;
    }

    /// Lets a scenario happen that takes both sides to begin, and everything that follows from it.
    pub async fn play_interplay(&self, interplay: &Interplay) {
        let steps = interplay.begin(&self.sandbox, None).await.unwrap();
        self.perform(steps).await;
        self.play_started().await;
        interplay.mend(&self.sandbox);
        self.settle().await;
    }

    /// Lets a scenario happen that takes both sides to begin, leads it may have, and everything that
    /// follows from it.
    pub async fn play_interplay_with_leads(&self, interplay: &Interplay) {
        self.play_interplay(interplay).await;
        self.read_leads().await;
    }

    /// The journal's list, the newest first.
    pub async fn journal(&self) -> Vec<Communication> {
        let query = JournalQuery { limit: 200, ..JournalQuery::default() };
        self.store.journal(query).await.unwrap().items
    }

    /// Works the newest communication off once more.
    pub async fn replay_newest(&self) {
        let newest = self.journal().await.into_iter().next().unwrap();
        assert!(self.bridge.engine.replay(newest.id).await.unwrap());
    }

    /// The story of the newest communication.
    pub async fn story(&self) -> Story {
        let newest = self.journal().await.into_iter().next().unwrap();
        self.store.story(newest.id).await.unwrap().unwrap()
    }

    /// The story of the newest communication, a line a note, Russian.
    pub async fn told(&self) -> String {
        told(&self.story().await)
    }

    /// The stories of all communications, the oldest first, each under its line of the list.
    pub async fn told_all(&self) -> String {
        let mut all = Vec::new();
        for one in self.journal().await.into_iter().rev() {
            let story = self.store.story(one.id).await.unwrap().unwrap();
            let why = bridge::reason_text(&one.reason, Lang::Ru).unwrap_or_default();
            all.push(format!(
                "== {} {:?} «{}» {why}\n{}",
                one.key,
                one.state,
                one.title,
                told(&story)
            ));
        }
        all.join("\n")
    }

    /// The text with the sandbox's own address, which is another one every time, told by its name.
    pub fn without_ports(&self, text: &str) -> String {
        text.replace(self.sandbox_url.authority(), "sandbox")
    }

    /// What Planfix was asked to change, a line a request.
    pub fn ledger(&self) -> String {
        self.planfix().ledger().without_reads().to_string()
    }

    /// The address of a hook.
    pub async fn hook_url(&self, kind: HookKind) -> Url {
        build::hook_url(&self.hooks, kind, &self.url).await
    }
}

fn told(story: &Story) -> String {
    let lines = story.notes.iter().map(|note| bridge::note_text(note, Lang::Ru));
    lines.collect::<Vec<_>>().join("\n")
}
