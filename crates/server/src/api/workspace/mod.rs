//! The operators' workspace: chats and leads from the queue, answered, handed over and closed.
//!
//! A person works as the employee of UIS he is; a token of the API has no employee and can't.

pub(crate) mod attach;
pub(crate) mod begin;
pub(crate) mod call;
pub(crate) mod card;
pub(crate) mod channels;
pub(crate) mod client;
pub(crate) mod close;
pub(crate) mod colleagues;
pub(crate) mod counts;
pub(crate) mod entry;
pub(crate) mod file;
pub(crate) mod history;
pub(crate) mod line;
pub(crate) mod list;
pub(crate) mod live;
pub(crate) mod me;
pub(crate) mod messages;
pub(crate) mod operators;
pub(crate) mod quick_replies;
pub(crate) mod read;
pub(crate) mod show;
pub(crate) mod status;
pub(crate) mod take;
pub(crate) mod task;
pub(crate) mod thread;
pub(crate) mod transfer;

use axum::extract::DefaultBodyLimit;
use bridge::workspace::{Operator, Refusal};
use cabinet::people::Person;
use domain::ids::ConnectionName;
use domain::phone::{mask_phone, mask_phones};
use domain::workspace::CardFace;
use engine::model::{ConnectionId, LaneId};
use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::app::App;
use crate::auth::{Caller, Veil};
use crate::problem::Problem;

/// The largest file an operator sends, bytes, and a little for its way.
const FILE_CAP: usize = 21 * 1024 * 1024;

/// The workspace's routes.
pub(crate) fn routes() -> OpenApiRouter<App> {
    OpenApiRouter::new()
        .routes(routes!(me::me))
        .routes(routes!(counts::counts))
        .routes(routes!(list::list))
        .routes(routes!(show::show))
        .routes(routes!(thread::thread))
        .routes(routes!(take::take))
        .routes(routes!(messages::send))
        .merge(
            OpenApiRouter::new()
                .routes(routes!(attach::attach))
                .layer(DefaultBodyLimit::max(FILE_CAP)),
        )
        .routes(routes!(file::file))
        .routes(routes!(transfer::transfer))
        .routes(routes!(close::close))
        .routes(routes!(read::read))
        .routes(routes!(task::make))
        .routes(routes!(client::client))
        .routes(routes!(history::history))
        .routes(routes!(call::call))
        .routes(routes!(begin::begin))
        .routes(routes!(channels::list))
        .routes(routes!(colleagues::list))
        .routes(routes!(status::set))
        .routes(routes!(quick_replies::list, quick_replies::add))
        .routes(routes!(quick_replies::change, quick_replies::remove))
        .routes(routes!(live::live))
        .routes(routes!(operators::list, operators::choose))
        .routes(routes!(entry::link))
        .routes(routes!(entry::enter))
}

/// Somebody at work: who he is, as whom he answers, and for which connection.
pub(super) struct AtWork {
    /// The connection.
    pub(super) connection: ConnectionId,
    /// As whom he answers.
    pub(super) operator: Operator,
    /// By what his read marks are known.
    pub(super) reader: String,
    /// Whether clients' phones are hidden from him.
    pub(super) hides: bool,
}

impl AtWork {
    /// A text as he may see it.
    pub(super) fn shown(&self, text: String) -> String {
        if self.hides { mask_phones(&text) } else { text }
    }

    /// A phone as he may see it.
    pub(super) fn shown_phone(&self, phone: String) -> String {
        if self.hides { mask_phone(&phone) } else { phone }
    }
}

/// Recognises the operator.
pub(super) async fn at_work<N>(
    app: &App,
    caller: &Caller<N>,
    connection: &str,
) -> Result<AtWork, Problem> {
    let (person, _) = caller.person()?;
    let connection = self::connection(app, connection).await?;
    let operator = operator_of(app, connection, person).await?;
    let operator = operator.ok_or_else(Problem::no_operator)?;
    let reader = format!("person/{}", person.id);
    let hides = Veil::of(app, caller).await?.hides();
    Ok(AtWork { connection, operator, reader, hides })
}

/// The employee a person is; `None` when there is none.
pub(super) async fn operator_of(
    app: &App,
    connection: ConnectionId,
    person: &Person,
) -> Result<Option<Operator>, Problem> {
    let told = app.workspace.operators(connection).await.map_err(cabinet::CabinetError::from)?;
    let told = told.into_iter().find(|one| one.person == person.id).map(|one| one.employee);
    let found = app.bridge.workspace.operator(connection, told, person.email.as_str()).await;
    found.map_err(|failure| Problem::outside(&failure))
}

/// What a card shows of its client, whatever the caller may see of it.
pub(super) async fn face_of(app: &App, work: &AtWork, card: LaneId) -> Result<CardFace, Problem> {
    let listed = app.bridge.engine.store().card(card, &work.reader).await?;
    let listed = listed.filter(|card| card.connection == work.connection);
    let listed = listed.ok_or_else(|| Problem::not_found("Такого обращения нет"))?;
    let face = serde_json::from_value(listed.card.data);
    Ok(face.map_err(|error| engine::StoreError::Corrupt(error.to_string()))?)
}

/// The connection of a name in an address.
pub(super) async fn connection(app: &App, name: &str) -> Result<ConnectionId, Problem> {
    let name =
        ConnectionName::parse(name).map_err(|_| Problem::not_found("Такого соединения нет"))?;
    Ok(app.connections.get(&name).await?.id)
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let words = refusal.to_string();
        match refusal {
            Refusal::Unknown => Self::not_found("Такого обращения нет"),
            Refusal::Taken(_) => Self::taken(words),
            Refusal::NotTaken => {
                Self::conflict("not_taken", "Сначала возьмите обращение из очереди")
            }
            Refusal::Closed => Self::conflict("closed", "Обращение уже закрыто"),
            Refusal::WindowClosed => Self::conflict(
                "window_closed",
                "Окно WhatsApp закрыто: посетителю можно отправить только шаблон",
            ),
            Refusal::MayNotBegin => {
                Self::conflict("may_not_begin", "В этом канале оператор не может написать первым")
            }
            Refusal::NoConversation => Self::conflict(
                "no_conversation",
                "На заявку отвечают звонком, сообщением в другом канале или отметкой «Обработана»",
            ),
            Refusal::Unfit(_) => Self::unfit(words),
            Refusal::Failed(failure) => Self::outside(&failure),
        }
    }
}
