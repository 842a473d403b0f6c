//! Who the client is, by UIS and by Planfix.

use domain::Failure;
use domain::chats::VisitorCard;
use domain::ids::{ContactId, PlanfixUserId, TaskId};
use domain::phone::Phone;
use domain::templates::Variables;
use domain::text::Lang;
use domain::variables;
use domain::workspace::CardFace;
use engine::board::Listed;
use engine::model::{ConnectionId, LaneId};
use planfix::Rest;
use planfix::rest::Contact;
use upstream::Priority;
use url::Url;

use super::{Refusal, Workspace};
use crate::accounts::Account;
use crate::chats::facts_of_chat;
use crate::leads;
use crate::stored::not_stored;

/// What UIS tells of the visit, in the order in which people look for it.
const COLUMNS: [&str; 25] = [
    "site_domain_name",
    "form_name",
    "communication_page_url",
    "entrance_page",
    "referrer",
    "source_name",
    "channel",
    "campaign_name",
    "search_query",
    "utm_source",
    "utm_medium",
    "utm_campaign",
    "utm_content",
    "utm_term",
    "visitor_city",
    "visitor_region",
    "visitor_country",
    "visitor_type",
    "visits_count",
    "communication_number",
    "chat_ad_url",
    "chat_username",
    "visitor_profile_url",
    "tags",
    "segments",
];

/// How many open tasks are shown.
const TASKS: usize = 20;

/// A client as far as anybody knows him.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClientCard {
    /// His name.
    pub name: String,
    /// His name in the channel.
    pub username: Option<String>,
    /// What he or an operator told of him.
    pub card: VisitorCard,
    /// What UIS tells of the visit.
    pub columns: Vec<UisColumn>,
    /// What Planfix knows; `Err` says why that is not known.
    pub planfix: Result<PlanfixSide, Failure>,
}

/// A column of UIS's report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UisColumn {
    /// Its name in UIS.
    pub name: &'static str,
    /// What people call it, in Russian.
    pub title_ru: &'static str,
    /// What people call it, in English.
    pub title_en: &'static str,
    /// What it says.
    pub value: String,
}

/// What Planfix knows of a client.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PlanfixSide {
    /// His contact: number, name, address.
    pub contact: Option<(ContactId, String, Option<Url>)>,
    /// Who is responsible for it.
    pub owner: Option<(PlanfixUserId, String)>,
    /// His open tasks, the newest first.
    pub tasks: Vec<TaskLink>,
}

/// A task with its address.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TaskLink {
    /// Its number.
    pub id: TaskId,
    /// Its name.
    pub name: String,
    /// Its status.
    pub status: Option<String>,
    /// Where people open it.
    pub url: Option<Url>,
}

impl Workspace {
    /// Who the client of a chat or lead is. What UIS and Planfix do not tell in time is left out, with the
    /// reason.
    ///
    /// # Errors
    /// There is no such chat or lead.
    pub async fn client(
        &self,
        connection: ConnectionId,
        lane: LaneId,
    ) -> Result<ClientCard, Refusal> {
        let (listed, face) = self.card(connection, lane).await?;
        let account = self.accounts.get(connection).await?;
        let (username, card, columns) =
            match facts_of_chat(&**self.engine.store(), &account, &listed).await? {
                Some(facts) => {
                    let columns = columns(&facts.template_variables());
                    (facts.username, facts.card, columns)
                }
                None => (None, left_by(&face), columns(&self.told_of_lead(&listed).await?)),
            };
        let planfix = planfix_side(&account, card.phones.first(), face.contact).await;
        Ok(ClientCard { name: face.client, username, card, columns, planfix })
    }

    /// What the site and UIS's report have told of a lead.
    async fn told_of_lead(&self, listed: &Listed) -> Result<Variables, Refusal> {
        let lane = self.engine.store().lane(listed.lane).await.map_err(not_stored)?;
        Ok(lane.as_ref().and_then(leads::variables_of).unwrap_or_default())
    }
}

/// What somebody has left with a lead.
fn left_by(face: &CardFace) -> VisitorCard {
    VisitorCard {
        phones: face.phone.as_deref().and_then(Phone::parse).into_iter().collect(),
        emails: face.email.clone().into_iter().collect(),
        ..VisitorCard::default()
    }
}

fn columns(variables: &Variables) -> Vec<UisColumn> {
    let column = |name: &&'static str| {
        let known = variables::find(name)?;
        let value = variables.get(name)?.to_owned();
        let (title_ru, title_en) = (known.title(Lang::Ru), known.title(Lang::En));
        Some(UisColumn { name: known.name, title_ru, title_en, value })
    };
    COLUMNS.iter().filter_map(column).collect()
}

async fn planfix_side(
    account: &Account,
    phone: Option<&Phone>,
    known: Option<ContactId>,
) -> Result<PlanfixSide, Failure> {
    let rest = account.rest()?;
    let contact = match phone {
        Some(phone) => contact_of(rest, phone).await?,
        None => None,
    };
    let id = contact.as_ref().map(|contact| contact.id).or(known);
    let Some(id) = id else { return Ok(PlanfixSide::default()) };
    let mut tasks = rest.open_tasks(id, None, &[], Priority::OperatorAction).await?;
    tasks.reverse();
    let link = |task: planfix::rest::Task| TaskLink {
        url: account.planfix_page(&format!("task/{}", task.id.0)),
        id: task.id,
        name: task.name,
        status: task.status.map(|status| status.name),
    };
    let owner = contact.as_ref().and_then(|contact| contact.owners.first().copied());
    let name = contact.map(|contact| contact.name).unwrap_or_default();
    Ok(PlanfixSide {
        contact: Some((id, name, account.planfix_page(&format!("contact/{}", id.0)))),
        owner: match owner {
            Some(owner) => Some((owner, owner_name(rest, owner).await?)),
            None => None,
        },
        tasks: tasks.into_iter().take(TASKS).map(link).collect(),
    })
}

async fn contact_of(rest: &Rest, phone: &Phone) -> Result<Option<Contact>, Failure> {
    let people = rest.contacts_by_phone(phone, &[], Priority::OperatorAction).await?;
    if let Some(person) = people.into_iter().next() {
        return Ok(Some(person));
    }
    let companies = rest.companies_by_phone(phone, &[], Priority::OperatorAction).await?;
    Ok(companies.into_iter().next())
}

async fn owner_name(rest: &Rest, owner: PlanfixUserId) -> Result<String, Failure> {
    let users = rest.users(true, Priority::OperatorAction).await?;
    let name = users.into_iter().find(|user| user.id == owner).map(|user| user.name);
    Ok(name.unwrap_or_else(|| owner.to_string()))
}
