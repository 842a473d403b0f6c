//! Requests leave the account, one after the other.

use jiff::Timestamp;
use url::Url;

use super::queue::{Post, Posted};
use crate::planfix::Planfix;
use crate::planfix::state::State;

impl Planfix {
    /// Sends what may leave now, one request after the other; gives how many left.
    pub async fn run_scenarios(&self) -> usize {
        let mut sent = 0;
        loop {
            let now = self.clock().now();
            let Some(post) = self.change(|state| state.queue.take(now)) else { return sent };
            let status = self.deliver(&post).await;
            let now = self.clock().now();
            self.change(|state| state.queue.settle(post, status, now));
            sent += 1;
        }
    }

    async fn deliver(&self, post: &Post) -> Option<u16> {
        let url = Url::parse(&post.url).ok()?;
        let answer = self.inner.outside.send(|http| {
            http.post(url).header("content-type", post.content_type).body(post.body.clone())
        });
        answer.await.ok().map(|answer| answer.status)
    }

    /// When the next request of a scenario may leave.
    pub fn next_scenario_due(&self) -> Option<Timestamp> {
        self.look(|state| state.queue.next_due())
    }

    /// What scenarios have sent, oldest first; the last two hundred.
    pub fn posted(&self) -> Vec<Posted> {
        self.look(|state| state.queue.sent())
    }

    /// Has the queue served in the background until it is empty, where the account plays by itself.
    pub(in crate::planfix) fn serve_scenarios(&self) {
        let begins = |state: &mut State| {
            let wanted = state.company.settings.scenarios_play && state.queue.waiting() > 0;
            let begins = wanted && !state.queue.is_served;
            state.queue.is_served |= begins;
            begins
        };
        let begins = begins(&mut self.lock());
        if begins {
            let planfix = self.clone();
            tokio::spawn(async move { planfix.serve().await });
        }
    }

    async fn serve(self) {
        loop {
            self.run_scenarios().await;
            let due = {
                let mut state = self.lock();
                let due = state.queue.next_due();
                state.queue.is_served = due.is_some();
                due
            };
            let Some(due) = due else { return };
            self.clock().sleep_until(due).await;
        }
    }
}
