//! Where people find things in Planfix's own pages.
//!
//! Source: the addresses that Planfix itself puts into its letters, `https://account.planfix.ru/task/12` and
//! `https://account.planfix.ru/contact/12`.

use url::Url;

/// The page of a task, beside the REST API of the account.
pub fn task(rest: &Url, number: i64) -> Option<Url> {
    beside(rest, &format!("task/{number}"))
}

/// The page of a contact.
pub fn contact(rest: &Url, number: i64) -> Option<Url> {
    beside(rest, &format!("contact/{number}"))
}

/// The REST API stands at `…/rest/`.
fn beside(rest: &Url, page: &str) -> Option<Url> {
    let whole = rest.as_str().trim_end_matches('/');
    let account = whole.strip_suffix("/rest")?;
    Url::parse(&format!("{account}/{page}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_stand_beside_the_rest_api() {
        let rest = "https://romashka.planfix.ru/rest/".parse().unwrap();
        assert_eq!(task(&rest, 7).unwrap().as_str(), "https://romashka.planfix.ru/task/7");
        assert_eq!(contact(&rest, 5).unwrap().as_str(), "https://romashka.planfix.ru/contact/5");
    }

    #[test]
    fn another_address_has_no_pages_that_we_know_of() {
        assert_eq!(task(&"https://example.ru/api".parse().unwrap(), 7), None);
    }
}
