//! `svyazka demo`

use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use ambient::SystemClock;
use anyhow::Context as _;
use axum::{Extension, Router};
use cabinet::people::{Actor, Password};
use cabinet::{HookKind, Role};
use clap::Args;
use domain::ids::{ConnectionName, UisEmployeeId};
use sandbox::Sandbox;
use sandbox::planfix::AutomaticScenario;
use sandbox::uis::ReportLag;
use sandbox::uis::notify::{Kind, Template};
use secrecy::{ExposeSecret as _, SecretString};
use server::SandboxLink;
use url::Url;

use crate::config::Config;
use crate::installation::Installation;
use crate::logs;
use crate::running::Running;
use crate::serving::{listen, serve, stop_signal};
use crate::terminal::say;

/// The demo's settings.
const CONNECTION: &str = include_str!("../../demo/connection.yaml");

/// Where in them the sandbox's address belongs.
const PLACEHOLDER: &str = "@SANDBOX@";

/// A call shows in the report of UIS so soon after its end; in life it takes longer.
const REPORT_LAG: ReportLag = ReportLag::Secs(1);

/// The task object whose tasks are deals, «Заявка».
const DEALS_OBJECT: u64 = 12;

/// A lead shows in its report so soon after it was left.
const LEAD_LAG: ReportLag = ReportLag::Secs(3);

/// Whom the demo signs up.
const EMAIL: &str = "demo@romashka.ru";

/// As whom it answers chats: Анна Смирнова of the simulated UIS.
const OPERATOR: UisEmployeeId = UisEmployeeId(4501);

/// Everything in one process, with simulated outside systems.
#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// Адрес и порт
    #[arg(long, value_name = "ADDR", default_value = "127.0.0.1:8080")]
    listen: SocketAddr,
    /// Папка, в которой данные останутся; без неё они живут до остановки
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
}

impl Demo {
    pub(crate) async fn run(self) -> anyhow::Result<ExitCode> {
        logs::begin("warn")?;
        let stop = stop_signal()?;
        let listener = listen(self.listen, "--listen").await?;
        let address = listener.local_addr()?;
        let base: Url = format!("http://{address}").parse()?;
        // removed when the demo ends
        let temporary = tempfile::tempdir().context("не удалось создать временную папку")?;
        let data_dir = self.data_dir.unwrap_or_else(|| temporary.path().to_owned());

        let config = Config::of_demo(base.clone(), address, data_dir);
        let installation = Installation::open(config).await?;
        let sandbox = Sandbox::new(Arc::new(SystemClock));
        let connection = seed(&installation, &sandbox, &base).await?;
        let running = Running::start(&installation, stop.clone()).await?;
        let token = installation.tokens.create("demo", Role::Admin).await?;
        let password = account(&installation).await?;
        at_work(&installation, &connection).await?;
        say(&welcome(&base, &connection, token.expose_secret(), password.expose_secret()))?;

        serve(listener, router(running.router.clone(), &sandbox), stop, &SystemClock).await?;
        running.finished().await;
        Ok(ExitCode::SUCCESS)
    }
}

/// Imports the demo's connection and tells the simulated systems its addresses, as an administrator
/// would.
async fn seed(
    installation: &Installation,
    sandbox: &Sandbox,
    base: &Url,
) -> anyhow::Result<ConnectionName> {
    let address = format!("{}sandbox", base.as_str());
    let settings = CONNECTION.replace(PLACEHOLDER, &address);
    let imported = installation.connections.import(&settings, "demo").await?;
    let urls = installation.hooks.urls(&imported.name, base).await?;
    introduce(sandbox, &address, urls)?;
    Ok(imported.name)
}

/// Tells the simulated systems where to find Svyazka, as the administrator tells the real ones.
fn introduce(
    sandbox: &Sandbox,
    address: &str,
    urls: Vec<(HookKind, String)>,
) -> anyhow::Result<()> {
    for (hook, url) in urls {
        match hook {
            HookKind::UisNotifications => sandbox.uis().set_webhook(url.parse()?),
            HookKind::UisPersonalManager => sandbox.uis().set_personal_manager(url.parse()?),
            HookKind::PlanfixTelephony => {
                sandbox.planfix().configure(|settings| settings.pbx_url = url);
            }
            HookKind::PlanfixChat => {
                sandbox.planfix().configure(|settings| settings.chat_hook = url);
            }
            HookKind::PlanfixDeals => sandbox.planfix().configure(|settings| {
                settings.scenarios = AutomaticScenario::both(DEALS_OBJECT, &url);
                settings.scenarios_play = true;
            }),
            HookKind::UisChat => {
                let (chats, url) = (sandbox.uis().chats(), url.parse()?);
                // it speaks to us as soon as we listen
                tokio::spawn(async move { chats.connect(url, None).await });
            }
        }
    }
    sandbox.planfix().configure(|settings| {
        settings.telephony_url = format!("{address}/planfix/tel/api");
        settings.chat_files = format!("{address}/planfix/files");
    });
    sandbox.uis().configure(|settings| {
        settings.media = format!("{address}/uis/media");
        settings.report_lag = REPORT_LAG;
        settings.lead_lag = LEAD_LAG;
        // the report is read once a minute: too long for somebody who watches
        settings.templates.insert(Kind::Lead, Template::usual(Kind::Lead));
    });
    Ok(())
}

/// The demo's own account, with a new password each time.
async fn account(installation: &Installation) -> anyhow::Result<SecretString> {
    let mut bytes = [0; 6];
    installation.entropy.fill(&mut bytes);
    let text: SecretString = bytes.map(|byte| format!("{byte:02x}")).concat().into();
    let (actor, password) = (Actor::terminal("demo"), Password::parse(&text)?);
    let people = &installation.people;
    let known = people.list().await?.into_iter().find(|person| person.email.as_str() == EMAIL);
    match known {
        Some(person) => people.set_password(actor, person.id, password, None).await?,
        None => {
            people.add(actor, EMAIL.parse()?, password, Role::Owner).await?;
        }
    }
    Ok(text)
}

/// The demo's own account answers chats as an employee of the simulated UIS.
async fn at_work(installation: &Installation, name: &ConnectionName) -> anyhow::Result<()> {
    let connection = installation.connections.get(name).await?;
    let people = installation.people.list().await?;
    let me = people.into_iter().find(|person| person.email.as_str() == EMAIL);
    if let Some(me) = me {
        let workspace = installation.storage.workspace();
        workspace.set_operator(connection.id, me.id, Some(OPERATOR)).await?;
    }
    Ok(())
}

fn router(server: Router, sandbox: &Sandbox) -> Router {
    Router::new()
        // as a service, so that `/sandbox/` with its slash is the page too
        .nest_service("/sandbox", sandbox.router())
        .fallback_service(server.layer(Extension(SandboxLink("/sandbox/"))))
}

fn welcome(base: &Url, connection: &ConnectionName, token: &str, password: &str) -> String {
    format!(
        "Связка: демонстрация. Слева телефон, справа Планфикс, между ними Связка.

  Кабинет       {base}
  Вход          {EMAIL}  пароль {password}
  Песочница     {base}sandbox/
  Журнал        curl -H 'Authorization: Bearer {token}' {base}api/journal
  Сотрудники    curl -X POST -H 'Authorization: Bearer {token}' {base}api/connections/{connection}/employees/sync

Остановить: Ctrl-C"
    )
}
