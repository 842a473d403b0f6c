//! «Объект задачи».

use domain::ids::TaskObjectId;

use super::named::At;
use super::{PRIORITY, Report, RestDoor, Subject, Trouble, Verdict};

/// Checks each task object.
pub(super) async fn check(rest: &RestDoor<'_>, objects: &[At<TaskObjectId>], report: &mut Report) {
    for (path, id) in objects {
        let found = match rest {
            Ok(rest) => rest.object(*id, PRIORITY).await,
            Err(failure) => Err(failure.clone()),
        };
        let verdict = match found {
            Ok(Some(object)) => Verdict::named(object.name),
            Ok(None) => Verdict::Wrong(Trouble::Missing { nearest: None }),
            Err(failure) => Verdict::Unasked(failure),
        };
        report.add(path, Subject::TaskObject(*id), verdict);
    }
}
