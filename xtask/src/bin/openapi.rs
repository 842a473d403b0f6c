//! Prints `docs/openapi.json`: the description of the API, as the server itself gives it.

use std::error::Error;
use std::io::{self, Write as _};

fn main() -> Result<(), Box<dyn Error>> {
    let description = server::openapi().to_pretty_json()?;
    writeln!(io::stdout(), "{description}")?;
    Ok(())
}
