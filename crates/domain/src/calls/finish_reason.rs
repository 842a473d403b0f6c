//! UIS's `finish_reason` in Planfix's words.

use super::MissedReason;

/// Why an outgoing call was not talked. UIS has about ninety mnemonics; the common ones are named, the
/// rest are told apart by what their names say, and what says nothing is «no answer».
pub fn missed_reason(finish_reason: &str) -> MissedReason {
    match finish_reason {
        "subscriber_busy" => MissedReason::Busy,
        "numb_not_exists"
        | "incorrect_input"
        | "subscriber_number_problems"
        | "numb_is_inactive"
        | "communication_unavailable"
        | "no_resources"
        | "sip_offline"
        | "internal_error" => MissedReason::NotAvailable,
        "not_enough_money"
        | "no_money"
        | "numa_in_black_list"
        | "locked_numb"
        | "locked_phone"
        | "net_lock"
        | "max_out_call_reached"
        | "limit_exceeded"
        | "call_not_allowed_on_tp"
        | "app_is_inactive"
        | "api_permission_denied"
        | "component_is_inactive" => MissedReason::NotAllowed,
        other if other.contains("not_allowed") => MissedReason::NotAllowed,
        _ => MissedReason::NoAnswer,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reasons_are_told_apart() {
        for (uis, planfix) in [
            ("subscriber_busy", MissedReason::Busy),
            ("no_success_subscriber_call", MissedReason::NoAnswer),
            ("subscriber_not_responsible", MissedReason::NoAnswer),
            ("timeout", MissedReason::NoAnswer),
            ("numb_not_exists", MissedReason::NotAvailable),
            ("subscriber_number_problems", MissedReason::NotAvailable),
            ("not_enough_money", MissedReason::NotAllowed),
            ("out_call_not_allowed_by_status", MissedReason::NotAllowed),
            ("something_new", MissedReason::NoAnswer),
        ] {
            assert_eq!(missed_reason(uis), planfix, "{uis}");
        }
    }
}
