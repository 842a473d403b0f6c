//! The Data API v2.0: reports and catalogues, and the few things that are written there.
//!
//! One file for each method we use; [`DataApi`] is the client they all are methods of.

mod pages;
mod report_time;

mod account;
mod call_legs_report;
mod calls_report;
mod campaigns;
mod create_employee;
mod deals;
mod employees;
mod scenarios;
mod sip_lines;
mod sites;
mod tags;
mod virtual_numbers;

use std::sync::Arc;

use ambient::Clock;
use upstream::Http;
use url::Url;

use crate::rpc::{Client, Service};

pub use crate::rpc::{Credentials, Limits, codes};
pub use account::Account;
pub use call_legs_report::CallLeg;
pub use calls_report::{CallEmployee, CallRow, CallTag, CallsQuery, Durations, Named};
pub use campaigns::Campaign;
pub use create_employee::NewEmployee;
pub use deals::UPLOAD_ROWS;
pub use employees::{Employee, EmployeePhone};
pub use report_time::ReportTime;
pub use scenarios::Scenario;
pub use sip_lines::SipLine;
pub use sites::Site;
pub use tags::Tag;
pub use virtual_numbers::{NumberScenario, VirtualNumber};

/// Speaks to the Data API of one UIS account.
pub struct DataApi {
    rpc: Client,
    /// What was learnt about the calls report of this account.
    calls_shape: calls_report::Shape,
}

impl DataApi {
    /// A client for the account. `url` is the Data API's whole address, with the version
    /// (`https://dataapi.uiscom.ru/v2.0`).
    pub fn new(http: Http, url: Url, credentials: Credentials, clock: Arc<dyn Clock>) -> Self {
        Self {
            rpc: Client::new(http, Service::DataApi, url, credentials, clock),
            calls_shape: calls_report::Shape::default(),
        }
    }

    /// The account's allowance as the last answer that told it had it.
    pub fn limits(&self) -> Option<Limits> {
        self.rpc.limits()
    }
}
