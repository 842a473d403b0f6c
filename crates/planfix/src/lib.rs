//! Planfix as it speaks: REST and telephony.
