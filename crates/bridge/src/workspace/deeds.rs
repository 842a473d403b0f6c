//! What changes a chat or lead: events of its lane, each known by an id when it is brought again.

use domain::chats::Attachment;
use domain::workspace::{CardFace, Person, WorkKind};
use engine::board::{CardPlace, Listed};
use engine::model::{ConnectionId, LaneId};
use jiff::SignedDuration;
use serde::Deserialize as _;

use super::{Refusal, Workspace};
use crate::chats::{Deed, Enclosed, Words, deed_event, templates_of};

/// How long a chat that was taken stays so before its lane has noted it: whoever died in between must not
/// keep it from the others.
const TAKING: SignedDuration = SignedDuration::from_mins(1);

/// A chat or lead that was taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Taken {
    /// Now.
    Now,
    /// It was his before.
    Before,
}

/// A message to a visitor.
#[derive(Debug, Clone)]
pub struct Message {
    /// An id of the sender's: the same message brought again is one message.
    pub id: String,
    /// The text.
    pub text: String,
    /// The line it answers, by its name.
    pub reply_to: Option<String>,
    /// A file that was handed over before ([`Workspace::upload`]).
    pub attachment: Option<Attachment>,
    /// The template it is made of, by its id.
    pub template: Option<String>,
}

impl Workspace {
    /// The card of a lane of the connection, and what it shows.
    pub(super) async fn card(
        &self,
        connection: ConnectionId,
        lane: LaneId,
    ) -> Result<(Listed, CardFace), Refusal> {
        let listed = self.engine.store().card(lane, "").await?;
        let listed = listed.filter(|card| card.connection == connection).ok_or(Refusal::Unknown)?;
        let face = CardFace::deserialize(&listed.card.data).map_err(|_| Refusal::Unknown)?;
        Ok((listed, face))
    }

    /// Takes it from the queue. Of several who try at once, on whichever node, one succeeds.
    ///
    /// # Errors
    /// [`Refusal::Taken`] names who has it.
    pub async fn take(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: Person,
    ) -> Result<Taken, Refusal> {
        let (listed, face) = self.card(connection, lane).await?;
        let me = by.employee.to_string();
        match (listed.card.place, &listed.card.holder) {
            (CardPlace::Closed, _) => return Err(Refusal::Closed),
            (CardPlace::Held, Some(holder)) if *holder == me => return Ok(Taken::Before),
            (CardPlace::Held, holder) => {
                return Err(Refusal::Taken(name_of(&face, holder.as_deref())));
            }
            (CardPlace::Queue, _) => {}
        }
        let name = format!("take/{}/{}", listed.key, face.round);
        let now = self.clock.now();
        let store = self.engine.store();
        let holder = store.take_name(connection, &name, &me, now, now + TAKING).await?;
        if holder != me {
            let taken_by = holder.parse().map(domain::ids::UisEmployeeId).ok();
            let account = self.accounts.get(connection).await?;
            let name = match taken_by {
                Some(employee) => account.staff.name_of(employee).await,
                None => None,
            };
            return Err(Refusal::Taken(name.unwrap_or(holder)));
        }
        let id = format!("round/{}", face.round);
        self.bring(&listed, by, Deed::Take, &id).await?;
        Ok(Taken::Now)
    }

    /// Writes to the visitor; returns the name of the line it makes.
    ///
    /// # Errors
    /// When it is not his to answer, or the channel takes no such message now.
    pub async fn say(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: Person,
        message: Message,
    ) -> Result<String, Refusal> {
        let (listed, face) = self.held(connection, lane, &by).await?;
        if face.kind == WorkKind::Lead {
            return Err(Refusal::NoConversation);
        }
        let template = match (&message.template, face.channel) {
            (Some(wanted), Some(channel)) => {
                let templates = templates_of(&**self.engine.store(), connection, channel).await?;
                let found = templates.into_iter().find(|template| template.id == *wanted);
                Some(found.ok_or_else(|| {
                    Refusal::Unfit("Такого шаблона WhatsApp в канале нет".to_owned())
                })?)
            }
            _ => None,
        };
        if template.is_none() && face.window.is_some_and(|window| !window.is_open(self.clock.now()))
        {
            return Err(Refusal::WindowClosed);
        }
        let text = match (&template, message.text.trim().is_empty()) {
            (Some(template), true) => template.text.clone(),
            _ => message.text,
        };
        if text.trim().is_empty() && message.attachment.is_none() {
            return Err(Refusal::Unfit("Сообщение пустое".to_owned()));
        }
        let line = format!("reply/{}/{}", by.employee, message.id);
        let words = Words {
            line: line.clone(),
            text,
            reply_to: message.reply_to,
            attachment: message.attachment.map(Enclosed::InUis),
            template,
        };
        self.bring(&listed, by, Deed::Say(Box::new(words)), &message.id).await?;
        Ok(line)
    }

