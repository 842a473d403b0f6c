//! Settings tried before they are saved.

use ambient::Clock;
use bridge::rehearse::{MOST, Rehearsal};
use domain::ids::ConnectionName;
use engine::model::NewNote;
use serde_json::json;

use super::{World, build};

impl World {
    /// Tries the usual settings, with texts replaced, on all communications so far.
    pub async fn rehearse(&self, changes: &[(&str, &str)]) -> Rehearsal {
        self.rehearse_last(MOST, changes).await
    }

    /// Tries them on so many of the last communications.
    pub async fn rehearse_last(&self, count: u32, changes: &[(&str, &str)]) -> Rehearsal {
        let name = ConnectionName::parse("romashka").unwrap();
        let file = build::settings(&self.sandbox_url, changes);
        let draft = self.connections.parse(&file).unwrap();
        let (connection, draft) = self.connections.draft_over(&name, &draft.value).await.unwrap();
        let account = self.bridge.accounts.get(connection.id).await.unwrap();
        let now = self.clock.now();
        bridge::rehearse::rehearse(&*self.store, &account, &draft, count, now).await.unwrap()
    }

    /// Takes a part away from what the newest communication's lane remembers, as if an older version had
    /// stored it.
    pub async fn forget_in_lane(&self, part: &str) {
        let lane = self.journal().await.first().unwrap().id;
        let mut state = self.store.lane(lane).await.unwrap().unwrap().state;
        state.as_object_mut().unwrap().remove(part).unwrap();
        let told = NewNote { kind: "replayed".to_owned(), data: json!({ "by": "test" }) };
        self.store.replay(lane, state, told, self.clock.now()).await.unwrap();
    }
}
