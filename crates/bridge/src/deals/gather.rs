//! What many lanes want at the same time, asked at once: while one request is on its way, whoever comes
//! waits for the next one, which takes all who wait.

use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use async_trait::async_trait;
use tokio::sync::oneshot;

/// How many things are asked for at once.
#[async_trait]
pub(super) trait Together<T, R>: Send + Sync {
    /// Asks, and answers in the order of what it is given.
    async fn all(&self, things: Vec<T>) -> Vec<R>;
}

/// Gatherings by key.
pub(super) struct Gathers<K, T, R>(Mutex<HashMap<K, Arc<Gather<T, R>>>>);

impl<K, T, R> Default for Gathers<K, T, R> {
    fn default() -> Self {
        Self(Mutex::default())
    }
}

impl<K: Eq + Hash + Clone, T, R> Gathers<K, T, R> {
    /// The gathering of a key.
    pub(super) fn of(&self, key: &K) -> Arc<Gather<T, R>> {
        Arc::clone(lock(&self.0).entry(key.clone()).or_default())
    }
}

/// One gathering.
pub(super) struct Gather<T, R> {
    waiting: Mutex<Vec<(T, oneshot::Sender<R>)>>,
    turn: tokio::sync::Mutex<()>,
}

impl<T, R> Default for Gather<T, R> {
    fn default() -> Self {
        Self { waiting: Mutex::default(), turn: tokio::sync::Mutex::default() }
    }
}

impl<T: Send, R: Send> Gather<T, R> {
    /// Asks for one thing, together with at most `most` in all. `None` when whoever asked for it together
    /// with others was broken off.
    pub(super) async fn ask(
        &self,
        one: T,
        most: usize,
        together: &dyn Together<T, R>,
    ) -> Option<R> {
        let (sender, mut answer) = oneshot::channel();
        lock(&self.waiting).push((one, sender));
        let turn = tokio::select! {
            biased;
            told = &mut answer => return told.ok(),
            turn = self.turn.lock() => turn,
        };
        loop {
            match answer.try_recv() {
                Ok(told) => return Some(told),
                Err(oneshot::error::TryRecvError::Closed) => return None,
                Err(oneshot::error::TryRecvError::Empty) => {}
            }
            let (things, senders) = self.take(most);
            for (told, sender) in together.all(things).await.into_iter().zip(senders) {
                // whoever has gone away meanwhile will find out by himself
                drop(sender.send(told));
            }
            // the next round takes those who came during this one, until our own is answered
            let _held = &turn;
        }
    }

    /// Those whose turn it is, and who are still there.
    fn take(&self, most: usize) -> (Vec<T>, Vec<oneshot::Sender<R>>) {
        let mut waiting = lock(&self.waiting);
        waiting.retain(|(_, sender)| !sender.is_closed());
        let count = waiting.len().min(most);
        waiting.drain(..count).unzip()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