    /// Hands it over to a colleague.
    ///
    /// # Errors
    /// When it is somebody else's or over, or the colleague is nobody.
    pub async fn transfer(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: Person,
        to: domain::ids::UisEmployeeId,
        id: &str,
    ) -> Result<(), Refusal> {
        let (listed, _) = self.held(connection, lane, &by).await?;
        let colleagues = self.colleagues(connection).await?;
        let to = colleagues.into_iter().find(|colleague| colleague.id == to);
        let to = to.ok_or_else(|| Refusal::Unfit("Такого сотрудника в UIS нет".to_owned()))?;
        let to = Person { employee: to.id, name: Some(to.name) };
        self.bring(&listed, by, Deed::Transfer { to }, id).await
    }

    /// Closes a chat, or is done with a lead.
    ///
    /// # Errors
    /// When it is somebody else's.
    pub async fn close(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: Person,
        comment: Option<String>,
        id: &str,
    ) -> Result<(), Refusal> {
        let (listed, _) = match self.held(connection, lane, &by).await {
            // what is over is what he wanted
            Err(Refusal::Closed) => return Ok(()),
            held => held?,
        };
        self.bring(&listed, by, Deed::Close { comment }, id).await
    }

    /// Wants a task of it.
    ///
    /// # Errors
    /// When there is no such chat or lead.
    pub async fn make_task(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: Person,
    ) -> Result<(), Refusal> {
        let (listed, _) = self.card(connection, lane).await?;
        self.bring(&listed, by, Deed::MakeTask, "once").await
    }

    /// The card of what the operator holds.
    pub(super) async fn held(
        &self,
        connection: ConnectionId,
        lane: LaneId,
        by: &Person,
    ) -> Result<(Listed, CardFace), Refusal> {
        let (listed, face) = self.card(connection, lane).await?;
        let mine = listed.card.holder.as_deref() == Some(by.employee.to_string().as_str());
        match listed.card.place {
            CardPlace::Closed => Err(Refusal::Closed),
            CardPlace::Held if mine => Ok((listed, face)),
            CardPlace::Held => Err(Refusal::Taken(name_of(&face, listed.card.holder.as_deref()))),
            // he has taken it a moment ago, and the lane has not noted it yet
            CardPlace::Queue if self.is_taking(&listed, &face, by).await? => Ok((listed, face)),
            CardPlace::Queue => Err(Refusal::NotTaken),
        }
    }

    async fn is_taking(
        &self,
        listed: &Listed,
        face: &CardFace,
        by: &Person,
    ) -> Result<bool, Refusal> {
        let name = format!("take/{}/{}", listed.key, face.round);
        let now = self.clock.now();
        // asks without taking: a name held for no time is nobody's
        let holder = self.engine.store().take_name(listed.connection, &name, "", now, now).await?;
        Ok(holder == by.employee.to_string())
    }

    /// Brings a deed to its lane.
    pub(super) async fn bring(
        &self,
        listed: &Listed,
        by: Person,
        deed: Deed,
        id: &str,
    ) -> Result<(), Refusal> {
        let lane = listed.key.clone();
        let event = deed_event(listed.connection, lane, by, deed, id, self.clock.now());
        let event = event.map_err(engine::StoreError::broken)?;
        self.engine.accept(event).await?;
        Ok(())
    }
}

fn name_of(face: &CardFace, holder: Option<&str>) -> String {
    face.holder_name.clone().or_else(|| holder.map(str::to_owned)).unwrap_or_default()
}
