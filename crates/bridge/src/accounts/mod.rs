//! The outside accounts of a connection: ready clients, and who is who among the employees.

mod budgets;
mod caller;
mod channels;
mod clients;
mod draft;
mod ledger;
mod owners;
mod recalled;
mod roster;
mod staff;

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use ambient::Clock;
use cabinet::Connections;
use domain::failure::Code;
use domain::settings::Settings;
use domain::{Class, Failure};
use engine::Store;
use engine::model::ConnectionId;
use jiff::SignedDuration;
use planfix::{Rest, Telephony};
use uis::call_api::CallApi;
use uis::chat_api::ChatApi;
use uis::data_api::DataApi;
use upstream::{Budget, BudgetOptions, Http, Share, SharedBudget};

use crate::planfix_chat::FileLinks;
use crate::reach::{Reach, Sights};
use crate::stored::no_cabinet;

use channels::Channels;
use ledger::StoredLedger;
pub(crate) use owners::Heard;
use owners::Owners;
pub(crate) use recalled::Recalled;
pub use staff::Staff;

/// The settings lack the credentials for what is to be done.
pub(crate) const NO_CREDENTIALS: Code = Code::new("SVZ-NO-CREDENTIALS");

/// One connection at one version of its settings.
pub struct Account {
    /// The connection.
    pub id: ConnectionId,
    /// Its settings.
    pub settings: Settings,
    /// Planfix REST, when there are credentials for it.
    pub rest: Option<Rest>,
    /// Planfix telephony, when there are credentials for it.
    pub telephony: Option<Telephony>,
    /// Planfix's chat API, when there are credentials for it.
    pub planfix_chat: Option<planfix::Chat>,
    /// UIS Data API, when there are credentials for it.
    pub uis: Option<Arc<DataApi>>,
    /// UIS Call API, when there are credentials for it.
    pub call_api: Option<CallApi>,
    /// UIS Chat API, when there are credentials for it.
    pub chat_api: Option<ChatApi>,
    /// What is known of the channels of its chats.
    pub channels: Channels,
    /// Who is who.
    pub staff: Staff,
    /// Who owns whose contact.
    pub(crate) owners: Owners,
    file_links: Option<FileLinks>,
    version: cabinet::connections::Version,
}

impl Account {
    /// The REST client.
    ///
    /// # Errors
    /// Until the administrator mends it, when the settings have no credentials for it.
    pub fn rest(&self) -> Result<&Rest, Failure> {
        self.rest.as_ref().ok_or_else(|| missing("REST API Планфикса", "credentials.planfix_rest"))
    }

    /// The Data API client.
    ///
    /// # Errors
    /// Until the administrator mends it, when the settings have no credentials for it.
    pub(crate) fn data_api(&self) -> Result<&DataApi, Failure> {
        self.uis.as_deref().ok_or_else(|| missing("Data API UIS", "credentials.uis.data_api"))
    }

    /// The Chat API client.
    ///
    /// # Errors
    /// Until the administrator mends it, when the settings have no credentials for it.
    pub fn chat_api(&self) -> Result<&ChatApi, Failure> {
        self.chat_api.as_ref().ok_or_else(|| missing("Chat API UIS", "credentials.uis.chat_api"))
    }

    /// The client of Planfix's chat API.
    ///
    /// # Errors
    /// Until the administrator mends it, when the settings have no credentials for it.
    pub fn planfix_chat(&self) -> Result<&planfix::Chat, Failure> {
        self.planfix_chat
            .as_ref()
            .ok_or_else(|| missing("API чатов Планфикса", "credentials.planfix_chat"))
    }

    /// How Planfix fetches the files of chats; `None` where chats are not led in Planfix.
    pub(crate) fn file_links(&self) -> Option<&FileLinks> {
        self.file_links.as_ref()
    }

    /// Where people open a page of their Planfix (`task/12`); `None` without its REST address.
    pub(crate) fn planfix_page(&self, path: &str) -> Option<url::Url> {
        let rest = self.settings.credentials.planfix_rest.as_ref()?;
        rest.url.join(&format!("/{path}")).ok()
    }

    /// Forgets what was learnt about people, so that changes count at once.
    pub(crate) async fn forget_people(&self) {
        if let Some(rest) = &self.rest {
            rest.forget();
        }
        self.owners.forget();
        self.staff.forget().await;
    }

    /// The telephony client.
    ///
    /// # Errors
    /// Until the administrator mends it, when the settings have no credentials for it.
    pub fn telephony(&self) -> Result<&Telephony, Failure> {
        self.telephony
            .as_ref()
            .ok_or_else(|| missing("телефонии Планфикса", "credentials.planfix_telephony"))
    }
}

fn missing(of: &str, path: &str) -> Failure {
    let message = format!("В настройках нет учётных данных {of} ({path})");
    Failure::new(Class::AuthBroken, NO_CREDENTIALS, message)
}

