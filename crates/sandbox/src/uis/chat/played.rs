//! Lets stories happen by the clock.

use super::{Chats, Scene};
use crate::uis::Speed;

impl Chats {
    /// Lets the scenes happen, each at its time. What can't happen any longer (the chat has been closed
    /// from outside) is left out.
    pub async fn play(&self, scenes: Vec<Scene>, speed: Speed) {
        let start = self.uis.clock.now();
        for scene in scenes {
            self.uis.clock.sleep_until(speed.moment(start, scene.after)).await;
            drop(self.let_happen(scene).await);
        }
    }

    /// Lets one scene happen now.
    ///
    /// # Errors
    /// Why it can't happen.
    pub async fn let_happen(&self, scene: Scene) -> Result<(), String> {
        let channel = self.channel(scene.channel).ok_or("there is no such channel")?;
        self.perform(&scene.who(channel), scene.act).await
    }
}
