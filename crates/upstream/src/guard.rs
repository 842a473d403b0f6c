//! The egress guard: an address written into the settings (or sent by a stranger) must not lead this
//! server to its own neighbours.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use url::{Host, Url};

/// Which addresses may be spoken to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Guard {
    /// Whether http and private or loopback addresses are let through: for the sandbox and for
    /// installations whose outside systems stand in the same closed network.
    pub allow_private: bool,
}

impl Guard {
    /// Checks what the address itself says: the scheme, and an IP written as the host. Names are
    /// checked when they are resolved, at each connection.
    ///
    /// # Errors
    /// Why the address is refused.
    pub fn check_url(self, url: &Url) -> Result<(), &'static str> {
        match url.scheme() {
            "https" => {}
            "http" if self.allow_private => {}
            _ => {
                return Err(
                    "разрешены только адреса https (другие — с SVYAZKA_ALLOW_PRIVATE_UPSTREAMS=true)",
                );
            }
        }
        let permitted = match url.host() {
            None => return Err("в адресе нет имени сервера"),
            Some(Host::Domain(_)) => true,
            Some(Host::Ipv4(ip)) => self.permits(IpAddr::V4(ip)),
            Some(Host::Ipv6(ip)) => self.permits(IpAddr::V6(ip)),
        };
        if permitted { Ok(()) } else { Err(PRIVATE) }
    }

    /// Whether a resolved address may be connected to.
    pub fn permits(self, ip: IpAddr) -> bool {
        self.allow_private || is_public(ip)
    }
}

/// Why a private address is refused.
pub(crate) const PRIVATE: &str = "это адрес внутренней сети";

/// Whether the address belongs to the public internet: not private, loopback, link-local, carrier-grade
/// NAT, multicast, unspecified, reserved, nor one of these wrapped in IPv6.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => is_public_v4(ip),
        IpAddr::V6(ip) => is_public_v6(ip),
    }
}

/// IANA's registry of special-purpose IPv4 addresses.
fn is_public_v4(ip: Ipv4Addr) -> bool {
    let [a, b, c, _] = ip.octets();
    !matches!(
        (a, b, c),
        (0 | 10 | 127 | 224..=255, _, _)
            | (100, 64..=127, _)
            | (169, 254, _)
            | (172, 16..=31, _)
            | (192, 0, 0 | 2)
            | (192, 88, 99)
            | (192, 168, _)
            | (198, 18 | 19, _)
            | (198, 51, 100)
            | (203, 0, 113)
    )
}

/// Only global unicast (`2000::/3`) without its special parts; IPv6 forms that carry an IPv4 address
/// are judged by what they carry.
fn is_public_v6(ip: Ipv6Addr) -> bool {
    match ip.segments() {
        [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] => {
            is_public_v4(carried(high, low))
        }
        [0x2002, high, low, ..] => is_public_v4(carried(high, low)),
        [0x2001, 0..=0x1ff | 0xdb8, ..] | [0x3fff, 0..=0xfff, ..] => false,
        [first, ..] => (0x2000..0x4000).contains(&first),
    }
}

fn carried(high: u16, low: u16) -> Ipv4Addr {
    let ([a, b], [c, d]) = (high.to_be_bytes(), low.to_be_bytes());
    Ipv4Addr::new(a, b, c, d)
}