/// By what nodes share the requests of a Planfix account.
#[derive(Clone)]
pub struct Sharing {
    /// Where the common records are.
    pub store: Arc<dyn Store>,
    /// This node's name, which no other node has.
    pub node: String,
}

/// How accounts are spoken to.
#[derive(Debug, Clone)]
pub struct AccountsOptions {
    /// How often a Planfix account may be asked over REST.
    pub budget: BudgetOptions,
    /// How long the pop-up waits for Planfix to say whether it knows a number.
    pub ask_deadline: std::time::Duration,
    /// What the outside world calls us; without it Planfix gets no files of chats.
    pub public_url: Option<url::Url>,
}

impl Default for AccountsOptions {
    fn default() -> Self {
        Self {
            budget: BudgetOptions::default(),
            ask_deadline: std::time::Duration::from_millis(1500),
            public_url: None,
        }
    }
}

/// All connections' accounts.
pub struct Accounts {
    connections: Connections,
    http: Http,
    clock: Arc<dyn Clock>,
    /// See [`AccountsOptions`].
    pub options: AccountsOptions,
    open: Mutex<HashMap<ConnectionId, Arc<Account>>>,
    /// By Planfix account: two connections to one account share its requests.
    budgets: Mutex<HashMap<String, Arc<dyn Budget>>>,
    sharing: Sharing,
    /// How the other sides were seen lately.
    pub reach: Reach,
}

impl Accounts {
    /// The accounts of the connections.
    pub fn new(
        connections: Connections,
        http: Http,
        clock: Arc<dyn Clock>,
        sharing: Sharing,
        options: AccountsOptions,
    ) -> Self {
        let (open, budgets) = (Mutex::default(), Mutex::default());
        let reach = Reach::new(Arc::clone(&sharing.store), Arc::clone(&clock));
        Self { connections, http, clock, options, open, budgets, sharing, reach }
    }

    /// The connection's account by its newest settings.
    ///
    /// # Errors
    /// Retry, when the cabinet can't be read now.
    pub async fn get(&self, id: ConnectionId) -> Result<Arc<Account>, Failure> {
        let connection = self.connections.get(id).await.map_err(no_cabinet)?;
        let known = lock(&self.open).get(&id).cloned();
        if let Some(known) = known.filter(|known| known.version == connection.version) {
            return Ok(known);
        }
        let account = Arc::new(self.connect(&connection));
        lock(&self.open).insert(id, Arc::clone(&account));
        Ok(account)
    }

    /// Where the common records are.
    pub(crate) fn store(&self) -> &Arc<dyn Store> {
        &self.sharing.store
    }

    /// What outside systems are spoken to by.
    pub(crate) fn http(&self) -> &Http {
        &self.http
    }

    fn connect(&self, connection: &cabinet::Connection) -> Account {
        let settings = connection.settings.clone();
        let Sights { data_api, call_api, rest, telephony } = self.reach.sights(connection.id);
        let uis = clients::data_api(&settings, &self.http, &self.clock);
        let uis = uis.map(|client| Arc::new(client.seen_by(data_api)));
        let pairs = settings.employees.pairs.clone();
        let staff = Staff::new(uis.clone(), pairs, Arc::clone(&self.clock));
        Account {
            id: connection.id,
            version: connection.version,
            rest: clients::rest(&settings, &self.http, &self.clock, |host| self.budget(host))
                .map(|client| client.seen_by(rest)),
            telephony: clients::telephony(&settings, &self.http)
                .map(|client| client.seen_by(telephony)),
            planfix_chat: clients::planfix_chat(&settings, &self.http),
            file_links: self.file_links(&settings),
            call_api: clients::call_api(&settings, &self.http, &self.clock)
                .map(|client| client.seen_by(call_api)),
            chat_api: clients::chat_api(&settings, &self.http, &self.clock),
            channels: Channels::new(uis.clone(), Arc::clone(&self.clock)),
            owners: Owners::new(Arc::clone(&self.clock)),
            uis,
            staff,
            settings,
        }
    }

    fn file_links(&self, settings: &Settings) -> Option<FileLinks> {
        let key = settings.credentials.planfix_chat.as_ref()?.our_token.clone()?;
        let public = self.options.public_url.clone()?;
        Some(FileLinks::new(public, settings.name.to_string(), key))
    }

    /// The one budget of a Planfix account.
    fn budget(&self, host: &str) -> Arc<dyn Budget> {
        let mut budgets = lock(&self.budgets);
        let new = || -> Arc<dyn Budget> {
            let Sharing { store, node } = self.sharing.clone();
            let ledger = Arc::new(StoredLedger(store));
            let share = Share { ledger, account: host.to_owned(), node };
            Arc::new(SharedBudget::new(share, Arc::clone(&self.clock), self.options.budget))
        };
        Arc::clone(budgets.entry(host.to_owned()).or_insert_with(new))
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// How long what was learnt about employees is believed.
pub(crate) const ROSTER_LIVES: SignedDuration = SignedDuration::from_mins(10);
