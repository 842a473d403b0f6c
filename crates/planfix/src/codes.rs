//! The stable codes of Planfix's failures.

use domain::failure::Code;

/// The token is unknown, switched off, or its user is (REST codes 1, 2, 16).
pub const TOKEN: Code = Code::new("PF-TOKEN");
/// The token's scopes don't include the method (code 5, HTTP 405).
pub const SCOPE: Code = Code::new("PF-SCOPE");
/// The token's user may not touch the thing (code 6).
pub const ACCESS: Code = Code::new("PF-ACCESS");
/// The account is blocked, frozen, unpaid or on a plan without the API (codes 10, 11, 20, 21).
pub const FROZEN: Code = Code::new("PF-FROZEN");
/// Too many requests, in a second or in a day (HTTP 429, code 22).
pub const LIMIT: Code = Code::new("PF-LIMIT");
/// The account may have no more contacts or employees (codes 23, 24).
pub const QUOTA: Code = Code::new("PF-QUOTA");
/// A value is missing or not accepted (codes 30, 40, 41, 2003, 2006, 4003 to 4006).
pub const VALUE: Code = Code::new("PF-VALUE");
/// A contact's e-mail is not accepted: another contact or employee has it, or it is no address (codes
/// 2004, 2005).
pub const EMAIL: Code = Code::new("PF-EMAIL");
/// What was named is not there any more (codes 1000, 2000, … 9000).
pub const MISSING: Code = Code::new("PF-MISSING");
/// Refused for a reason that Planfix keeps to itself (codes 0, 1001, 1002, 2001, …).
pub const REFUSED: Code = Code::new("PF-REFUSED");
/// Planfix's own trouble (HTTP 5xx).
pub const SERVER: Code = Code::new("PF-SERVER");
/// An HTML page instead of JSON.
pub const HTML: Code = Code::new("PF-HTML");
/// An answer that can't be understood.
pub const ANSWER: Code = Code::new("PF-ANSWER");
/// The account has moved to another address.
pub const MOVED: Code = Code::new("PF-MOVED");
/// Planfix did not apply the search filter and answered with everything.
pub const FILTER: Code = Code::new("PF-FILTER");
/// The search finds more rows than are worth reading.
pub const WIDE: Code = Code::new("PF-WIDE");

/// The telephony token is refused.
pub const TEL_TOKEN: Code = Code::new("PF-TEL-TOKEN");
/// The telephony command is refused as wrong.
pub const TEL_PARAMETERS: Code = Code::new("PF-TEL-PARAMETERS");
/// Planfix's own trouble at the telephony door (HTTP 5xx).
pub const TEL_SERVER: Code = Code::new("PF-TEL-SERVER");
/// An HTML page at the telephony door.
pub const TEL_HTML: Code = Code::new("PF-TEL-HTML");
/// An answer of the telephony door that can't be understood.
pub const TEL_ANSWER: Code = Code::new("PF-TEL-ANSWER");
/// The telephony door asks to slow down.
pub const TEL_LIMIT: Code = Code::new("PF-TEL-LIMIT");

/// The token of the chat API is refused.
pub const CHAT_TOKEN: Code = Code::new("PF-CHAT-TOKEN");
/// The command of the chat API is refused as wrong.
pub const CHAT_PARAMETERS: Code = Code::new("PF-CHAT-PARAMETERS");
/// Planfix's own trouble at the door of chats (HTTP 5xx).
pub const CHAT_SERVER: Code = Code::new("PF-CHAT-SERVER");
/// An HTML page at the door of chats.
pub const CHAT_HTML: Code = Code::new("PF-CHAT-HTML");
/// An answer of the door of chats that can't be understood.
pub const CHAT_ANSWER: Code = Code::new("PF-CHAT-ANSWER");
/// Whether a message arrived can't be found out: the chat API has no way to ask for one.
pub const CHAT_UNKNOWN: Code = Code::new("PF-CHAT-UNKNOWN");
/// A file that was put into the task can't be had.
pub const CHAT_FILE: Code = Code::new("PF-CHAT-FILE");
/// The door of chats asks to slow down.
pub const CHAT_LIMIT: Code = Code::new("PF-CHAT-LIMIT");
