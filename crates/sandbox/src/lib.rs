//! A simulated UIS and a simulated Planfix: real HTTP servers with state, quirks and faults.
