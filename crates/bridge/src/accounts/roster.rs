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

/// The list, and when it was read.
pub(super) struct Roster {
    uis: Option<Arc<DataApi>>,
    clock: Arc<dyn Clock>,
    read: Mutex<Option<Read>>,
}

struct Read {
    at: Timestamp,
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
        if let Some(read) = read.as_ref().filter(|read| now.duration_since(read.at) < old) {
            return Ok(Arc::clone(&read.employees));
        }
        match (uis.employees().await, read.as_ref()) {
            (Ok(employees), _) => {
                let employees = Arc::new(employees);
                *read = Some(Read { at: now, employees: Arc::clone(&employees) });
                Ok(employees)
            }
            (Err(failure), Some(old)) => {
                tracing::warn!(%failure, "the list of employees is an old one");
                Ok(Arc::clone(&old.employees))
            }
            (Err(failure), None) => Err(failure),
        }
    }
}

fn find(employees: &[Employee], id: UisEmployeeId) -> Option<Employee> {
    employees.iter().find(|employee| employee.id == id).cloned()
}
