//! The part of Jinja that templates may use: what can't be made to eat memory or time.
//!
//! Settings come from many hands, so nothing here may grow without bound: steps are counted (fuel),
//! results of growing filters are capped, there is no `range`, no `format`, no multiplication (of texts) and no
//! assignment that could double a text in a loop.

use minijinja::{Environment, Error, ErrorKind, UndefinedBehavior, Value, filters, tests};

/// Steps a template may take.
const FUEL: u64 = 20_000;

/// Nesting a template may reach.
const RECURSION: usize = 40;

/// The largest text a filter may make, bytes.
const MAX_TEXT: usize = 64 * 1024;

/// The environment all templates run in.
pub(super) fn environment<'source>() -> Environment<'source> {
    let mut environment = Environment::empty();
    environment.set_fuel(Some(FUEL));
    environment.set_recursion_limit(RECURSION);
    environment.set_undefined_behavior(UndefinedBehavior::Chainable);
    environment.set_auto_escape_callback(|_| minijinja::AutoEscape::None);
    add_text_filters(&mut environment);
    add_number_filters(&mut environment);
    add_list_filters(&mut environment);
    add_tests(&mut environment);
    environment
}

fn add_text_filters(environment: &mut Environment<'_>) {
    environment.add_filter("upper", filters::upper);
    environment.add_filter("lower", filters::lower);
    environment.add_filter("title", filters::title);
    environment.add_filter("capitalize", filters::capitalize);
    environment.add_filter("trim", filters::trim);
    environment.add_filter("string", filters::string);
    environment.add_filter("replace", replace);
    environment.add_filter("default", filters::default);
    environment.add_filter("d", filters::default);
}

fn add_number_filters(environment: &mut Environment<'_>) {
    environment.add_filter("int", filters::int);
    environment.add_filter("float", filters::float);
    environment.add_filter("abs", filters::abs);
    environment.add_filter("round", filters::round);
}

fn add_list_filters(environment: &mut Environment<'_>) {
    environment.add_filter("split", filters::split);
    environment.add_filter("join", join);
    environment.add_filter("list", filters::list);
    environment.add_filter("first", filters::first);
    environment.add_filter("last", filters::last);
    environment.add_filter("length", filters::length);
    environment.add_filter("count", filters::length);
    environment.add_filter("reverse", filters::reverse);
    environment.add_filter("sort", filters::sort);
    environment.add_filter("unique", filters::unique);
}

fn add_tests(environment: &mut Environment<'_>) {
    environment.add_test("defined", tests::is_defined);
    environment.add_test("undefined", tests::is_undefined);
    environment.add_test("none", tests::is_none);
    environment.add_test("number", tests::is_number);
    environment.add_test("string", tests::is_string);
    environment.add_test("odd", tests::is_odd);
    environment.add_test("even", tests::is_even);
    environment.add_test("divisibleby", tests::is_divisibleby);
    environment.add_test("startingwith", tests::is_startingwith);
    environment.add_test("endingwith", tests::is_endingwith);
    environment.add_test("in", tests::is_in);
    environment.add_test("eq", tests::is_eq);
    environment.add_test("equalto", tests::is_eq);
    environment.add_test("ne", tests::is_ne);
    environment.add_test("lt", tests::is_lt);
    environment.add_test("le", tests::is_le);
    environment.add_test("gt", tests::is_gt);
    environment.add_test("ge", tests::is_ge);
}

/// Jinja's `replace`, capped: chained, it multiplies a text by itself.
fn replace(text: &str, from: &str, to: &str) -> Result<String, Error> {
    let growth = text.matches(from).count().saturating_mul(to.len());
    capped(text.len().saturating_add(growth))?;
    Ok(text.replace(from, to))
}

/// Jinja's `join`, capped for the same reason.
fn join(list: &Value, separator: Option<&str>) -> Result<String, Error> {
    let mut joined = String::new();
    for (index, item) in list.try_iter()?.enumerate() {
        if index > 0 {
            joined.push_str(separator.unwrap_or_default());
        }
        joined.push_str(&item.to_string());
        capped(joined.len())?;
    }
    Ok(joined)
}

fn capped(size: usize) -> Result<(), Error> {
    if size <= MAX_TEXT {
        return Ok(());
    }
    Err(Error::new(ErrorKind::InvalidOperation, "the text is too long"))
}
