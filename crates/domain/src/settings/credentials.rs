//! «Учётные данные»: how the two systems are reached.

use url::Url;

use super::problem::Expected;
use super::reader::{Cursor, Object, secret, text, url};
use super::writer::{Section, section};
use super::{CallbackAuth, Secret};

const DATA_API: &str = "https://dataapi.uiscom.ru/v2.0";
const CALL_API: &str = "https://callapi.uiscom.ru/v4.0";
const CHAT_API: &str = "https://chat-integration-api-prod.uiscom.ru";

/// Everything needed to reach Planfix and UIS. A system whose block is left out is not used.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    /// «Авторизация Rest API».
    pub planfix_rest: Option<PlanfixRest>,
    /// «Авторизация для телефонии».
    pub planfix_telephony: Option<PlanfixTelephony>,
    /// «API ПланФикса для чатов».
    pub planfix_chat: Option<PlanfixChat>,
    /// UIS.
    pub uis: Uis,
}

/// The REST API of Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanfixRest {
    /// What the administrator calls it; «Планфикс» when left out.
    pub name: String,
    /// `https://account.planfix.ru/rest/`, or the account's own domain.
    pub url: Url,
    /// Bearer token of the robot.
    pub token: Option<Secret>,
}

/// The telephony API of Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanfixTelephony {
    /// What the administrator calls it; «Телефония» when left out.
    pub name: String,
    /// `https://account.planfix.ru/tel/api`.
    pub url: Url,
    /// «Ключ авторизации (token) ПланФикса»: what we send.
    pub token: Option<Secret>,
    /// «Ключ авторизации АТС»: what Planfix must send us. When left out, who stores the settings
    /// generates one.
    pub pbx_token: Option<Secret>,
}

/// The chat API of Planfix.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanfixChat {
    /// What the administrator calls it; «Чаты» when left out.
    pub name: String,
    /// `https://account.planfix.ru/webchat/api`.
    pub url: Url,
    /// The token that Planfix shows: what we send.
    pub token: Option<Secret>,
    /// The token that is entered in Planfix: what Planfix must send us. When left out, who stores the
    /// settings generates one.
    pub our_token: Option<Secret>,
    /// `providerId`: tells the chats of an account apart; the same on both sides. `svyazka` when left out.
    pub provider_id: String,
}

/// The APIs of UIS.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Uis {
    /// Reports, employees, deals.
    pub data_api: Option<TokenApi>,
    /// Calls on click.
    pub call_api: Option<TokenApi>,
    /// Chats.
    pub chat_api: Option<ChatApi>,
}

/// An API of UIS entered with a token.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TokenApi {
    /// Its address; UIS's own when left out.
    pub url: Url,
    /// `access_token`.
    pub token: Option<Secret>,
}

/// The Chat API, entered with login and password.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ChatApi {
    /// Its address; UIS's own when left out.
    pub url: Url,
    /// Login of the adapter.
    pub login: String,
    /// Its password.
    pub password: Option<Secret>,
    /// What its callbacks must show.
    pub callback_auth: CallbackAuth,
}

impl Credentials {
    /// Whether Planfix's REST API can be asked.
    pub fn has_planfix_rest(&self) -> bool {
        self.planfix_rest.as_ref().is_some_and(|access| access.token.is_some())
    }

    pub(super) fn read(object: &Object<'_>) -> Self {
        Self {
            planfix_rest: object.optional("planfix_rest", |at| at.object(PlanfixRest::read)),
            planfix_telephony: object
                .optional("planfix_telephony", |at| at.object(PlanfixTelephony::read)),
            planfix_chat: object.optional("planfix_chat", |at| at.object(PlanfixChat::read)),
            uis: object.section("uis", Uis::read),
        }
    }

    pub(super) fn write(&self, secrets: bool) -> Section {
        section()
            .some("planfix_rest", self.planfix_rest.as_ref().map(|block| block.write(secrets)))
            .some(
                "planfix_telephony",
                self.planfix_telephony.as_ref().map(|block| block.write(secrets)),
            )
            .some("planfix_chat", self.planfix_chat.as_ref().map(|block| block.write(secrets)))
            .put("uis", self.uis.write(secrets))
    }
}

