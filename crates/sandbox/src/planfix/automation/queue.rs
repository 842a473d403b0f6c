//! The account's one queue of outgoing requests.

use std::collections::VecDeque;

use jiff::{SignedDuration, Timestamp};
use serde::Serialize;

use super::{AutomaticScenario, Body, TaskEvent};
use crate::planfix::company::Task;

/// After how long a failed request is tried again, one entry an attempt.
const AGAIN: [i64; 4] = [15 * 60, 30 * 60, 60 * 60, 60 * 60];
/// How long nothing leaves the account after a failure.
const HALT: SignedDuration = SignedDuration::from_mins(3);
/// How many answered requests are remembered.
const KEPT: usize = 200;

/// A request that waits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Post {
    pub(crate) task: u64,
    pub(crate) event: TaskEvent,
    pub(crate) url: String,
    pub(crate) content_type: &'static str,
    pub(crate) body: String,
    failures: usize,
    due: Timestamp,
}

/// A request that was sent, and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Posted {
    /// When.
    pub at: Timestamp,
    /// The task it told of.
    pub task: u64,
    /// What had happened.
    pub event: TaskEvent,
    /// The HTTP status; none when nobody answered.
    pub status: Option<u16>,
    /// Which attempt it was.
    pub attempt: usize,
    /// Whether it was given up («Инциденты»).
    pub given_up: bool,
}

/// The queue.
#[derive(Debug, Clone, Default)]
pub(crate) struct Queue {
    waiting: VecDeque<Post>,
    halted_until: Option<Timestamp>,
    sent: VecDeque<Posted>,
    /// Whether somebody is carrying requests out.
    pub(crate) is_served: bool,
}

impl Queue {
    /// Adds what the scenario sends about the task.
    pub(crate) fn add(&mut self, scenario: &AutomaticScenario, task: &Task, now: Timestamp) {
        let (content_type, body) = match scenario.body {
            Body::Json => (
                "application/json",
                serde_json::json!({ "task_id": task.id.to_string() }).to_string(),
            ),
            Body::Form => ("application/x-www-form-urlencoded", format!("task_id={}", task.id)),
            Body::Text => (
                "application/json",
                format!("{{\"name\":\"{}\",\"task_id\":\"{}\"}}", task.name, task.id),
            ),
        };
        self.waiting.push_back(Post {
            task: task.id,
            event: scenario.event,
            url: scenario.url.clone(),
            content_type,
            body,
            failures: 0,
            due: now,
        });
    }

    /// Takes the next request that may leave.
    pub(crate) fn take(&mut self, now: Timestamp) -> Option<Post> {
        if self.halted_until.is_some_and(|until| now < until) {
            return None;
        }
        let place = self.waiting.iter().position(|post| post.due <= now)?;
        self.waiting.remove(place)
    }

    /// When the next request may leave.
    pub(crate) fn next_due(&self) -> Option<Timestamp> {
        let due = self.waiting.iter().map(|post| post.due).min()?;
        Some(self.halted_until.map_or(due, |until| due.max(until)))
    }

    /// Keeps what came of a request; a failed one comes again, or is given up.
    pub(crate) fn settle(&mut self, mut post: Post, status: Option<u16>, now: Timestamp) {
        let failed = status != Some(200);
        let pause = AGAIN.get(post.failures).copied().filter(|_| failed);
        if self.sent.len() >= KEPT {
            self.sent.pop_front();
        }
        self.sent.push_back(Posted {
            at: now,
            task: post.task,
            event: post.event,
            status,
            attempt: post.failures + 1,
            given_up: failed && pause.is_none(),
        });
        if failed {
            self.halted_until = now.checked_add(HALT).ok();
        }
        if let Some(pause) = pause {
            post.failures += 1;
            post.due = now.checked_add(SignedDuration::from_secs(pause)).unwrap_or(Timestamp::MAX);
            self.waiting.push_back(post);
        }
    }

    /// Requests that were sent, oldest first; the last two hundred.
    pub(crate) fn sent(&self) -> Vec<Posted> {
        self.sent.iter().cloned().collect()
    }

    /// How many wait.
    pub(crate) fn waiting(&self) -> usize {
        self.waiting.len()
    }
}
