//! The Data API v2.0: JSON-RPC over HTTPS, all of it reading.
//!
//! One file for each method we use; [`DataApi`] is the client they all are methods of.

mod classify;
mod client;
mod credentials;
mod envelope;
mod fault;
mod limits;
mod pages;
mod report_time;
mod row;

mod account;
mod call_legs_report;
mod calls_report;
mod campaigns;
mod employees;
mod scenarios;
mod sites;
mod tags;
mod virtual_numbers;

pub use account::Account;
pub use call_legs_report::CallLeg;
pub use calls_report::{CallEmployee, CallRow, CallTag, CallsQuery, Durations, Named};
pub use campaigns::Campaign;
pub use classify::codes;
pub use client::DataApi;
pub use credentials::Credentials;
pub use employees::{Employee, EmployeePhone};
pub use limits::Limits;
pub use report_time::ReportTime;
pub use scenarios::Scenario;
pub use sites::Site;
pub use tags::Tag;
pub use virtual_numbers::{NumberScenario, VirtualNumber};
