//! The values that conditions compare with: a mistyped site filters every call out without a word.

use domain::conditions::Param;
use domain::phone::Phone;
use domain::text::nearest;

use super::named::At;
use super::uis_lists::{List, UisLists};
use super::{Report, Subject, Trouble, UisDoor, Verdict};

/// Checks each value that UIS has a list of.
pub(super) async fn check(uis: &UisDoor<'_>, values: &[At<(Param, String)>], report: &mut Report) {
    let mut lists = UisLists::new(uis);
    for (path, (param, value)) in values {
        let Some(list) = List::of(*param) else { continue };
        let verdict = match lists.names(list).await {
            Ok(names) => compare(*param, value, names),
            Err(failure) => Verdict::Unasked(failure.clone()),
        };
        report.add(path, subject(*param, value), verdict);
    }
}

fn subject(param: Param, value: &str) -> Subject {
    match (param, Phone::parse(value)) {
        (Param::VirtualNumber, Some(number)) => Subject::VirtualNumber(number),
        _ => Subject::Value(param, value.to_owned()),
    }
}

/// As conditions compare: letters of either case alike, phones by their digits.
fn compare(param: Param, value: &str, names: &[String]) -> Verdict {
    let plain = |text: &str| match (param, Phone::parse(text)) {
        (Param::VirtualNumber, Some(phone)) => phone.digits().to_owned(),
        _ => text.trim().to_lowercase(),
    };
    let wanted = plain(value);
    if names.iter().any(|name| plain(name) == wanted) {
        Verdict::Good { name: None }
    } else {
        let nearest = nearest(value, names.iter().map(String::as_str)).map(str::to_owned);
        Verdict::Wrong(Trouble::Missing { nearest })
    }
}
