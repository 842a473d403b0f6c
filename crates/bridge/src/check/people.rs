//! Employees of both systems.

use domain::ids::{PlanfixUserId, UisEmployeeId};
use domain::phone::ShortNumber;
use planfix::rest::User;

use super::named::At;
use super::{PRIORITY, Report, RestDoor, Subject, Trouble, UisDoor, Verdict};

/// Checks each employee of Planfix, and the short numbers given by hand.
pub(super) async fn check_planfix(
    rest: &RestDoor<'_>,
    named: &[At<(PlanfixUserId, Option<ShortNumber>)>],
    report: &mut Report,
) {
    if named.is_empty() {
        return;
    }
    // the dismissed too: "dismissed" says more than "does not exist"
    let known = match rest {
        Ok(rest) => rest.users(false, PRIORITY).await,
        Err(failure) => Err(failure.clone()),
    };
    for (path, (id, number)) in named {
        let subject = Subject::PlanfixUser(*id);
        let user = match &known {
            Ok(users) => users.iter().find(|user| user.id == *id),
            Err(failure) => {
                report.add(path, subject, Verdict::Unasked(failure.clone()));
                continue;
            }
        };
        report.add(path, subject, user.map_or_else(missing, standing));
        if let (Some(user), Some(number)) = (user, number) {
            short_number(rest, path, user, number, report).await;
        }
    }
}

fn missing() -> Verdict {
    Verdict::Wrong(Trouble::Missing { nearest: None })
}

fn standing(user: &User) -> Verdict {
    let name = user.name.clone();
    if user.is_dismissed() {
        Verdict::Wrong(Trouble::Inactive { name })
    } else if user.is_robot() {
        Verdict::Wrong(Trouble::Robot { name })
    } else {
        Verdict::named(name)
    }
}

/// Asked for by the number: not every account tells it when asked for the employee.
async fn short_number(
    rest: &RestDoor<'_>,
    path: &str,
    user: &User,
    given: &ShortNumber,
    report: &mut Report,
) {
    let bearers = match rest {
        Ok(rest) => rest.users_by_short_number(given, PRIORITY).await,
        Err(failure) => Err(failure.clone()),
    };
    let verdict = match bearers {
        Ok(bearers) if bearers.iter().any(|bearer| bearer.id == user.id) => {
            Verdict::Good { name: None }
        }
        Ok(_) => Verdict::Wrong(Trouble::OtherShortNumber),
        Err(failure) => Verdict::Unasked(failure),
    };
    let path = path.replace(".planfix_user", ".short_number");
    report.add(&path, Subject::ShortNumber(user.id, given.clone()), verdict);
}

/// Checks each employee of UIS.
pub(super) async fn check_uis(uis: &UisDoor<'_>, named: &[At<UisEmployeeId>], report: &mut Report) {
    if named.is_empty() {
        return;
    }
    let known = match uis {
        Ok(uis) => uis.employees().await,
        Err(failure) => Err(failure.clone()),
    };
    for (path, id) in named {
        let verdict = match &known {
            Ok(employees) => match employees.iter().find(|employee| employee.id == *id) {
                Some(employee) => Verdict::named(employee.full_name.as_str()),
                None => missing(),
            },
            Err(failure) => Verdict::Unasked(failure.clone()),
        };
        report.add(path, Subject::UisEmployee(*id), verdict);
    }
}
