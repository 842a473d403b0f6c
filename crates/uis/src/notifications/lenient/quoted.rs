//! Text between quotes, its quotes and line breaks perhaps unescaped.

use super::cursor::Cursor;

/// Reads a member's name; the cursor stands after its opening quote.
pub(super) fn name(cursor: &mut Cursor<'_>) -> Option<String> {
    until(cursor, |_| true)
}

/// Reads a value; the cursor stands after its opening quote. A quote closes it only where `over`
/// says that the value may end: any other is part of the text (`"ООО "Ромашка""`).
pub(super) fn until(cursor: &mut Cursor<'_>, over: impl Fn(&Cursor<'_>) -> bool) -> Option<String> {
    let mut text = String::new();
    loop {
        match cursor.next()? {
            '"' if over(cursor) => return Some(text),
            '\\' => text.push(escape(cursor)?),
            plain => text.push(plain),
        }
    }
}

/// What a backslash stands for. One before an ordinary letter stands for that letter.
fn escape(cursor: &mut Cursor<'_>) -> Option<char> {
    Some(match cursor.next()? {
        'n' => '\n',
        't' => '\t',
        'r' => '\r',
        'b' => '\u{8}',
        'f' => '\u{c}',
        'u' => unicode(cursor)?,
        other => other,
    })
}

/// `\uXXXX`, and the pair of two for a character beyond the basic plane.
fn unicode(cursor: &mut Cursor<'_>) -> Option<char> {
    let high = hex4(cursor)?;
    let mut ahead = cursor.clone();
    let low = if ahead.take("\\u") { hex4(&mut ahead) } else { None };
    let pair = low.map(|low| char::decode_utf16([high, low]).next());
    if let (0xD800..=0xDBFF, Some(Some(Ok(wide)))) = (high, pair) {
        *cursor = ahead;
        return Some(wide);
    }
    Some(char::from_u32(u32::from(high)).unwrap_or(char::REPLACEMENT_CHARACTER))
}

fn hex4(cursor: &mut Cursor<'_>) -> Option<u16> {
    let digits: String = std::iter::repeat_with(|| cursor.next()).take(4).collect::<Option<_>>()?;
    u16::from_str_radix(&digits, 16).ok()
}
