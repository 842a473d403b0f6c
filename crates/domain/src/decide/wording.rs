//! Decisions in words.

use super::{Acquaintance, Assigned, AssignedBy, Source, Wanted};
use crate::text::Lang;

impl Acquaintance {
    /// Whether and by whose word the client is known, Russian.
    pub fn russian(&self) -> String {
        let first = if self.is_first() { "Первичное" } else { "Повторное" };
        let why = match (self, self.source()) {
            (Self::Repeat { name: Some(name), .. }, Source::Planfix | Source::Search) => {
                return format!("{first} обращение: в Планфиксе есть контакт «{name}»");
            }
            (Self::First { .. }, Source::Planfix) => "контакта с этим номером в Планфиксе нет",
            (Self::Repeat { .. }, Source::Planfix) => "номер есть в Планфиксе",
            (Self::First { .. }, Source::Search) => "такого контакта в Планфиксе нет",
            (Self::Repeat { .. }, Source::Search) => "клиент есть в Планфиксе",
            (_, Source::Simultaneous) => {
                "другое обращение клиента пришло одновременно и стало первым"
            }
            (_, Source::UisAttributes) => "по атрибутам обращения в UIS",
            (_, Source::UisCount) => "по номеру обращения в UIS",
            (_, Source::Nobody) => "узнать было не у кого",
        };
        format!("{first} обращение: {why}")
    }

    /// Whether and by whose word the client is known, English.
    pub fn english(&self) -> String {
        let first = if self.is_first() { "First" } else { "Repeated" };
        let why = match (self, self.source()) {
            (Self::Repeat { name: Some(name), .. }, Source::Planfix | Source::Search) => {
                return format!("{first} communication: Planfix has the contact “{name}”");
            }
            (Self::First { .. }, Source::Planfix) => "Planfix has no contact with the number",
            (Self::Repeat { .. }, Source::Planfix) => "Planfix knows the number",
            (Self::First { .. }, Source::Search) => "Planfix has no such contact",
            (Self::Repeat { .. }, Source::Search) => "Planfix knows the client",
            (_, Source::Simultaneous) => {
                "another communication of the client came at the same time and was first"
            }
            (_, Source::UisAttributes) => "by the attributes in UIS",
            (_, Source::UisCount) => "by the count in UIS",
            (_, Source::Nobody) => "nobody could say",
        };
        format!("{first} communication: {why}")
    }
}

impl Assigned {
    /// Who and why, Russian.
    pub fn russian(&self) -> String {
        format!("{} ({})", self.employee, self.by.russian())
    }

    /// Who and why, English.
    pub fn english(&self) -> String {
        format!("{} ({})", self.employee, self.by.english())
    }
}

impl AssignedBy {
    /// Why.
    pub fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::FirstTalker => "первый разговаривавший".to_owned(),
            Self::LastTalker => "последний разговаривавший".to_owned(),
            Self::ContactOwner => "ответственный контакта".to_owned(),
            Self::Rules { choice, instead_of } => {
                let rule = choice.rule.map_or("по умолчанию".to_owned(), |rule| {
                    format!("по правилу {}", rule + 1)
                });
                let instead = match instead_of {
                    None => "",
                    Some(Wanted::FirstTalker | Wanted::LastTalker) => {
                        ", так как разговаривавшего нет или он не сопоставлен"
                    }
                    Some(Wanted::ContactOwner) => ", так как у контакта нет ответственного",
                };
                format!("ответственный {rule}{instead}")
            }
        }
    }

    fn english(&self) -> String {
        match self {
            Self::FirstTalker => "the first talker".to_owned(),
            Self::LastTalker => "the last talker".to_owned(),
            Self::ContactOwner => "the contact's owner".to_owned(),
            Self::Rules { choice, instead_of } => {
                let rule = choice
                    .rule
                    .map_or("by default".to_owned(), |rule| format!("by rule {}", rule + 1));
                let instead = match instead_of {
                    None => "",
                    Some(Wanted::FirstTalker | Wanted::LastTalker) => {
                        ", since nobody talked or he is not paired"
                    }
                    Some(Wanted::ContactOwner) => ", since the contact has no owner",
                };
                format!("responsible {rule}{instead}")
            }
        }
    }
}
