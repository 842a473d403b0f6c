//! People as the two systems describe them.

use domain::employees::{Email, PlanfixPerson, Standing, UisPerson};
use planfix::rest::User;
use uis::data_api::Employee;

pub(super) fn of_planfix(user: &User) -> PlanfixPerson {
    PlanfixPerson {
        id: user.id,
        last_name: user.last_name.clone(),
        first_name: user.first_name.clone(),
        patronymic: user.middle_name.clone(),
        emails: user.emails.iter().filter_map(|email| Email::parse(email)).collect(),
        short_number: user.short_number.clone(),
        standing: standing(user),
    }
}

fn standing(user: &User) -> Standing {
    if user.is_deleted {
        Standing::Deleted
    } else if user.is_robot() {
        Standing::Robot
    } else if user.is_dismissed() {
        Standing::Inactive
    } else {
        Standing::Active
    }
}

pub(super) fn of_uis(employee: &Employee) -> UisPerson {
    UisPerson {
        id: employee.id,
        full_name: employee.full_name.clone(),
        email: employee.email.as_deref().and_then(Email::parse),
        extension: employee.extension.clone(),
    }
}
