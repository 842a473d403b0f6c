//! Putting the bridge together.

use std::sync::Arc;

use ambient::{Clock, Entropy};
use cabinet::{AlertBook, Connections};
use engine::{Engine, Store};
use upstream::Http;

use crate::accounts::{Accounts, AccountsOptions, Sharing};
use crate::alerts::{self, Alerts};
use crate::analytics::Analytics;
use crate::calls::CallFlow;
use crate::chats::{ChatFlow, ChatTags};
use crate::click_to_call::{ClickFlow, Clicks};
use crate::deals::backfill::{Backfill, BackfillDuty, BackfillFlow};
use crate::deals::{self, DealFlow};
use crate::duties::{self, Duties};
use crate::employees::{EmployeeSync, NightlyEmployees};
use crate::flows::Flows;
use crate::health::Health;
use crate::leads::{LeadFlow, LeadPoll};
use crate::personal_manager::Managers;
use crate::planfix_chat::PlanfixChats;
use crate::reception::Reception;
use crate::reconcile::Reconcile;
use crate::workspace::Workspace;

/// What the bridge stands on.
pub struct Parts {
    /// The engine's data.
    pub store: Arc<dyn Store>,
    /// The connections.
    pub connections: Connections,
    /// The way out.
    pub http: Http,
    /// The time.
    pub clock: Arc<dyn Clock>,
    /// Randomness.
    pub entropy: Arc<dyn Entropy>,
    /// This process's name, which no other process on the same store has.
    pub owner: String,
    /// How outside accounts are spoken to.
    pub options: AccountsOptions,
}

/// The bridge, put together. Nothing is worked on until somebody runs [`Engine::run`] or
/// [`Engine::run_due`], and [`Duties::run`] or [`Duties::run_due`].
#[derive(Clone)]
pub struct Bridge {
    /// The durable core with all flows.
    pub engine: Arc<Engine>,
    /// What came of communications.
    pub analytics: Analytics,
    /// Where hooks bring what comes in.
    pub reception: Reception,
    /// Where clicks on numbers in Planfix come.
    pub clicks: Clicks,
    /// Where UIS asks for a client's manager.
    pub managers: Managers,
    /// The synchronisation of employees.
    pub employees: EmployeeSync,
    /// The load of existing tasks as deals.
    pub backfill: Backfill,
    /// What is done without anybody asking.
    pub duties: Arc<Duties>,
    /// What employees of Planfix write in the tasks of chats.
    pub planfix_chats: PlanfixChats,
    /// What operators do in the workspace.
    pub workspace: Workspace,
    /// The outside accounts.
    pub accounts: Arc<Accounts>,
    /// Whether connections work.
    pub health: Health,
    /// Who tells people when they do not.
    pub alerts: Arc<Alerts>,
}

/// Puts the bridge together.
pub fn start(parts: Parts) -> Bridge {
    let Parts { store, connections, http, clock, entropy, owner, options } = parts;
    let sharing = Sharing { store: Arc::clone(&store), node: owner.clone() };
    let accounts = Arc::new(Accounts::new(
        connections.clone(),
        http,
        Arc::clone(&clock),
        sharing.clone(),
        options,
    ));
    let calls = CallFlow::new(Arc::clone(&accounts), Arc::clone(&store));
    let sending = deals::Sending::new(sharing.clone(), Arc::clone(&clock));
    let deals = DealFlow::new(Arc::clone(&accounts), Arc::clone(&store), sending);
    let chats = ChatFlow::new(Arc::clone(&accounts), Arc::clone(&store));
    let leads = LeadFlow::new(Arc::clone(&accounts), Arc::clone(&store));
    let backfill = BackfillFlow::new(Arc::clone(&accounts), Arc::clone(&store));
    let flows = Arc::new(Flows { backfill, calls, chats, clicks: ClickFlow, deals, leads });
    let engine = Arc::new(Engine::new(
        Arc::clone(&store),
        flows,
        Arc::clone(&clock),
        Arc::clone(&entropy),
        owner.clone(),
    ));
    let reconcile = Reconcile::new(Arc::clone(&engine), connections.clone(), Arc::clone(&clock));
    let employees =
        EmployeeSync::new(connections.clone(), Arc::clone(&accounts), sharing, Arc::clone(&clock));
    let backfill = Backfill::new(Arc::clone(&engine), Arc::clone(&accounts), Arc::clone(&clock));
    let loads = BackfillDuty::new(backfill.clone());
    let leads = LeadPoll::new(Arc::clone(&engine), connections.clone(), Arc::clone(&clock));
    let tags = ChatTags::new(Arc::clone(&engine), Arc::clone(&clock));
    let nightly = NightlyEmployees::new(employees.clone());
    let duties = Arc::new(Duties::new(
        duties::Parts {
            connections: connections.clone(),
            accounts: Arc::clone(&accounts),
            store: Arc::clone(&store),
            clock: Arc::clone(&clock),
            owner: owner.clone(),
        },
        vec![
            Arc::new(reconcile),
            Arc::new(leads),
            Arc::new(tags),
            Arc::new(nightly),
            Arc::new(loads),
        ],
    ));
    let health = Health::new(
        connections.clone(),
        Arc::clone(&accounts),
        Arc::clone(&store),
        Arc::clone(&clock),
    );
    let alerts = Arc::new(Alerts::new(alerts::Parts {
        book: AlertBook::new(connections.clone(), Arc::clone(&store)),
        health: health.clone(),
        accounts: Arc::clone(&accounts),
        store,
        clock: Arc::clone(&clock),
        owner,
    }));
    let reception = Reception::new(Arc::clone(&engine), connections.clone(), Arc::clone(&clock));
    let managers = Managers::new(Arc::clone(&engine), Arc::clone(&accounts), Arc::clone(&clock));
    let analytics = Analytics::new(Arc::clone(engine.store()));
    let clicks = Clicks::new(
        Arc::clone(&engine),
        Arc::clone(&accounts),
        connections,
        clock.clone(),
        entropy,
    );
    let workspace =
        Workspace::new(Arc::clone(&engine), Arc::clone(&accounts), clicks.clone(), clock.clone());
    let planfix_chats =
        PlanfixChats::new(Arc::clone(&engine), Arc::clone(&accounts), workspace.clone(), clock);
    Bridge {
        engine,
        analytics,
        reception,
        clicks,
        managers,
        employees,
        backfill,
        duties,
        planfix_chats,
        workspace,
        accounts,
        health,
        alerts,
    }
}
