//! The text operators of filters.

use serde_json::Value;

/// `like` with `%` for anything.
pub(super) fn like(cell: &Value, pattern: &Value, any_case: bool) -> bool {
    let (Some(cell), Some(pattern)) = (cell.as_str(), pattern.as_str()) else { return false };
    if any_case {
        like_text(&cell.to_lowercase(), &pattern.to_lowercase())
    } else {
        like_text(cell, pattern)
    }
}

fn like_text(text: &str, pattern: &str) -> bool {
    let Some((head, tail)) = pattern.split_once('%') else { return text == pattern };
    let Some(mut rest) = text.strip_prefix(head) else { return false };
    let parts: Vec<_> = tail.split('%').collect();
    let Some((last, middle)) = parts.split_last() else { return true };
    for part in middle {
        let Some((_, after)) = rest.split_once(part) else { return false };
        rest = after;
    }
    rest.ends_with(last)
}

/// `regexp`; an expression that cannot be read matches nothing.
pub(super) fn regexp(cell: &Value, pattern: &Value) -> bool {
    let (Some(cell), Some(pattern)) = (cell.as_str(), pattern.as_str()) else { return false };
    regex::Regex::new(pattern).is_ok_and(|pattern| pattern.is_match(cell))
}

/// The part of `jsquery` that clients use: `member = value` on an object or on any of an array.
pub(super) fn matches_jsquery(cell: &Value, query: &Value) -> bool {
    let Some((member, wanted)) = query.as_str().and_then(|query| query.split_once('=')) else {
        return false;
    };
    let member = member.trim().trim_start_matches("#.");
    let Ok(wanted) = serde_json::from_str::<Value>(wanted.trim()) else { return false };
    match cell {
        Value::Array(items) => items.iter().any(|item| item.get(member) == Some(&wanted)),
        object => object.get(member) == Some(&wanted),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_percent_sign_stands_for_anything() {
        for (pattern, wanted) in
            [("abc", true), ("a%", true), ("%c", true), ("a%c", true), ("%b%", true), ("%", true)]
        {
            assert_eq!(like(&json!("abc"), &json!(pattern), false), wanted, "{pattern}");
        }
        for pattern in ["ab", "b%", "%b", "ab%bc", "%x%", ""] {
            assert!(!like(&json!("abc"), &json!(pattern), false), "{pattern}");
        }
    }

    #[test]
    fn letters_are_compared_without_case_when_asked() {
        assert!(like(&json!("Ромашка"), &json!("ром%"), true));
        assert!(!like(&json!("Ромашка"), &json!("ром%"), false));
    }

    #[test]
    fn an_expression_that_cannot_be_read_matches_nothing() {
        assert!(regexp(&json!("7903"), &json!("^79")));
        assert!(!regexp(&json!("7903"), &json!("(")));
    }

    #[test]
    fn jsquery_looks_into_objects_and_lists_of_objects() {
        let one = json!({"tag_name": "Спам"});
        assert!(matches_jsquery(&one, &json!(r#"tag_name = "Спам""#)));
        assert!(matches_jsquery(&json!([{}, one]), &json!(r#"#.tag_name="Спам""#)));
        assert!(!matches_jsquery(&json!([]), &json!(r#"tag_name="Спам""#)));
        assert!(!matches_jsquery(&one, &json!("nonsense")));
    }
}
