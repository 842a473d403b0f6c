use domain::employees::Standing;
use domain::phone::Extension;

use super::company::Company;

#[test]
fn a_pair_by_hand_goes_before_everything_else() {
    let company = Company::new()
        .user("3 Смирнова Анна <anna@romashka.ru> 101")
        .employee("501 Смирнова Анна <anna@romashka.ru> 101")
        .employee("502 Петров Пётр 102")
        .pair(3, 502);
    assert_eq!(company.told(), ["3 = 502 by Pair"]);
}

#[test]
fn a_pair_by_hand_keeps_the_employee_from_everybody_else() {
    let company = Company::new()
        .user("3 Смирнова Анна")
        .user("4 Петров Пётр 101")
        .employee("501 Петров Пётр 101")
        .pair(3, 501);
    let taken = "4 + Петров Taken { short_number: ShortNumber(\"101\") }";
    assert_eq!(company.told(), ["3 = 501 by Pair", taken]);
}

#[test]
fn a_pair_with_nobody_is_told_and_nobody_is_created_in_its_stead() {
    let company = Company::new().user("3 Смирнова Анна").pair(3, 999);
    assert_eq!(company.told(), ["3 - PairBroken 999"]);
}

#[test]
fn the_same_email_counts_whatever_its_case_and_goes_before_the_number() {
    let company = Company::new()
        .user("3 Смирнова Анна <Anna@Romashka.ru> 102")
        .employee("501 Кто-то Другой <anna@romashka.RU> 101")
        .employee("502 Смирнова Анна 102");
    assert_eq!(company.told(), ["3 = 501 by Email"]);
}

#[test]
fn without_a_common_email_the_short_number_decides() {
    let company = Company::new()
        .user("3 Смирнова Анна <a@romashka.ru> 101")
        .employee("501 Отдел продаж <sales@romashka.ru> 101");
    assert_eq!(company.told(), ["3 = 501 by Extension"]);
}

#[test]
fn a_number_planfix_hides_may_be_heard_by_asking_for_it() {
    let company = Company::new()
        .user("3 Смирнова Анна")
        .user("4 Белова Мария 102")
        .employee("501 Отдел продаж 101")
        .employee("502 Секретарь 103");
    let asked = company.plan().worth_asking;
    assert_eq!(asked.iter().map(Extension::as_str).collect::<Vec<_>>(), ["101", "103"]);

    let heard = company.heard("101", 3).heard("103", 4);
    assert_eq!(heard.told(), ["3 = 501 by ExtensionSearch", "4 + Белова 102"]);
}

#[test]
fn nothing_is_asked_when_everybody_who_matters_is_recognised() {
    let company = Company::new()
        .user("3 Смирнова Анна <anna@romashka.ru>")
        .user("4 Белова Мария")
        .employee("501 Смирнова Анна <anna@romashka.ru> 101")
        .employee("502 Секретарь 102")
        .select(&[3]);
    assert!(company.plan().worth_asking.is_empty());
}

#[test]
fn a_full_name_only_suggests() {
    let company = Company::new()
        .user("3 Королёва Алёна Игоревна")
        .employee("501 Алена КОРОЛЕВА")
        .employee("502 Королев Алексей");
    assert_eq!(company.told(), ["3 perhaps [501]"]);
}

#[test]
fn a_namesake_who_is_somebody_else_already_is_no_suggestion() {
    let company = Company::new()
        .user("3 Иванов Иван <one@romashka.ru>")
        .user("4 Иванов Иван <two@romashka.ru>")
        .employee("501 Иванов Иван <one@romashka.ru>");
    assert_eq!(company.told(), ["3 = 501 by Email", "4 + Иванов"]);
}

#[test]
fn two_users_with_one_email_are_told_and_not_guessed() {
    let company = Company::new()
        .user("3 Смирнова Анна <info@romashka.ru>")
        .user("4 Белова Мария <info@romashka.ru>");
    assert_eq!(company.told(), ["3 - SameEmail [4]", "4 - SameEmail [3]"]);

    let in_uis = company.employee("501 Офис <info@romashka.ru> 101");
    assert_eq!(
        in_uis.told(),
        ["3 - SeveralUsers by Email [4] for 501", "4 - SeveralUsers by Email [3] for 501"]
    );
}

#[test]
fn a_shared_email_does_not_hide_whom_the_number_tells() {
    let company = Company::new()
        .user("3 Смирнова Анна <info@romashka.ru> 101")
        .user("4 Белова Мария <info@romashka.ru>")
        .employee("501 Анна 101");
    assert_eq!(company.told(), ["3 = 501 by Extension", "4 - SameEmail [3]"]);
}

