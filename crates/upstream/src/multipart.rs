//! Forms with a file (`multipart/form-data`, RFC 7578).

use reqwest::header::{CONTENT_TYPE, HeaderValue};

use crate::Request;

/// A file to be sent with a form.
#[derive(Debug, Clone, Copy)]
pub struct FilePart<'a> {
    /// The form's field.
    pub field: &'a str,
    /// The file's name.
    pub name: &'a str,
    /// Its MIME type; one that no header may hold is sent as `application/octet-stream`.
    pub mime: &'a str,
    /// What is in it.
    pub content: &'a [u8],
}

impl Request {
    /// With a form of the fields and the file, in this order.
    #[must_use]
    pub fn multipart(mut self, fields: &[(&str, &str)], file: &FilePart<'_>) -> Self {
        let boundary = boundary(fields, file.content);
        let mut body = Vec::with_capacity(file.content.len() + 1024);
        for (name, value) in fields {
            let name = quoted(name);
            let head = format!("--{boundary}\r\nContent-Disposition: form-data; name=\"{name}\"");
            body.extend_from_slice(format!("{head}\r\n\r\n{value}\r\n").as_bytes());
        }
        let (field, name, mime) = (quoted(file.field), quoted(file.name), mime(file.mime));
        let head = format!(
            "--{boundary}\r\nContent-Disposition: form-data; name=\"{field}\"; filename=\"{name}\"\r\n\
             Content-Type: {mime}\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(file.content);
        body.extend_from_slice(format!("\r\n--{boundary}--\r\n").as_bytes());
        self.body = body;
        match HeaderValue::from_str(&format!("multipart/form-data; boundary={boundary}")) {
            Ok(kind) => self.header(CONTENT_TYPE, kind),
            // A boundary is letters, digits and hyphens.
            Err(_) => self,
        }
    }
}

/// The first of a row of boundaries that nothing in the form contains.
fn boundary(fields: &[(&str, &str)], content: &[u8]) -> String {
    let mut number: u32 = 0;
    loop {
        let boundary = format!("svyazka-form-{number}");
        let inside = |text: &[u8]| text.windows(boundary.len()).any(|w| w == boundary.as_bytes());
        if !inside(content) && !fields.iter().any(|(_, value)| inside(value.as_bytes())) {
            return boundary;
        }
        number = number.wrapping_add(1);
    }
}

/// A name as it stands between the quotes (WHATWG HTML, multipart/form-data encoding).
fn quoted(name: &str) -> String {
    name.replace('"', "%22").replace('\r', "%0D").replace('\n', "%0A")
}

fn mime(text: &str) -> &str {
    let plain = |c: char| c.is_ascii_alphanumeric() || "!#$&^_.+-".contains(c);
    let good = text.split_once('/').is_some_and(|(kind, sub)| {
        !kind.is_empty() && !sub.is_empty() && kind.chars().chain(sub.chars()).all(plain)
    });
    if good { text } else { "application/octet-stream" }
}
