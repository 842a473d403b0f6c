//! The Data API v2.0: reports and catalogues, and the few things that are written there.
//!
//! One file for each method we use; [`DataApi`] is the client they all are methods of.

mod pages;
mod report_shape;
mod report_time;

mod account;
mod call_legs_report;
mod calls_report;
mod campaigns;
mod chat_channels;
mod chat_messages_report;
mod chats_report;
mod create_employee;
mod deals;
mod employee_status;
mod employees;
mod offline_messages_report;
mod scenarios;
mod sip_lines;
mod sites;
mod tags;
mod virtual_numbers;

use std::sync::Arc;

use ambient::Clock;
use upstream::{Http, Sight};
use url::Url;

use crate::rpc::{Client, Service};
use report_shape::Shape;

pub use crate::rpc::{Credentials, Limits, codes};
pub use account::Account;
pub use call_legs_report::CallLeg;
pub use calls_report::{CallEmployee, CallRow, CallTag, CallsQuery, Durations, Named};
pub use campaigns::Campaign;
pub use chat_messages_report::{ChatFileLink, ChatMessageRow};
pub use chats_report::{ChatRow, ChatStatus, ChatsQuery};
pub use create_employee::NewEmployee;
pub use deals::UPLOAD_ROWS;
pub use employees::{Employee, EmployeePhone};
pub use offline_messages_report::LeadRow;
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
    calls_shape: Shape,
    /// What was learnt about its report of chats.
    chats_shape: Shape,
    /// What was learnt about its report of leads.
    leads_shape: Shape,
}

impl DataApi {
    /// A client for the account. `url` is the Data API's whole address, with the version
    /// (`https://dataapi.uiscom.ru/v2.0`).
    pub fn new(http: Http, url: Url, credentials: Credentials, clock: Arc<dyn Clock>) -> Self {
        Self {
            rpc: Client::new(http, Service::DataApi, url, credentials, clock),
            calls_shape: Shape::of(calls_report::columns::COLUMNS),
            chats_shape: Shape::of(chats_report::COLUMNS),
            leads_shape: Shape::of(offline_messages_report::COLUMNS),
        }
    }

    /// With a place to note how the exchanges went.
    #[must_use]
    pub fn seen_by(mut self, sight: Sight) -> Self {
        self.rpc.seen_by(sight);
        self
    }

    /// The account's allowance as the last answer that told it had it.
    pub fn limits(&self) -> Option<Limits> {
        self.rpc.limits()
    }
}
