//! What can be wrong with a template, for the one who writes it.

use crate::text::Lang;

/// A mistake in a template and where it stands.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text(Lang::En))]
pub struct TemplateError {
    /// What is wrong.
    pub fault: TemplateFault,
    /// Line of the template, from 1; 0 when it can't be told.
    pub line: usize,
    /// Character of the line, from 1; 0 when it can't be told.
    pub column: usize,
}

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TemplateFault {
    /// It can't be read.
    Syntax {
        /// The parser's word, English.
        detail: String,
    },
    /// There is no such variable in this flow.
    UnknownVariable {
        /// As written.
        name: String,
        /// The one probably meant.
        nearest: Option<String>,
    },
    /// There is no such filter, test or function.
    UnknownName {
        /// The engine's word, English.
        detail: String,
    },
    /// Only `if` and `for` are allowed as statements.
    Statement {
        /// As written.
        word: String,
    },
    /// Multiplication is not allowed: with a text it makes texts without bound.
    Multiplication,
    /// It breaks already with the variables' example values.
    Fails {
        /// The engine's word, English.
        detail: String,
    },
    /// It is too long.
    TooLong {
        /// Characters allowed.
        limit: usize,
    },
}

impl TemplateError {
    /// The mistake in words, with its place.
    pub fn text(&self, lang: Lang) -> String {
        let what = self.fault.text(lang);
        match (self.column, lang) {
            (0, _) => what,
            (column, Lang::Ru) if self.line > 1 => {
                format!("{what} (строка {}, символ {column})", self.line)
            }
            (column, Lang::Ru) => format!("{what} (символ {column})"),
            (column, Lang::En) if self.line > 1 => {
                format!("{what} (line {}, column {column})", self.line)
            }
            (column, Lang::En) => format!("{what} (column {column})"),
        }
    }
}

impl TemplateFault {
    fn text(&self, lang: Lang) -> String {
        match lang {
            Lang::Ru => self.russian(),
            Lang::En => self.english(),
        }
    }

    fn russian(&self) -> String {
        match self {
            Self::Syntax { detail } => format!("шаблон не читается: {detail}"),
            Self::UnknownVariable { name, nearest: Some(nearest) } => {
                format!("нет переменной `{name}`; возможно, имелась в виду `{nearest}`")
            }
            Self::UnknownVariable { name, nearest: None } => format!("нет переменной `{name}`"),
            Self::UnknownName { detail } => format!("такого фильтра или функции нет: {detail}"),
            Self::Statement { word } => {
                format!("оператор `{word}` не разрешён; можно использовать if и for")
            }
            Self::Multiplication => "умножение в шаблонах не разрешено".to_owned(),
            Self::Fails { detail } => format!("шаблон не вычисляется: {detail}"),
            Self::TooLong { limit } => format!("шаблон длиннее {limit} символов"),
        }
    }

    fn english(&self) -> String {
        match self {
            Self::Syntax { detail } => format!("the template can't be read: {detail}"),
            Self::UnknownVariable { name, nearest: Some(nearest) } => {
                format!("unknown variable `{name}`; did you mean `{nearest}`?")
            }
            Self::UnknownVariable { name, nearest: None } => format!("unknown variable `{name}`"),
            Self::UnknownName { detail } => format!("no such filter or function: {detail}"),
            Self::Statement { word } => {
                format!("the statement `{word}` is not allowed; only if and for are")
            }
            Self::Multiplication => "multiplication is not allowed in templates".to_owned(),
            Self::Fails { detail } => format!("the template fails: {detail}"),
            Self::TooLong { limit } => format!("the template is longer than {limit} characters"),
        }
    }
}
