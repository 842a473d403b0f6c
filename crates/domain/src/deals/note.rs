//! What the journal says of a deal.

use serde::{Deserialize, Serialize};

use super::amount::Money;
use super::load::LoadStage;
use crate::failure::Failure;
use crate::ids::ContactId;
use crate::text::Lang;

/// By what UIS ties a deal to a visitor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Binding {
    /// By the communication that made the task.
    Communication,
    /// By the phones and e-mails of the client.
    Contact,
    /// By nothing: the task has no client.
    Nothing,
}

/// A note of a deal's story.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "deal", rename_all = "snake_case")]
pub enum DealNote {
    /// «Сделки» are switched off.
    Off,
    /// The task is of another object.
    OtherObject,
    /// It has gone to another object, and its deal was over.
    OtherObjectClosed,
    /// The settings choose another object than the one the deal was made of.
    Unchosen,
    /// The task is not there.
    Gone,
    /// It was deleted, and its deal was over.
    GoneClosed,
    /// An open deal whose task has left.
    Left {
        /// Deleted, or moved to another object.
        deleted: bool,
    },
    /// The task stands on no status that the object has.
    NoStage,
    /// Neither stage nor amount nor client have changed.
    Unchanged,
    /// The amount's field is empty.
    AmountEmpty,
    /// The amount's field holds no number.
    AmountUnreadable {
        /// What it holds.
        text: String,
    },
    /// A deal that was over goes on.
    Reopened,
    /// The client's contact is not there any more.
    ContactGone {
        /// Which.
        contact: ContactId,
    },
    /// We made the task, and what made it is not known yet.
    WaitsForCommunication,
    /// The communication that made the task is known now.
    Tied,
    /// UIS is to be told.
    Planned {
        /// The stage's name.
        stage: String,
        /// The amount.
        revenue: Money,
        /// How UIS finds the visitor.
        binding: Binding,
    },
    /// How the load of existing tasks goes.
    Load {
        /// Where it stands.
        stage: LoadStage,
        /// Tasks that were read.
        read: u64,
        /// Tasks found so far.
        found: u64,
    },
    /// The load of existing tasks can't go on just now.
    LoadStuck {
        /// Why.
        failure: Failure,
    },
    /// UIS has processed the row.
    Processed,
    /// UIS has not processed the row in the time it was watched.
    NotProcessed,
    /// UIS did not say whether it has.
    NotAsked {
        /// Why.
        failure: Failure,
    },
}

