//! Whose word about where a request comes from is believed.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use std::str::FromStr;

/// Reverse proxies and balancers that stand before us, by their addresses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrustedProxies(Vec<Network>);

/// The text names no addresses.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("адреса и сети через запятую, например 127.0.0.1, 10.0.0.0/8")]
pub struct NoProxies;

/// All addresses that begin alike.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Network {
    address: u128,
    /// How many bits, of 128, they have in common.
    prefix: u32,
}

impl Default for TrustedProxies {
    /// Those on this machine.
    fn default() -> Self {
        let four = Network::of(Ipv4Addr::LOCALHOST.into(), 8);
        let six = Network::of(Ipv6Addr::LOCALHOST.into(), 128);
        Self([four, six].into_iter().flatten().collect())
    }
}

impl TrustedProxies {
    /// Whether the address is one of them.
    pub fn trust(&self, address: IpAddr) -> bool {
        self.0.iter().any(|network| network.holds(address))
    }

    /// Where a request comes from: `peer` has sent it to us, `told` is what the proxies on the way have
    /// written down, the nearest last. The nearest address that is no proxy of ours is the sender's; what
    /// stands before it is his own word.
    pub(crate) fn sender<'a>(
        &self,
        peer: IpAddr,
        told: impl DoubleEndedIterator<Item = &'a str>,
    ) -> IpAddr {
        let mut sender = peer;
        for word in told.rev() {
            if !self.trust(sender) {
                break;
            }
            // anything else than an address is nobody's word
            let Ok(before) = word.trim().parse() else { break };
            sender = before;
        }
        sender
    }
}

impl FromStr for TrustedProxies {
    type Err = NoProxies;

    fn from_str(text: &str) -> Result<Self, NoProxies> {
        let words = text.split(',').map(str::trim).filter(|word| !word.is_empty());
        let networks: Vec<Network> = words.map(str::parse).collect::<Result<_, _>>()?;
        if networks.is_empty() { Err(NoProxies) } else { Ok(Self(networks)) }
    }
}

impl FromStr for Network {
    type Err = NoProxies;

    fn from_str(word: &str) -> Result<Self, NoProxies> {
        let (address, prefix) = word.split_once('/').map_or((word, None), |(a, p)| (a, Some(p)));
        let address: IpAddr = address.parse().map_err(|_| NoProxies)?;
        let whole = if address.is_ipv4() { 32 } else { 128 };
        let prefix = prefix.map_or(Ok(whole), |prefix| prefix.parse().map_err(|_| NoProxies))?;
        Self::of(address, prefix).ok_or(NoProxies)
    }
}

impl Network {
    /// The network of an address; `None` when the prefix is longer than an address.
    fn of(address: IpAddr, prefix: u32) -> Option<Self> {
        let prefix = if address.is_ipv4() { prefix.checked_add(96)? } else { prefix };
        (prefix <= 128).then(|| Self { address: bits(address), prefix })
    }

    fn holds(self, address: IpAddr) -> bool {
        let differ = self.address ^ bits(address);
        differ.leading_zeros() >= self.prefix
    }
}

/// An address as a number; an IPv4 address as IPv6 carries it.
fn bits(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(four) => four.to_ipv6_mapped().into(),
        IpAddr::V6(six) => six.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sender(proxies: &str, peer: &str, told: &str) -> String {
        let proxies: TrustedProxies = proxies.parse().unwrap();
        let told = told.split(',').filter(|word| !word.is_empty());
        proxies.sender(peer.parse().unwrap(), told).to_string()
    }

    #[test]
    fn a_stranger_is_not_believed() {
        assert_eq!(sender("10.0.0.1", "203.0.113.7", "1.1.1.1"), "203.0.113.7");
    }

    #[test]
    fn the_nearest_address_that_is_no_proxy_of_ours_is_the_senders() {
        let ours = "10.0.0.0/8, 192.0.2.1";
        assert_eq!(sender(ours, "10.1.2.3", "1.1.1.1, 203.0.113.7"), "203.0.113.7");
        assert_eq!(sender(ours, "10.1.2.3", "1.1.1.1, 203.0.113.7, 192.0.2.1"), "203.0.113.7");
        assert_eq!(sender(ours, "10.1.2.3", "10.9.9.9"), "10.9.9.9");
        assert_eq!(sender(ours, "10.1.2.3", ""), "10.1.2.3");
    }

    #[test]
    fn what_is_no_address_ends_the_story() {
        assert_eq!(sender("10.0.0.0/8", "10.1.2.3", "1.1.1.1, unknown"), "10.1.2.3");
    }

    #[test]
    fn networks_are_read() {
        let trusts = |proxies: &str, address: &str| {
            proxies.parse::<TrustedProxies>().unwrap().trust(address.parse().unwrap())
        };
        assert!(trusts("172.16.0.0/12", "172.31.255.255"));
        assert!(!trusts("172.16.0.0/12", "172.32.0.0"));
        assert!(trusts("fd00::/8", "fd12::1"));
        assert!(trusts("10.0.0.1", "::ffff:10.0.0.1"), "IPv4 as IPv6 carries it");
        assert!(trusts("0.0.0.0/0", "8.8.8.8") && !trusts("0.0.0.0/0", "2001:db8::1"));
        for wrong in ["", "10.0.0.0/33", "::1/129", "balancer", "10.0.0.1;10.0.0.2"] {
            assert!(wrong.parse::<TrustedProxies>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn by_default_this_machine_is_believed() {
        let default = TrustedProxies::default();
        assert!(default.trust("127.0.0.5".parse().unwrap()));
        assert!(default.trust("::1".parse().unwrap()));
        assert!(!default.trust("10.0.0.1".parse().unwrap()));
    }
}
