//! What the Call API's own refusals mean. The words are for the person who clicked a number.

use domain::failure::{Class, Code, Failure};

use crate::rpc::codes::{COMPONENT, PARAM};
use crate::rpc::{Fault, RpcError, verdict};

/// The stable codes of the Call API's own refusals. The others are those of the Data API.
pub mod codes {
    use domain::failure::Code;

    /// The employee has no phone that can ring.
    pub const NO_PHONE: Code = Code::new("UIS-CALL-NO-PHONE");
    /// UIS does not know the employee.
    pub const EMPLOYEE: Code = Code::new("UIS-CALL-EMPLOYEE");
    /// The virtual number can't be called from.
    pub const NUMBER: Code = Code::new("UIS-CALL-NUMBER");
    /// The client's number can't be called.
    pub const CONTACT: Code = Code::new("UIS-CALL-CONTACT");
    /// The client's number is on the black list.
    pub const BLACKLIST: Code = Code::new("UIS-CALL-BLACKLIST");
    /// The account's safety rules forbid calls to where the number is.
    pub const DIRECTION: Code = Code::new("UIS-CALL-DIRECTION");
    /// The call is in a state in which this can't be done.
    pub const STATE: Code = Code::new("UIS-CALL-STATE");
    /// There is no such call, or no such participant (any longer).
    pub const GONE: Code = Code::new("UIS-CALL-GONE");
}

/// The failure of a call of the method.
pub(super) fn failure(method: &str, fault: Fault) -> Failure {
    let Fault::Rpc(error) = &fault else { return fault.into() };
    let own = by_mnemonic(method, error).or_else(|| by_field(error));
    match own {
        Some((code, words)) => Failure::permanent(code, words),
        None => limit(error).unwrap_or_else(|| fault.into()),
    }
}

/// `success: false`, which no documentation explains.
pub(super) fn without_reason() -> Failure {
    Failure::permanent(codes::STATE, "UIS не выполнил команду и не сказал почему")
}

/// Whether the refusal says that what was wanted is so already.
pub(super) fn means_already_so(error: &RpcError) -> bool {
    let already = ["record_already_started", "record_already_stopped", "duplicate_tag"];
    already.contains(&error.mnemonic.as_str())
}

/// The errors of the methods (Call API documentation). `contact_in_blacklist` has two codes there.
fn by_mnemonic(method: &str, error: &RpcError) -> Option<(Code, String)> {
    let (code, words) = match (error.mnemonic.as_str(), error.code) {
        ("no_active_phone_number", _) => {
            (codes::NO_PHONE, "У сотрудника нет активного телефона в UIS")
        }
        ("employee_not_found", _) => (codes::EMPLOYEE, "В UIS нет такого сотрудника"),
        ("virtual_phone_number_not_found", _) | ("", -32007) => (
            codes::NUMBER,
            "С выбранного виртуального номера нельзя звонить: его нет в этом аккаунте UIS, или это \
             номер 8-800",
        ),
        ("own_virtual_phone_number_not_allowed", _) => {
            (codes::CONTACT, "Это ваш собственный номер в UIS: на него позвонить нельзя")
        }
        ("contact_in_blacklist", _) => (codes::BLACKLIST, "Этот номер в чёрном списке UIS"),
        (_, -32002) => {
            (codes::DIRECTION, "Правила безопасности UIS не разрешают звонить в этом направлении")
        }
        ("invalid_state", _) | ("", -32004) => {
            (codes::STATE, "Сейчас это невозможно: звонок в другом состоянии")
        }
        ("forbidden", _) if method == "record.call" => (
            codes::STATE,
            "Запись этого сотрудника включена в настройках UIS: во время разговора её не выключить",
        ),
        ("call_session_not_found", _) => (codes::GONE, "Этого звонка уже нет"),
        ("leg_not_found", _) => (codes::GONE, "Этого участника в звонке уже нет"),
        ("tag_not_found", _) => (PARAM, "В UIS нет такого тега"),
        ("media_file_not_found", _) => (PARAM, "В UIS нет такого звукового файла"),
        ("tts_text_exceeded", _) => (PARAM, "Текст для чтения вслух длиннее, чем разрешает UIS"),
        ("invalid_parameters_combination", _) => {
            (PARAM, "UIS не принимает такое сочетание условий звонка")
        }
        ("component_disabled", _) | ("", -32008) => {
            return Some((
                COMPONENT,
                format!("В UIS не подключена услуга «{}»", component(method)),
            ));
        }
        _ => return None,
    };
    Some((code, words.to_owned()))
}

/// Refusals that say only which parameter is wrong.
fn by_field(error: &RpcError) -> Option<(Code, String)> {
    let wrong = ["invalid_parameter_value", "data_type_error"];
    if !wrong.contains(&error.mnemonic.as_str()) {
        return None;
    }
    let (code, words) = match error.field.as_deref()? {
        "contact" | "to" => (codes::CONTACT, "UIS не понимает номер, на который нужно позвонить"),
        "virtual_phone_number" => {
            (codes::NUMBER, "UIS не понимает виртуальный номер, с которого нужно позвонить")
        }
        "employee.phone_number" => (codes::NO_PHONE, "UIS не понимает телефон сотрудника"),
        _ => return None,
    };
    Some((code, words.to_owned()))
}

/// A used-up allowance, with the time to wait in words.
fn limit(error: &RpcError) -> Option<Failure> {
    let (class, code, _) = verdict(error);
    let Class::Throttled { wait } = class else { return None };
    // Rounded up: asking a little later than told is right, a little earlier is not.
    let minutes = wait.as_secs().saturating_add(59) / 60;
    let words = format!("Исчерпан предел запросов UIS. Попробуйте снова через {minutes} мин.");
    Some(Failure::new(class, code, words))
}

/// The package that the method belongs to (Call API documentation).
fn component(method: &str) -> &'static str {
    match method {
        "start.employee_call" | "release.call" => "Call API Базовый набор",
        _ => "Call API Управление вызовами",
    }
}