impl DealNote {
    /// The note as a sentence.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::Off => "Раздел «Сделки» выключен".to_owned(),
            Self::OtherObject => "Задача другого объекта: не сделка".to_owned(),
            Self::OtherObjectClosed => {
                "Задача переведена в другой объект; сделка уже завершена и остаётся как есть"
                    .to_owned()
            }
            Self::Unchosen => {
                "В настройках выбран другой объект: сделка остаётся как есть и больше не меняется"
                    .to_owned()
            }
            Self::Gone => "Задачи в Планфиксе нет: передавать нечего".to_owned(),
            Self::GoneClosed => {
                "Задача удалена; сделка уже завершена и остаётся как есть".to_owned()
            }
            Self::Left { deleted: true } => {
                "Задача удалена: открытая сделка закрывается как проваленная".to_owned()
            }
            Self::Left { deleted: false } => {
                "Задача переведена в другой объект: открытая сделка закрывается как проваленная"
                    .to_owned()
            }
            Self::NoStage => {
                "У задачи нет статуса из набора её объекта: этап неизвестен".to_owned()
            }
            Self::Unchanged => "Этап, сумма и клиент не изменились: передавать нечего".to_owned(),
            Self::AmountEmpty => "Поле суммы пусто: сумма 0".to_owned(),
            Self::AmountUnreadable { text } => format!(
                "В поле суммы не число: «{text}». Сумма не угадывается, остаётся прежняя (у новой сделки 0)"
            ),
            Self::Reopened => "Завершённая сделка снова в работе".to_owned(),
            Self::ContactGone { contact } => format!(
                "Контакта {contact} в Планфиксе больше нет (удалён или объединён): сделка без контакта"
            ),
            Self::WaitsForCommunication => {
                "Задачу создала Связка; ждём записи об обращении, чтобы привязать сделку".to_owned()
            }
            Self::Tied => {
                "Стало известно обращение, создавшее задачу: сделка привязывается к нему".to_owned()
            }
            Self::Planned { stage, revenue, binding } => {
                let by = match binding {
                    Binding::Communication => "привязка к обращению, создавшему задачу",
                    Binding::Contact => "привязка по телефонам и e-mail контакта",
                    Binding::Nothing => "привязать не к чему: у задачи нет контакта",
                };
                format!("Передаётся в UIS: этап «{stage}», сумма {revenue}; {by}")
            }
            Self::Load { stage, read, found } => stage.text(*read, *found, Lang::Ru),
            Self::LoadStuck { failure } => format!("Загрузка ждёт: {failure}"),
            Self::Processed => "Принято UIS: сделка в сквозной аналитике".to_owned(),
            Self::NotProcessed => {
                "UIS пока не обработал сделку; больше не проверяем, данные у UIS".to_owned()
            }
            Self::NotAsked { failure } => {
                format!("Не удалось узнать, обработал ли UIS сделку: {failure}")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Off => "The section «Сделки» is switched off".to_owned(),
            Self::OtherObject => "A task of another object: no deal".to_owned(),
            Self::OtherObjectClosed => {
                "The task went to another object; its deal was over and stays as it is".to_owned()
            }
            Self::Unchosen => {
                "The settings choose another object: the deal stays as it is and changes no more"
                    .to_owned()
            }
            Self::Gone => "Planfix has no such task: nothing to tell".to_owned(),
            Self::GoneClosed => {
                "The task was deleted; its deal was over and stays as it is".to_owned()
            }
            Self::Left { deleted: true } => {
                "The task was deleted: the open deal is closed as lost".to_owned()
            }
            Self::Left { deleted: false } => {
                "The task went to another object: the open deal is closed as lost".to_owned()
            }
            Self::NoStage => {
                "The task stands on no status of its object: the stage is unknown".to_owned()
            }
            Self::Unchanged => "Stage, amount and client are the same: nothing to tell".to_owned(),
            Self::AmountEmpty => "The amount's field is empty: amount 0".to_owned(),
            Self::AmountUnreadable { text } => format!(
                "The amount's field holds no number: “{text}”. It is not guessed at; the former amount stays (0 for a new deal)"
            ),
            Self::Reopened => "A deal that was over goes on".to_owned(),
            Self::ContactGone { contact } => format!(
                "Contact {contact} is no longer in Planfix (deleted or merged): the deal has none"
            ),
            Self::WaitsForCommunication => {
                "Svyazka made the task; waiting for the communication to tie the deal to".to_owned()
            }
            Self::Tied => {
                "The communication that made the task is known now: the deal is tied to it"
                    .to_owned()
            }
            Self::Planned { stage, revenue, binding } => {
                let by = match binding {
                    Binding::Communication => "tied to the communication that made the task",
                    Binding::Contact => "tied by the contact's phones and e-mails",
                    Binding::Nothing => "tied to nothing: the task has no contact",
                };
                format!("UIS is told: stage “{stage}”, amount {revenue}; {by}")
            }
            Self::Load { stage, read, found } => stage.text(*read, *found, Lang::En),
            Self::LoadStuck { failure } => format!("The load waits: {failure}"),
            Self::Processed => "Accepted by UIS: the deal is in end-to-end analytics".to_owned(),
            Self::NotProcessed => {
                "UIS has not processed the deal yet; it is not watched any longer, UIS has it"
                    .to_owned()
            }
            Self::NotAsked { failure } => {
                format!("Whether UIS has processed the deal could not be found out: {failure}")
            }
        }
    }
}
