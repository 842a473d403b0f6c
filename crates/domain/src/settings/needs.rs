//! Which credentials the enabled sections can't do without.

use serde_json::Value;

use super::problem::{Because, Problem, ProblemKind};
use super::{SecretPath, Settings};

/// A block of credentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Credential {
    PlanfixRest,
    PlanfixTelephony,
    PlanfixChat,
    DataApi,
    CallApi,
    ChatApi,
}

/// A block that is needed, and why.
#[derive(Debug, Clone, Copy)]
pub(super) struct Needed {
    pub(super) credential: Credential,
    pub(super) because: Because,
}

impl Credential {
    fn path(self) -> &'static str {
        match self {
            Self::PlanfixRest => "credentials.planfix_rest",
            Self::PlanfixTelephony => "credentials.planfix_telephony",
            Self::PlanfixChat => "credentials.planfix_chat",
            Self::DataApi => "credentials.uis.data_api",
            Self::CallApi => "credentials.uis.call_api",
            Self::ChatApi => "credentials.uis.chat_api",
        }
    }

    /// The secret without which the block is of no use.
    pub(super) fn secret(self) -> SecretPath {
        match self {
            Self::PlanfixRest => SecretPath::PlanfixRestToken,
            Self::PlanfixTelephony => SecretPath::PlanfixTelephonyToken,
            Self::PlanfixChat => SecretPath::PlanfixChatToken,
            Self::DataApi => SecretPath::UisDataApiToken,
            Self::CallApi => SecretPath::UisCallApiToken,
            Self::ChatApi => SecretPath::UisChatApiPassword,
        }
    }

    fn is_in(self, file: &Value) -> bool {
        let pointer = format!("/{}", self.path().replace('.', "/"));
        file.pointer(&pointer).is_some_and(|block| !block.is_null())
    }
}

/// Every block that is needed, once, with the first reason.
pub(super) fn needs(settings: &Settings) -> Vec<Needed> {
    use Credential::{CallApi, ChatApi, DataApi, PlanfixChat, PlanfixRest, PlanfixTelephony};
    let telephony = &settings.telephony;
    let text = &settings.text;
    let clicks = telephony.enabled && telephony.click_to_call.is_some();
    let mirror = text.enabled && text.chats.as_ref().is_some_and(|chats| chats.mirror);
    let sections: [(bool, &str, &[Credential]); 7] = [
        (settings.employees.enabled, "employees", &[PlanfixRest, DataApi]),
        (telephony.enabled, "telephony", &[PlanfixRest, PlanfixTelephony, DataApi]),
        (clicks, "telephony.click_to_call", &[CallApi]),
        (text.enabled && text.leads.is_some(), "text.leads", &[PlanfixRest, DataApi]),
        (text.enabled && text.chats.is_some(), "text.chats", &[PlanfixRest, DataApi, ChatApi]),
        (mirror, "text.chats.mirror", &[PlanfixChat]),
        (settings.deals.enabled, "deals", &[PlanfixRest, DataApi]),
    ];
    let mut needed: Vec<Needed> = Vec::new();
    for (_, section, credentials) in sections.into_iter().filter(|(enabled, ..)| *enabled) {
        for credential in credentials {
            if needed.iter().all(|need| need.credential != *credential) {
                let because = Because::SectionEnabled(section);
                needed.push(Needed { credential: *credential, because });
            }
        }
    }
    needed
}

/// The blocks that are needed and not in the file. One that is there and wrong has had its say.
pub(super) fn missing_blocks(settings: &Settings, file: &Value) -> Vec<Problem> {
    needs(settings)
        .into_iter()
        .filter(|need| !need.credential.is_in(file))
        .map(|need| {
            let kind = ProblemKind::Required { because: Some(need.because) };
            Problem::new(need.credential.path(), kind)
        })
        .collect()
}
