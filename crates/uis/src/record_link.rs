//! Links to recordings, for reports that give only hashes.

use domain::ids::{CallSessionId, CommunicationId};
use url::{Host, Url};

/// The link to one recording (`call_records` holds its hash).
///
/// UIS documents `https://app.comagic.ru/system/media/talk/{communication_id}/{hash}/`; for cabinets of
/// uiscom `https://media.uiscom.ru/{call_session_id}/{hash}` is what its clients use. Other brands of
/// the same system (the Data API at `dataapi.BRAND`) follow the documented form under their own name,
/// and a server without a name (a simulator) answers at its own address.
///
/// A text that is an address already is taken as it is. `None` when no address can be made of it.
pub fn of_hash(
    data_api: &Url,
    session: CallSessionId,
    communication: Option<CommunicationId>,
    hash: &str,
) -> Option<Url> {
    if let Some(url) = web(hash) {
        return Some(url);
    }
    let mut link = base(data_api)?;
    let owner = communication.map_or(session.0, |communication| communication.0);
    if link.host_str() == Some("media.uiscom.ru") {
        link.path_segments_mut().ok()?.extend([&session.to_string(), hash]);
    } else {
        let owner = owner.to_string();
        link.path_segments_mut().ok()?.extend(["system", "media", "talk", &owner, hash, ""]);
    }
    Some(link)
}

/// An address that may be shown to people as a link: `http`, `https`, or one without a scheme
/// (`//media.uiscom.ru/…`).
pub fn web(text: &str) -> Option<Url> {
    let text = text.trim();
    let absolute = if text.starts_with("//") { format!("https:{text}") } else { text.to_owned() };
    Url::parse(&absolute).ok().filter(|url| matches!(url.scheme(), "http" | "https"))
}

/// Where recordings of the account live.
fn base(data_api: &Url) -> Option<Url> {
    match data_api.host()? {
        Host::Domain("dataapi.uiscom.ru") => Url::parse("https://media.uiscom.ru").ok(),
        Host::Domain(name) => match name.split_once('.') {
            Some((first, brand)) if first.starts_with("dataapi") => {
                Url::parse(&format!("https://app.{brand}")).ok()
            }
            _ => data_api.join("/").ok(),
        },
        Host::Ipv4(_) | Host::Ipv6(_) => data_api.join("/").ok(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(data_api: &str, communication: Option<i64>, hash: &str) -> String {
        let data_api = Url::parse(data_api).unwrap();
        let communication = communication.map(CommunicationId);
        of_hash(&data_api, CallSessionId(1), communication, hash).unwrap().into()
    }

    #[test]
    fn each_brand_keeps_recordings_at_its_own_place() {
        let cases = [
            ("https://dataapi.uiscom.ru/v2.0", "https://media.uiscom.ru/1/ab"),
            ("https://dataapi.comagic.ru/v2.0", "https://app.comagic.ru/system/media/talk/5/ab/"),
            (
                "https://dataapi.callgear.com/v2.0",
                "https://app.callgear.com/system/media/talk/5/ab/",
            ),
            ("http://127.0.0.1:9000/v2.0", "http://127.0.0.1:9000/system/media/talk/5/ab/"),
            ("http://localhost:9000/v2.0", "http://localhost:9000/system/media/talk/5/ab/"),
        ];
        for (data_api, expected) in cases {
            assert_eq!(link(data_api, Some(5), "ab"), expected);
        }
    }

    #[test]
    fn without_a_communication_the_call_session_stands_in_its_place() {
        let expected = "https://app.comagic.ru/system/media/talk/1/ab/";
        assert_eq!(link("https://dataapi.comagic.ru/v2.0", None, "ab"), expected);
    }

    #[test]
    fn a_hash_cannot_leave_its_place_in_the_path() {
        let link = link("https://dataapi.uiscom.ru/v2.0", None, "../x?y#z");
        assert_eq!(link, "https://media.uiscom.ru/1/..%2Fx%3Fy%23z");
    }

    #[test]
    fn an_address_is_taken_as_it_is() {
        assert_eq!(
            link("https://dataapi.uiscom.ru/v2.0", None, "https://a.ru/1"),
            "https://a.ru/1"
        );
        assert_eq!(web("ftp://a.ru/1"), None);
    }
}
