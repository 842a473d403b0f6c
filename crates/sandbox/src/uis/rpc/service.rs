//! The two services, and what a call of either passes on its way.

use jiff::Timestamp;
use serde_json::{Value, json};

use super::account;
use super::envelope::{self, Request};
use super::error::ApiError;
use super::points::Points;
use crate::Door;
use crate::ledger::{Entry, Kind};
use crate::uis::settings::Limits;
use crate::uis::state::State;
use crate::uis::{call_api, data_api};

/// A service of UIS that speaks JSON-RPC.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::uis) enum Service {
    DataApi,
    CallApi,
}

impl Service {
    pub(super) fn door(self) -> Door {
        match self {
            Self::DataApi => Door::DataApi,
            Self::CallApi => Door::CallApi,
        }
    }

    /// The version in its address.
    pub(in crate::uis) fn version(self) -> &'static str {
        match self {
            Self::DataApi => "v2.0",
            Self::CallApi => "v4.0",
        }
    }

    fn knows(self, method: &str) -> bool {
        match self {
            Self::DataApi => data_api::knows(method),
            Self::CallApi => call_api::knows(method),
        }
    }
}

/// What a call gives.
#[derive(Debug)]
pub(in crate::uis) struct Answer {
    /// `result.data`.
    pub(in crate::uis) data: Value,
    /// `metadata.total_items` of lists.
    pub(in crate::uis) total: Option<usize>,
    /// What it changed, for the ledger.
    pub(in crate::uis) effects: Vec<String>,
}

impl Answer {
    /// An answer that changed nothing.
    pub(in crate::uis) fn data(data: Value) -> Self {
        Self { data, total: None, effects: Vec::new() }
    }

    /// The same of a call that changed something.
    pub(in crate::uis) fn with_effect(self, effect: String) -> Self {
        Self { effects: vec![effect], ..self }
    }
}

impl State {
    /// The checks in the order in which UIS makes them, then the method itself; with the line for
    /// the ledger and the whole answer.
    pub(super) fn serve(
        &mut self,
        service: Service,
        request: &Request,
        now: Timestamp,
    ) -> (Entry, Value) {
        let mut entry = note(service, request, now);
        let outcome = self.checked(service, request, now);
        let mut metadata = json!({ "limits": self.limits_left(service, now) });
        let answer = match outcome {
            Ok(answer) => {
                if let (Some(total), Some(fields)) = (answer.total, metadata.as_object_mut()) {
                    fields.insert("total_items".to_owned(), json!(total));
                }
                entry.effects = answer.effects;
                envelope::success(&request.id, &answer.data, &metadata)
            }
            Err(error) => {
                entry.refusal = Some(error.mnemonic().to_owned());
                let known = if error.knows_limits() { metadata } else { Value::Null };
                envelope::failure(&request.id, &error, &known)
            }
        };
        (entry, answer)
    }

    fn checked(
        &mut self,
        service: Service,
        request: &Request,
        now: Timestamp,
    ) -> Result<Answer, ApiError> {
        if request.method == "login.user" {
            return account::login(self, &request.params, now).map(Answer::data);
        }
        if !service.knows(&request.method) {
            return Err(ApiError::method_not_found());
        }
        if !self.settings.ip_allowed {
            return Err(ApiError::ip_not_whitelisted());
        }
        account::authorise(self, &request.params, now)?;
        let limits = self.limits(service);
        self.points(service).check(limits, now)?;
        let answer = match service {
            Service::DataApi => data_api::perform(self, request, now)?,
            Service::CallApi => call_api::perform(self, request, now)?,
        };
        self.points(service).spend(now);
        Ok(answer)
    }

    fn points(&mut self, service: Service) -> &mut Points {
        match service {
            Service::DataApi => &mut self.data_points,
            Service::CallApi => &mut self.call_points,
        }
    }

    pub(super) fn limits(&self, service: Service) -> Limits {
        match service {
            Service::DataApi => self.settings.limits,
            Service::CallApi => self.settings.call_api.limits,
        }
    }

    fn limits_left(&mut self, service: Service, now: Timestamp) -> Value {
        let limits = self.limits(service);
        self.points(service).to_json(limits, now)
    }
}

/// The ledger's line before anything is known of the outcome.
pub(super) fn note(service: Service, request: &Request, now: Timestamp) -> Entry {
    let asks = ["get.", "list.", "login."].iter().any(|verb| request.method.starts_with(verb));
    let kind = if asks { Kind::Read } else { Kind::Write };
    let words = match service {
        Service::DataApi => data_api::describe(request),
        Service::CallApi => call_api::describe(request),
    };
    Entry::new(now, service.door(), kind, words)
}
