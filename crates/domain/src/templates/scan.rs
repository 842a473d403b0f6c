//! Finds what a template may not contain, without running it.

use super::error::TemplateFault;

/// The statements that may stand between `{%` and `%}`. Assignments are left out because in a loop they
/// double a text without bound, includes and macros because there is nothing to include.
const STATEMENTS: [&str; 6] = ["if", "elif", "else", "endif", "for", "endfor"];

/// The first thing that is not allowed, with the byte where it stands.
pub(super) fn forbidden(source: &str) -> Option<(usize, TemplateFault)> {
    tags(source).find_map(|tag| tag.forbidden())
}

/// A `{{ expression }}` or `{% statement %}`.
struct Tag<'s> {
    statement: bool,
    code: &'s str,
    /// Where the tag begins and where its code does, bytes of the source.
    start: usize,
    code_start: usize,
}

impl Tag<'_> {
    fn forbidden(&self) -> Option<(usize, TemplateFault)> {
        let word = first_word(self.code);
        if self.statement && !STATEMENTS.contains(&word) {
            return Some((self.start, TemplateFault::Statement { word: word.to_owned() }));
        }
        let star = unquoted(self.code).find(|(_, rest)| rest.starts_with('*'));
        star.map(|(index, _)| (self.code_start + index, TemplateFault::Multiplication))
    }
}

/// The tags of the template; comments are skipped.
fn tags(source: &str) -> impl Iterator<Item = Tag<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = source.get(at..)?;
            let opening =
                ["{{", "{%", "{#"].into_iter().filter_map(|mark| rest.find(mark)).min()?;
            let start = at + opening;
            let code_start = start + 2;
            let mark = source.get(start..code_start)?;
            let inside = source.get(code_start..)?;
            let code = inside.get(..end_of(inside, mark))?;
            at = code_start + code.len();
            if mark != "{#" {
                return Some(Tag { statement: mark == "{%", code, start, code_start });
            }
        }
    })
}

/// Where the closing mark stands; the end when there is none, which the parser will complain about.
fn end_of(inside: &str, mark: &str) -> usize {
    let end = match mark {
        "{#" => inside.find("#}"),
        "{{" => unquoted(inside).find(|(_, rest)| rest.starts_with("}}")).map(|(index, _)| index),
        _ => unquoted(inside).find(|(_, rest)| rest.starts_with("%}")).map(|(index, _)| index),
    };
    end.unwrap_or(inside.len())
}

/// The places of the code that are outside quotes: the byte and what follows from there.
fn unquoted(code: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut quote = None;
    let mut escaped = false;
    code.char_indices().filter_map(move |(index, c)| {
        match quote {
            Some(_) if escaped => escaped = false,
            Some(_) if c == '\\' => escaped = true,
            Some(open) if c == open => quote = None,
            Some(_) => {}
            None if c == '"' || c == '\'' => quote = Some(c),
            None => return Some((index, code.get(index..)?)),
        }
        None
    })
}

fn first_word(code: &str) -> &str {
    let code = code.trim_start_matches(['-', '+']).trim_start();
    let end = code.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(code.len());
    code.get(..end).unwrap_or(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement(word: &str) -> TemplateFault {
        TemplateFault::Statement { word: word.to_owned() }
    }

    #[test]
    fn conditions_and_loops_are_allowed() {
        assert_eq!(forbidden("{% if a %}1{% elif b %}2{%- else -%}3{% endif %}"), None);
        assert_eq!(forbidden("{% for t in tags %}{{ t }}{% endfor %}"), None);
    }

    #[test]
    fn an_assignment_is_found_where_it_stands() {
        assert_eq!(forbidden("- {%- set x = 1 %}"), Some((2, statement("set"))));
        assert_eq!(
            forbidden("{% if '%} {% set' %}{% include 'x' %}"),
            Some((20, statement("include")))
        );
    }

    #[test]
    fn multiplication_is_found_where_it_stands() {
        assert_eq!(forbidden("{{ 'x' * 9 }}"), Some((7, TemplateFault::Multiplication)));
        assert_eq!(forbidden("{{ '2 * 2' }} * 2"), None);
    }

    #[test]
    fn text_in_quotes_and_comments_is_no_statement() {
        assert_eq!(forbidden("{{ '{% set x %}' }}{# {% set y %} #}"), None);
    }

    #[test]
    fn an_open_end_is_left_to_the_parser() {
        assert_eq!(forbidden("{{ 'abc"), None);
        assert_eq!(forbidden("{% if "), None);
    }
}
