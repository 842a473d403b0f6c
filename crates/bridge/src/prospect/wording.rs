//! What is not known, in words.

use domain::text::Lang;

use super::Unknown;

impl Unknown {
    /// A sentence for whoever reads the prospect.
    pub fn text(self, lang: Lang) -> &'static str {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(self) -> &'static str {
        match self {
            Self::Report => "данных из отчёта UIS нет: звонок был отсеян до его запроса",
            Self::Acquaintance => {
                "Планфикс не спрашивали, знаком ли ему клиент: решено по данным UIS"
            }
            Self::ContactOwner => "владелец контакта неизвестен",
            Self::Talker => "неизвестно, кто в Планфиксе разговаривавший сотрудник",
            Self::OpenTask => {
                "неизвестно, была ли у клиента незавершённая задача: считаем, что нет"
            }
            Self::ContactFields => "неизвестно, были ли поля контакта пустыми: считаем, что да",
            Self::TaskFields => "неизвестно, были ли поля задачи пустыми: считаем, что да",
        }
    }

    fn english(self) -> &'static str {
        match self {
            Self::Report => {
                "no data of the UIS report: the call was kept out before it was asked for"
            }
            Self::Acquaintance => {
                "Planfix was not asked whether it knows the client: decided by UIS"
            }
            Self::ContactOwner => "the contact's owner is not known",
            Self::Talker => "it is not known who the talker is in Planfix",
            Self::OpenTask => "it is not known whether the client had an open task: taken as none",
            Self::ContactFields => {
                "it is not known whether the contact's fields were empty: taken so"
            }
            Self::TaskFields => "it is not known whether the task's fields were empty: taken so",
        }
    }
}
