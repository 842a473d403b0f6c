//! The guard: an address in the settings must not lead to this machine's neighbours.

use std::net::IpAddr;

use axum::Router;
use axum::routing::any;
use domain::{Class, Failure};
use upstream::{Effect, Guard, Request, TransportKind, is_public};

use crate::world::{guarded_port, open_port, server};

#[test]
fn only_addresses_of_the_public_internet_are_public() {
    let private = [
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.9.9.9",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.2.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "::127.0.0.1",
        "64:ff9b::10.0.0.1",
        "2002:7f00:1::",
        "2001::1",
        "2001:db8::1",
        "fc00::1",
        "fd12::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "100::1",
    ];
    for address in private {
        assert!(!is_public(address.parse::<IpAddr>().unwrap()), "{address} passed for public");
    }
    let public = [
        "1.1.1.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.167.1.1",
        "223.255.255.255",
        "2a02:6b8::2:242",
        "2606:4700:4700::1111",
        "::ffff:8.8.8.8",
        "64:ff9b::8.8.8.8",
    ];
    for address in public {
        assert!(is_public(address.parse::<IpAddr>().unwrap()), "{address} passed for private");
    }
}

#[test]
fn what_the_address_itself_says_is_checked_at_once() {
    let guard = Guard { allow_private: false };
    let refused = [
        "http://romashka.planfix.ru/",
        "ftp://romashka.planfix.ru/",
        "https://127.0.0.1/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://[::1]/",
        "https://[::ffff:10.0.0.1]/",
        "https://192.168.0.1:8443/rest/",
    ];
    for address in refused {
        assert!(guard.check_url(&address.parse().unwrap()).is_err(), "{address} was let through");
    }
    assert!(guard.check_url(&"https://romashka.planfix.ru/rest/".parse().unwrap()).is_ok());
    assert!(guard.check_url(&"https://8.8.8.8/".parse().unwrap()).is_ok());
}

#[tokio::test]
async fn a_name_is_judged_by_what_it_resolves_to_at_the_connection() {
    let request = Request::post("https://localhost:8443/".parse().unwrap(), Effect::Write);
    let error = guarded_port().send(request).await.unwrap_err();
    assert_eq!(error.kind, TransportKind::Forbidden);
    let failure = Failure::from(error);
    assert_eq!((failure.class, failure.code.as_str()), (Class::Permanent, "NET-FORBIDDEN"));
}

#[tokio::test]
async fn a_forbidden_address_is_never_connected_to() {
    let url = server(Router::new().fallback(any(|| async { "reached" }))).await;
    let error = guarded_port().send(Request::get(url.clone())).await.unwrap_err();
    assert_eq!(error.kind, TransportKind::Forbidden);
    assert_eq!(open_port().send(Request::get(url)).await.unwrap().text(), "reached");
}