#[test]
fn somebody_who_fits_two_employees_is_told_and_not_guessed() {
    let mut company = Company::new()
        .user("3 Смирнова Анна <one@romashka.ru>")
        .employee("501 Смирнова Анна <one@romashka.ru>")
        .employee("502 Смирнова Анна <two@romashka.ru>");
    company.users[0].emails.extend(company.employees[1].email.clone());
    assert_eq!(company.told(), ["3 - SeveralEmployees by Email [501, 502]"]);
}

#[test]
fn two_users_with_one_number_are_told_and_not_guessed() {
    let company = Company::new()
        .user("3 Смирнова Анна 101")
        .user("4 Белова Мария 101")
        .employee("501 Секретарь 101");
    assert_eq!(
        company.told(),
        ["3 - SeveralUsers by Extension [4] for 501", "4 - SeveralUsers by Extension [3] for 501"]
    );
}

#[test]
fn an_email_that_uis_has_in_another_pair_is_not_created_again() {
    let company = Company::new()
        .user("3 Смирнова Анна")
        .user("4 Белова Мария <office@romashka.ru>")
        .employee("501 Офис <office@romashka.ru>")
        .pair(3, 501);
    assert_eq!(company.told(), ["3 = 501 by Pair", "4 - EmailTaken 501"]);
}

#[test]
fn robots_the_dismissed_and_the_deleted_are_left_out_even_when_selected() {
    let company = Company::new()
        .user("1 Робот Робот")
        .who_is(Standing::Robot)
        .user("2 Белова Мария")
        .who_is(Standing::Inactive)
        .user("3 Петров Пётр")
        .who_is(Standing::Deleted)
        .select(&[1, 2, 3]);
    assert_eq!(company.told(), ["1 - Robot", "2 - Inactive", "3 - Deleted"]);
}

#[test]
fn a_dismissed_one_does_not_stand_in_the_way_of_his_successor() {
    let company = Company::new()
        .user("2 Белова Мария <sales@romashka.ru>")
        .who_is(Standing::Inactive)
        .user("3 Смирнова Анна <sales@romashka.ru>")
        .employee("501 Отдел продаж <sales@romashka.ru>");
    assert_eq!(company.told(), ["2 - Inactive", "3 = 501 by Email"]);
}

#[test]
fn only_the_selected_are_synchronised_and_the_lost_are_told() {
    let company = Company::new().user("3 Смирнова Анна").user("4 Белова Мария").select(&[4, 77]);
    assert_eq!(company.told(), ["3 - NotSelected", "4 + Белова", "77 - NotFound"]);
}

#[test]
fn whoever_is_not_selected_still_is_somebody() {
    let company = Company::new()
        .user("3 Иванов Иван <ivan@romashka.ru>")
        .user("4 Иванов Иван")
        .employee("501 Иванов Иван <ivan@romashka.ru>")
        .select(&[4]);
    assert_eq!(company.told(), ["3 - NotSelected", "4 + Иванов"]);
}

#[test]
fn nobody_is_created_without_a_last_name() {
    let mut company = Company::new().user("3 Смирнова Анна");
    company.users[0].last_name = None;
    assert_eq!(company.told(), ["3 - NoLastName"]);
}

#[test]
fn a_newcomer_gets_his_short_number_only_when_it_fits_and_is_free() {
    let company = Company::new()
        .user("3 Смирнова 101")
        .user("4 Белова 79031234567")
        .user("5 Петров +5")
        .user("6 Орлова 104")
        .user("7 Зимин 104")
        .user("8 Лебедев");
    assert_eq!(
        company.told(),
        [
            "3 + Смирнова 101",
            "4 + Белова Unfit { short_number: ShortNumber(\"79031234567\") }",
            "5 + Петров Unfit { short_number: ShortNumber(\"+5\") }",
            "6 + Орлова Taken { short_number: ShortNumber(\"104\") }",
            "7 + Зимин Taken { short_number: ShortNumber(\"104\") }",
            "8 + Лебедев",
        ]
    );
}

#[test]
fn employees_who_are_nobody_in_planfix_are_listed() {
    let company = Company::new()
        .user("3 Смирнова Анна <anna@romashka.ru>")
        .employee("501 Смирнова Анна <anna@romashka.ru>")
        .employee("502 Секретарь 102");
    let rest: Vec<_> = company.plan().only_in_uis.iter().map(|one| one.id.0).collect();
    assert_eq!(rest, [502]);
}

#[test]
fn it_is_told_when_planfix_hides_all_short_numbers() {
    assert!(Company::new().user("3 Смирнова").plan().short_numbers_hidden);
    assert!(!Company::new().user("3 Смирнова").user("4 Белова 102").plan().short_numbers_hidden);
    assert!(!Company::new().plan().short_numbers_hidden);
}
