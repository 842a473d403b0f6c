//! How the account is set up, and which of Planfix's undocumented ways it takes.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use crate::faults::Throttling;
use crate::planfix::automation::AutomaticScenario;

/// What `contact` answers for a number nobody has; the vendor does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownCaller {
    /// `200 {}`.
    #[default]
    EmptyObject,
    /// `200` without a body.
    EmptyBody,
    /// `200 {"contact_name": ""}`.
    EmptyName,
    /// `404`.
    NotFound,
}

/// What happens when the end of a call is told twice; the vendor does not say.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RepeatedEnd {
    /// The history gets a second entry: the worst case.
    #[default]
    WrittenAgain,
    /// The second is taken for what it is.
    Ignored,
}

/// What happens to a filter of a type the list does not know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum WrongFilter {
    /// It is left out, and everything comes back: seen live.
    #[default]
    Ignored,
    /// HTTP 400, code 41.
    Refused,
}

/// Where a successful call is written («Записи разговоров»).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CallRecords {
    /// Into the contact's card.
    #[default]
    ContactCard,
    /// Into the contact's card, as a hidden comment.
    ContactCardHidden,
    /// Into the contact's card and its last active task.
    LastActiveTask,
}

/// The account's settings.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Settings {
    /// The REST token.
    pub rest_token: String,
    /// REST scopes the token lacks: `task_add`, `contact_readonly`…
    pub denied_scopes: BTreeSet<String>,
    /// Requests the account has a day.
    pub daily_limit: u32,
    /// Refuse more than one REST request a second.
    pub one_per_second: bool,
    /// How too many requests are refused.
    pub throttling: Throttling,
    /// What is done with a filter of a wrong type.
    pub wrong_filter: WrongFilter,
    /// The time zone of the token's user, IANA name.
    pub timezone: String,
    /// Planfix's own key, which the PBX sends as `planfix_token`.
    pub telephony_token: String,
    /// «Адрес для принятия запросов», as Planfix gives it in `setup`; the usual one when empty.
    pub telephony_url: String,
    /// «Адрес АТС».
    pub pbx_url: String,
    /// «Ключ авторизации АТС».
    pub pbx_token: String,
    /// The token of the chat API on Planfix's side.
    pub chat_token: String,
    /// `providerId`.
    pub chat_provider: String,
    /// The provider's address.
    pub chat_hook: String,
    /// The provider's token.
    pub chat_hook_token: String,
    /// The object of the tasks that first messages of chats make.
    pub chat_task_object: u64,
    /// How long `getTask` and `getContact` do not know of a new chat, seconds: undocumented.
    pub chat_lag: i64,
    /// Where files of tasks can be fetched, `https://…/planfix/files`.
    pub chat_files: String,
    /// What `contact` answers for an unknown number.
    pub unknown_caller: UnknownCaller,
    /// What a repeated end of a call does.
    pub repeated_end: RepeatedEnd,
    /// «Записи разговоров».
    pub call_records: CallRecords,
    /// «Шаблон для создания новых контактов».
    pub new_contact_template: u64,
    /// «Перенаправление звонка на ответственного».
    pub redirect_to_responsible: bool,
    /// «Внешние линии»: number to name.
    pub external_lines: BTreeMap<String, String>,
    /// «Автоматические сценарии» of objects.
    pub scenarios: Vec<AutomaticScenario>,
    /// Whether their requests leave by themselves; else when [`Planfix::run_scenarios`] is called.
    ///
    /// [`Planfix::run_scenarios`]: crate::planfix::Planfix::run_scenarios
    pub scenarios_play: bool,
}

impl Settings {
    /// The same account on its good behaviour: undocumented ways and limits as they are at first.
    pub(crate) fn without_tricks(self) -> Self {
        let good = Self::default();
        Self {
            denied_scopes: good.denied_scopes,
            daily_limit: good.daily_limit,
            one_per_second: good.one_per_second,
            throttling: good.throttling,
            wrong_filter: good.wrong_filter,
            chat_lag: good.chat_lag,
            unknown_caller: good.unknown_caller,
            repeated_end: good.repeated_end,
            ..self
        }
    }
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            rest_token: "sandbox-rest-token".to_owned(),
            denied_scopes: BTreeSet::new(),
            daily_limit: 20_000,
            one_per_second: false,
            throttling: Throttling::default(),
            wrong_filter: WrongFilter::default(),
            timezone: "Europe/Moscow".to_owned(),
            telephony_token: "sandbox-telephony-token".to_owned(),
            telephony_url: String::new(),
            pbx_url: String::new(),
            pbx_token: "sandbox-pbx-token".to_owned(),
            chat_token: "sandbox-webchat-token".to_owned(),
            chat_provider: "svyazka".to_owned(),
            chat_hook: String::new(),
            chat_hook_token: "sandbox-webchat-key".to_owned(),
            chat_task_object: 12,
            chat_lag: 0,
            chat_files: String::new(),
            unknown_caller: UnknownCaller::default(),
            repeated_end: RepeatedEnd::default(),
            call_records: CallRecords::default(),
            new_contact_template: 1,
            redirect_to_responsible: true,
            scenarios: Vec::new(),
            scenarios_play: false,
            external_lines: BTreeMap::from([
                ("74950236854".to_owned(), "Основной номер".to_owned()),
                ("74950236855".to_owned(), "Реклама".to_owned()),
            ]),
        }
    }
}
