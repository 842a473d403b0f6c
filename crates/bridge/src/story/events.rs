//! What came in, in words: Russian and English, by the kind of the event.

/// The words of an event; `None` of one that this version does not know.
pub(super) fn told(event: &str) -> Option<(&'static str, &'static str)> {
    calls(event)
        .or_else(|| leads(event))
        .or_else(|| chats(event))
        .or_else(|| operators(event))
        .or_else(|| deals(event))
}

fn calls(event: &str) -> Option<(&'static str, &'static str)> {
    Some(match event {
        "call_incoming" => ("UIS: входящий звонок", "UIS: incoming call"),
        "call_outgoing" => ("UIS: исходящий звонок", "UIS: outgoing call"),
        "call_waiting" => ("UIS: звонок ждёт ответа", "UIS: the call waits for an answer"),
        "talk_started" => ("UIS: разговор начался", "UIS: the talk began"),
        "talk_finished" => ("UIS: разговор закончился", "UIS: the talk ended"),
        "call_finished" => ("UIS: звонок завершён", "UIS: the call ended"),
        "call_lost" => ("UIS: звонок потерян", "UIS: the call was lost"),
        "record_ready" => ("UIS: запись разговора готова", "UIS: the recording is ready"),
        "call_reported" => ("Звонок найден в отчёте UIS", "The call was found in UIS's report"),
        "clicked" => ("Планфикс: нажат номер телефона", "Planfix: a phone number was clicked"),
        "click_ended" => ("UIS: звонок по клику закончился", "UIS: the clicked call ended"),
        _ => return None,
    })
}

fn deals(event: &str) -> Option<(&'static str, &'static str)> {
    Some(match event {
        "deal_told" => {
            ("Планфикс: сценарий сообщил о задаче", "Planfix: a scenario told of the task")
        }
        "backfill_turned" => ("Загрузкой управляли", "The load was begun or turned"),
        "deal_backfill" => ("Загрузка существующих задач", "The load of existing tasks"),
        _ => return None,
    })
}

fn leads(event: &str) -> Option<(&'static str, &'static str)> {
    Some(match event {
        "lead" => ("Заявка прислана сайтом", "The site sent the lead"),
        "lead_reported" => ("Заявка найдена в отчёте UIS", "The lead was found in UIS's report"),
        _ => return None,
    })
}

fn chats(event: &str) -> Option<(&'static str, &'static str)> {
    Some(match event {
        "chat_opened" => ("UIS: чат начался", "UIS: the chat began"),
        "chat_operator_assigned" => ("UIS: назначен оператор", "UIS: an operator was assigned"),
        "chat_closed" => ("UIS: чат закрыт", "UIS: the chat was closed"),
        "chat_message" => ("UIS: сообщение в чате", "UIS: a message in the chat"),
        "chat_message_changed" => ("UIS: сообщение изменено", "UIS: a message was changed"),
        "chat_message_status" => ("UIS: статус сообщения", "UIS: the state of a message"),
        "chat_visitor_card" => ("UIS: карточка посетителя", "UIS: the visitor's card"),
        "chat_channel_known" => ("UIS: сведения о канале", "UIS: about the channel"),
        "chat_channel_gone" => ("UIS: канал удалён", "UIS: the channel was removed"),
        "chat_account_known" => ("UIS: сведения об аккаунте", "UIS: about the account"),
        "chat_account_gone" => ("UIS: аккаунт отключён", "UIS: the account was disconnected"),
        "chat_reported" => ("Чат найден в отчёте UIS", "The chat was found in UIS's report"),
        _ => return None,
    })
}

fn operators(event: &str) -> Option<(&'static str, &'static str)> {
    Some(match event {
        "operator_take" => ("Оператор взял в работу", "An operator took it"),
        "operator_say" => ("Оператор написал посетителю", "An operator wrote to the visitor"),
        "operator_transfer" => ("Оператор передал коллеге", "An operator handed it over"),
        "operator_close" => ("Оператор закончил", "An operator finished it"),
        "operator_begin" => ("Оператор начал чат", "An operator began the chat"),
        "operator_task" => ("Оператор попросил задачу", "An operator asked for a task"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_event_is_told_in_both_languages_and_an_unknown_one_by_its_name() {
        let incoming = ("UIS: входящий звонок", "UIS: incoming call");
        assert_eq!(told("call_incoming"), Some(incoming));
        assert_eq!(told("from_the_future"), None);
    }
}
