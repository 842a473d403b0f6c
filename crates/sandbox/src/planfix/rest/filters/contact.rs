//! Filters of contacts and companies.

use super::Filter;
use crate::planfix::company::{Company, Contact, Person};

/// Whether a contact passes.
///
/// The phone (4003) is a part of the number as it was written: which form Planfix compares is not
/// documented, and this is the strictest.
pub(in crate::planfix::rest) fn contact_fits(
    filter: &Filter,
    contact: &Contact,
    company: &Company,
) -> Option<bool> {
    let email = contact.email.as_deref().unwrap_or_default();
    match filter.kind {
        2 => filter.refers_to(&contact.supervisors.users, Person::User),
        12 => filter.on_date(contact.created, &company.timezone()),
        38 => filter.on_date(contact.changed, &company.timezone()),
        4001 => filter.contained_in(&contact.full_name()),
        4014 => filter.contained_in(&contact.name),
        4222 => filter.contained_in(&contact.midname),
        4015 => filter.contained_in(&contact.lastname),
        4003 => {
            let numbers: Vec<&str> =
                contact.phones.iter().map(|phone| phone.number.as_str()).collect();
            filter.contained_in(&numbers.join("\n"))
        }
        4005 => filter.contained_in(email),
        4026 => filter.equal_to(email),
        4006 => filter.flag(contact.is_company),
        4007 => filter.flag(!contact.is_company),
        4016 => filter.one_of(Some(contact.template)),
        4231 => filter.one_of(Some(contact.id)),
        4101 => filter.custom_text(&contact.custom),
        4102 => filter.custom_number(&contact.custom),
        4106 => filter.custom_label(&contact.custom),
        4152 => filter.filled(&contact.custom, true),
        4153 => filter.filled(&contact.custom, false),
        _ => None,
    }
}
