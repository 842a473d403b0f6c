//! `multipart/form-data` (RFC 7578), as far as the API needs it.

/// A part of a form.
pub(super) struct Part {
    pub(super) name: String,
    pub(super) file_name: Option<String>,
    pub(super) mime: Option<String>,
    pub(super) content: Vec<u8>,
}

impl Part {
    pub(super) fn text(&self) -> String {
        String::from_utf8_lossy(&self.content).trim().to_owned()
    }
}

/// The parts of a form; `None` when it is none.
pub(super) fn parts(content_type: &str, body: &[u8]) -> Option<Vec<Part>> {
    let (kind, parameters) = content_type.split_once(';')?;
    if !kind.trim().eq_ignore_ascii_case("multipart/form-data") {
        return None;
    }
    let boundary = parameter(parameters, "boundary")?;
    let delimiter = format!("\r\n--{boundary}");
    // the first delimiter has no line break of its own
    let whole = [b"\r\n", body].concat();
    let mut rest = after(&whole, delimiter.as_bytes())?;
    let mut parts = Vec::new();
    while !rest.starts_with(b"--") {
        let inner = rest.strip_prefix(b"\r\n")?;
        let end = find(inner, delimiter.as_bytes())?;
        let (part, tail) = inner.split_at_checked(end)?;
        parts.push(read(part)?);
        rest = tail.strip_prefix(delimiter.as_bytes())?;
    }
    Some(parts)
}

fn read(part: &[u8]) -> Option<Part> {
    let (head, content) = part.split_at_checked(find(part, b"\r\n\r\n")?)?;
    let head = String::from_utf8(head.to_vec()).ok()?;
    let header = |name: &str| {
        let lines = head.lines().filter_map(|line| line.split_once(':'));
        let mut found = lines.filter(|(known, _)| known.trim().eq_ignore_ascii_case(name));
        found.next().map(|(_, value)| value.trim().to_owned())
    };
    let disposition = header("content-disposition")?;
    Some(Part {
        name: parameter(&disposition, "name")?,
        file_name: parameter(&disposition, "filename"),
        mime: header("content-type"),
        content: content.strip_prefix(b"\r\n\r\n")?.to_vec(),
    })
}

/// A parameter of a header: `name="file"`.
fn parameter(text: &str, name: &str) -> Option<String> {
    let pairs = text.split(';').filter_map(|pair| pair.split_once('='));
    let mut found = pairs.filter(|(known, _)| known.trim().eq_ignore_ascii_case(name));
    let (_, value) = found.next()?;
    Some(
        value
            .trim()
            .trim_matches('"')
            .replace("%22", "\"")
            .replace("%0D", "\r")
            .replace("%0A", "\n"),
    )
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

fn after<'a>(text: &'a [u8], what: &[u8]) -> Option<&'a [u8]> {
    let start = find(text, what)?;
    text.get(start + what.len()..)
}
