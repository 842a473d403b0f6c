//! What is checked when a template is saved.

use minijinja::{Environment, Error, ErrorKind, Template};

use super::engine::environment;
use super::error::{TemplateError, TemplateFault};
use super::render::run;
use super::{MAX_SOURCE, Variables, scan};
use crate::flow::Flow;
use crate::variables;

/// Checks the length, the syntax, the statements, the variables, and that it can be run.
pub(super) fn check(source: &str, flow: Flow) -> Result<(), TemplateError> {
    check_length(source)?;
    check_statements(source)?;
    let environment = environment();
    let template = compile(&environment, source)?;
    check_variables(&template, source, flow)?;
    rehearse(source, flow)
}

fn check_length(source: &str) -> Result<(), TemplateError> {
    if source.chars().count() <= MAX_SOURCE {
        return Ok(());
    }
    Err(TemplateError { fault: TemplateFault::TooLong { limit: MAX_SOURCE }, line: 0, column: 0 })
}

fn check_statements(source: &str) -> Result<(), TemplateError> {
    match scan::forbidden(source) {
        None => Ok(()),
        Some((offset, fault)) => Err(at(source, offset, fault)),
    }
}

fn compile<'t>(
    environment: &'t Environment<'t>,
    source: &'t str,
) -> Result<Template<'t, 't>, TemplateError> {
    environment.template_from_str(source).map_err(|error| {
        let detail = detail(&error);
        placed(source, &error, TemplateFault::Syntax { detail })
    })
}

fn check_variables(
    template: &Template<'_, '_>,
    source: &str,
    flow: Flow,
) -> Result<(), TemplateError> {
    let mut unknown: Vec<(usize, String)> = template
        .undeclared_variables(false)
        .into_iter()
        .filter(|name| variables::find(name).is_none_or(|known| known.origin(flow).is_none()))
        .map(|name| (position_of_word(source, &name), name))
        .collect();
    unknown.sort();
    match unknown.into_iter().next() {
        None => Ok(()),
        Some((offset, name)) => {
            let nearest = variables::nearest_to(&name, &[flow]).map(str::to_owned);
            Err(at(source, offset, TemplateFault::UnknownVariable { name, nearest }))
        }
    }
}

/// Runs the template with the examples, which must work, and with nothing, where only a name that does
/// not exist is a mistake: the engine learns of unknown filters only when it comes to them.
fn rehearse(source: &str, flow: Flow) -> Result<(), TemplateError> {
    let examples: Variables =
        variables::of_flow(flow).map(|variable| (variable.name, variable.example)).collect();
    let full = run(source, &examples);
    let empty = run(source, &Variables::new());
    let Some(error) = full.failure.or(empty.failure.filter(is_unknown_name)) else {
        return Ok(());
    };
    let detail = detail(&error);
    let fault = if is_unknown_name(&error) {
        TemplateFault::UnknownName { detail }
    } else {
        TemplateFault::Fails { detail }
    };
    Err(placed(source, &error, fault))
}

fn is_unknown_name(error: &Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::UnknownFilter
            | ErrorKind::UnknownTest
            | ErrorKind::UnknownFunction
            | ErrorKind::UnknownMethod
    )
}

fn detail(error: &Error) -> String {
    error.detail().map_or_else(|| error.kind().to_string(), str::to_owned)
}

/// The mistake at the place the engine names.
fn placed(source: &str, error: &Error, fault: TemplateFault) -> TemplateError {
    match error.range() {
        Some(range) => at(source, range.start, fault),
        None => TemplateError { fault, line: error.line().unwrap_or(0), column: 0 },
    }
}

/// The mistake at a byte of the source, told as line and character.
fn at(source: &str, offset: usize, fault: TemplateFault) -> TemplateError {
    let before = source.get(..offset).unwrap_or(source);
    let line = before.matches('\n').count() + 1;
    let column = before.chars().rev().take_while(|c| *c != '\n').count() + 1;
    TemplateError { fault, line, column }
}

/// Where a name stands as a word of its own.
fn position_of_word(source: &str, name: &str) -> usize {
    let part_of_word = |c: char| c.is_alphanumeric() || c == '_';
    source
        .match_indices(name)
        .map(|(offset, _)| offset)
        .find(|offset| {
            let before = source.get(..*offset).and_then(|text| text.chars().next_back());
            let after = source.get(offset + name.len()..).and_then(|text| text.chars().next());
            !before.is_some_and(part_of_word) && !after.is_some_and(part_of_word)
        })
        .unwrap_or(0)
}
