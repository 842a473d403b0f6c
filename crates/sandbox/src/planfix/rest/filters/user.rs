//! Filters of employees.

use super::Filter;
use crate::planfix::company::{Company, User};

/// Whether an employee passes.
pub(in crate::planfix::rest) fn user_fits(
    filter: &Filter,
    user: &User,
    _company: &Company,
) -> Option<bool> {
    match filter.kind {
        9001 => filter.one_of(user.groups.first().copied()),
        9002 => filter.contained_in(&user.phones.join("\n")),
        9003 => filter.equal_to(&user.email),
        9004 => filter.contained_in(user.short_number.as_deref().unwrap_or_default()),
        9006 => filter.contained_in(&user.full_name()),
        9008 => filter.one_of(Some(user.id)),
        9009 => filter.equal_to(user.role),
        9121 => filter.contained_in(&user.name),
        9122 => filter.contained_in(&user.midname),
        9123 => filter.contained_in(&user.lastname),
        _ => None,
    }
}