impl PlanfixRest {
    fn read(object: &Object<'_>) -> Option<Self> {
        let name = object.optional("name", text).unwrap_or_else(|| "Планфикс".to_owned());
        let url = object.required("url", url);
        let token = object.optional("token", secret);
        Some(Self { name, url: url?, token })
    }

    fn write(&self, secrets: bool) -> Section {
        section().put("name", self.name.as_str()).put("url", self.url.as_str()).secret(
            "token",
            self.token.as_ref(),
            secrets,
        )
    }
}

impl PlanfixTelephony {
    fn read(object: &Object<'_>) -> Option<Self> {
        let name = object.optional("name", text).unwrap_or_else(|| "Телефония".to_owned());
        let url = object.required("url", url);
        let token = object.optional("token", secret);
        let pbx_token = object.optional("pbx_token", secret);
        Some(Self { name, url: url?, token, pbx_token })
    }

    fn write(&self, secrets: bool) -> Section {
        section()
            .put("name", self.name.as_str())
            .put("url", self.url.as_str())
            .secret("token", self.token.as_ref(), secrets)
            .secret("pbx_token", self.pbx_token.as_ref(), secrets)
    }
}

impl PlanfixChat {
    fn read(object: &Object<'_>) -> Option<Self> {
        let name = object.optional("name", text).unwrap_or_else(|| "Чаты".to_owned());
        let url = object.required("url", url);
        let token = object.optional("token", secret);
        let our_token = object.optional("our_token", secret);
        let provider_id = object.or("provider_id", provider_id, || Some("svyazka".to_owned()));
        Some(Self { name, url: url?, token, our_token, provider_id: provider_id? })
    }

    fn write(&self, secrets: bool) -> Section {
        section()
            .put("name", self.name.as_str())
            .put("url", self.url.as_str())
            .secret("token", self.token.as_ref(), secrets)
            .secret("our_token", self.our_token.as_ref(), secrets)
            .put("provider_id", self.provider_id.as_str())
    }
}

impl Uis {
    fn read(object: &Object<'_>) -> Self {
        let token_api =
            |key, home| object.optional(key, |at| at.object(|inner| TokenApi::read(inner, home)));
        Self {
            data_api: token_api("data_api", DATA_API),
            call_api: token_api("call_api", CALL_API),
            chat_api: object.optional("chat_api", |at| at.object(ChatApi::read)),
        }
    }

    fn write(&self, secrets: bool) -> Section {
        section()
            .some("data_api", self.data_api.as_ref().map(|api| api.write(secrets)))
            .some("call_api", self.call_api.as_ref().map(|api| api.write(secrets)))
            .some("chat_api", self.chat_api.as_ref().map(|api| api.write(secrets)))
    }
}

impl TokenApi {
    fn read(object: &Object<'_>, home: &str) -> Option<Self> {
        let url = url_or(object, home);
        let token = object.optional("token", secret);
        Some(Self { url: url?, token })
    }

    fn write(&self, secrets: bool) -> Section {
        section().put("url", self.url.as_str()).secret("token", self.token.as_ref(), secrets)
    }
}

impl ChatApi {
    fn read(object: &Object<'_>) -> Option<Self> {
        let url = url_or(object, CHAT_API);
        let login = object.required("login", text);
        let password = object.optional("password", secret);
        let callback_auth = CallbackAuth::read(object);
        Some(Self { url: url?, login: login?, password, callback_auth })
    }

    fn write(&self, secrets: bool) -> Section {
        let block = section()
            .put("url", self.url.as_str())
            .put("login", self.login.as_str())
            .secret("password", self.password.as_ref(), secrets);
        self.callback_auth.write(block, secrets)
    }
}

/// `providerId`: Planfix takes no `~` in it.
fn provider_id(cursor: &Cursor<'_>) -> Option<String> {
    let id = text(cursor)?;
    if id.contains('~') { cursor.expected(Expected::ProviderId) } else { Some(id) }
}

/// The address in the file, or the system's own when none is given.
fn url_or(object: &Object<'_>, home: &str) -> Option<Url> {
    object.or("url", url, || Url::parse(home).ok())
}
