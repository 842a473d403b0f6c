//! The Data API's client against a server on this machine.

mod calls;
mod catalogues;
mod chats;
mod columns;
mod deals;
mod envelope;
mod leads;
mod legs;
mod new_employee;
mod pages;
mod refusals;
mod session;
mod sip_lines;
