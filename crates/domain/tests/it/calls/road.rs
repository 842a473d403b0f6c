//! The ways the notifications of a call may take to us.

use std::fmt;

use domain::calls::CallNotice;
use jiff::{SignedDuration, Timestamp};
use proptest::prelude::*;

use super::history::History;
use super::story::at;

/// A notification that reaches us.
#[derive(Clone)]
pub(crate) struct Arrival {
    pub(crate) at: Timestamp,
    pub(crate) notice: CallNotice,
}

/// Each notification comes once or twice, at most so many seconds late; in their very order when nothing
/// is late.
pub(crate) fn whole(
    calls: impl Strategy<Value = History>,
    late: i64,
) -> impl Strategy<Value = (History, Vec<Arrival>)> {
    calls.prop_flat_map(move |history| {
        let arrivals = arrivals(&history, late, 1);
        (Just(history), arrivals)
    })
}

/// Like [`whole`], and some never come.
pub(crate) fn lossy(
    calls: impl Strategy<Value = History>,
    late: i64,
) -> impl Strategy<Value = (History, Vec<Arrival>)> {
    calls.prop_flat_map(move |history| {
        let arrivals = arrivals(&history, late, 0);
        (Just(history), arrivals)
    })
}

fn arrivals(
    history: &History,
    late: i64,
    at_least: usize,
) -> impl Strategy<Value = Vec<Arrival>> + use<> {
    let copies = |notice: &CallNotice| {
        let notice = notice.clone();
        let sent_at = notice.at.unwrap();
        prop::collection::vec(0..=late, at_least..3).prop_map(move |delays| {
            let arrives = |delay: i64| {
                let at = sent_at + SignedDuration::from_secs(delay);
                Arrival { at, notice: notice.clone() }
            };
            delays.into_iter().map(arrives).collect::<Vec<_>>()
        })
    };
    history.call.notices.iter().map(copies).collect::<Vec<_>>().prop_map(|copies| {
        let mut arrivals = copies.concat();
        arrivals.sort_by_key(|arrival| arrival.at);
        arrivals
    })
}

impl fmt::Debug for Arrival {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let second = |moment: Timestamp| moment.duration_since(at(0)).as_secs();
        let CallNotice { kind, at, employee, talk_seconds, .. } = &self.notice;
        let who = employee.as_ref().map(|one| one.id.0);
        let sent = at.map(second);
        write!(f, "{}: {kind:?} {who:?} of {sent:?}, {talk_seconds:?} s", second(self.at))
    }
}
