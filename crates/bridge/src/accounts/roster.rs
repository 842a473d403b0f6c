//! The employees of UIS, kept for a while.

use std::sync::Arc;

use ambient::Clock;
use domain::Failure;
use domain::ids::UisEmployeeId;
use jiff::{SignedDuration, Timestamp};
use tokio::sync::Mutex;
use uis::data_api::{DataApi, Employee};

use super::ROSTER_LIVES;

/// A stranger makes the list be read anew, at most this often.
const STRANGER_RELOADS: SignedDuration = SignedDuration::from_mins(1);

/// How long UIS is left alone when it did not give the list anew: pop-ups use the old one meanwhile, and
/// none of them waits for a system that is not well.
const FAILED_RESTS: SignedDuration = SignedDuration::from_mins(1);

/// The list, and when it was read.
pub(super) struct Roster {
    uis: Option<Arc<DataApi>>,
    clock: Arc<dyn Clock>,
    read: Mutex<Option<Read>>,
}

struct Read {
    at: Timestamp,
    /// When UIS last failed to give a newer one.
    failed_at: Option<Timestamp>,
    employees: Arc<Vec<Employee>>,
}

impl Roster {
    pub(super) fn new(uis: Option<Arc<DataApi>>, clock: Arc<dyn Clock>) -> Self {
        Self { uis, clock, read: Mutex::new(None) }
    }

    /// Forgets the list: the next question reads it anew.
    pub(super) async fn forget(&self) {
        *self.read.lock().await = None;
    }

    /// Everybody as last read, however long ago; asks nobody.
    pub(super) async fn recall(&self) -> Option<Arc<Vec<Employee>>> {
        self.read.lock().await.as_ref().map(|read| Arc::clone(&read.employees))
    }

    /// One employee; `None` when UIS has none of that id.
    pub(super) async fn find(&self, id: UisEmployeeId) -> Result<Option<Employee>, Failure> {
        let known = find(&self.all(ROSTER_LIVES).await?, id);
        if known.is_some() {
            return Ok(known);
        }
        Ok(find(&self.all(STRANGER_RELOADS).await?, id))
    }

    /// Everybody, read at most `old` ago. When UIS can't be asked, an older list is better than none.
    pub(super) async fn all(&self, old: SignedDuration) -> Result<Arc<Vec<Employee>>, Failure> {
        let Some(uis) = &self.uis else { return Ok(Arc::default()) };
        // whoever comes while the list is being read waits for it instead of asking too
        let mut read = self.read.lock().await;
        let now = self.clock.now();
        if let Some(read) = read.as_ref().filter(|read| read.is_good_for(now, old)) {
            return Ok(Arc::clone(&read.employees));
        }
        match (uis.employees().await, read.as_mut()) {
            (Ok(employees), _) => {
                let employees = Arc::new(employees);
                *read = Some(Read { at: now, failed_at: None, employees: Arc::clone(&employees) });
                Ok(employees)
            }
            (Err(failure), Some(old)) => {
                tracing::warn!(%failure, "the list of employees is an old one");
                old.failed_at = Some(self.clock.now());
                Ok(Arc::clone(&old.employees))
            }
            (Err(failure), None) => Err(failure),
        }
    }
}

impl Read {
    /// Whether it is young enough, or there is no point in asking for a newer one yet.
    fn is_good_for(&self, now: Timestamp, old: SignedDuration) -> bool {
        now.duration_since(self.at) < old
            || self.failed_at.is_some_and(|at| now.duration_since(at) < FAILED_RESTS)
    }
}

fn find(employees: &[Employee], id: UisEmployeeId) -> Option<Employee> {
    employees.iter().find(|employee| employee.id == id).cloned()
}
