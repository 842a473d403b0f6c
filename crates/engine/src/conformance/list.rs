//! The list of all cases, and what makes tests of them.

/// Makes a test of every case, in the calling crate, for the store that `$open` opens: an
/// `async fn() -> Fresh`. The crate needs tokio with its macros.
#[macro_export]
macro_rules! conformance {
    ($open:ident) => {
        $crate::conformance_cases! { ($open)
            inbox: [
                an_event_is_stored_and_worked_on,
                the_same_event_again_is_counted_and_not_stored,
                the_same_key_of_another_connection_is_another_event,
                events_of_a_lane_are_worked_on_in_the_order_of_arrival,
                an_event_may_come_while_its_lane_is_worked_on,
                what_can_not_be_read_is_kept_whole,
                any_text_can_be_a_key_or_a_name,
            ]
            lanes: [
                a_leased_lane_is_not_leased_again,
                lanes_do_not_wait_for_each_other,
                a_lease_that_ran_out_is_taken_over,
                a_renewed_lease_is_not_taken_over,
                a_lane_with_nothing_to_do_rests,
                a_lane_given_back_unfinished_is_leased_again,
                live_lanes_come_before_calm_ones,
                the_lane_that_waited_longest_comes_first,
                calm_work_is_not_leased_to_who_wants_live_work,
                live_work_is_found_behind_a_due_timer,
                leases_of_a_process_that_is_gone_are_freed,
                a_lane_is_found_by_its_key,
                lanes_of_a_connection_are_read_page_by_page_the_newest_first,
            ]
            fences: [
                who_was_taken_over_can_do_nothing,
                who_gave_the_lane_back_can_do_nothing,
                whose_lease_was_freed_can_do_nothing,
                whose_lane_is_replayed_can_do_nothing,
                a_refused_commit_changes_nothing,
            ]
            steps: [
                a_step_is_committed_as_one,
                the_same_operation_planned_twice_is_one_write,
                results_come_before_events_and_events_before_the_timer,
                the_flow_is_woken_when_it_asked_to_be,
                a_flow_that_does_not_ask_again_is_not_woken,
                a_step_that_failed_is_repeated_later_and_its_failures_count,
                a_step_that_was_not_let_in_counts_no_failure,
                the_writes_of_a_lane_go_on_while_its_step_waits,
                a_step_that_succeeds_forgets_the_failures,
                an_event_given_up_is_dead_and_the_next_one_comes,
                a_result_given_up_is_dead_in_the_journal,
                a_timer_given_up_does_not_come_again,
                what_comes_in_does_not_wait_behind_a_timer_that_failed,
            ]
            effects: [
                writes_of_one_door_leave_one_after_the_other,
                another_door_is_not_held_up,
                a_live_write_leaves_before_an_older_calm_one,
                a_write_does_not_leave_before_its_moment,
                a_write_found_being_sent_is_looked_for,
                a_write_of_unknown_result_is_looked_for_at_its_moment,
                a_write_that_was_found_is_done,
                a_write_that_was_not_found_is_sent_again,
                a_result_is_told_only_to_who_asked,
                a_write_given_up_is_told_and_lets_the_next_one_go,
                every_sending_and_every_failed_look_is_an_attempt,
            ]
            doors: [
                a_shut_door_lets_nothing_out_before_its_time,
                other_doors_and_other_connections_stay_open,
                a_write_that_was_not_let_in_burns_no_attempt,
                a_look_that_was_not_let_in_stays_a_look,
                a_success_opens_the_door,
                an_open_door_wakes_who_waited_for_it,
                an_open_door_hurries_nothing_that_waits_for_its_own_moment,
                the_newest_pause_counts,
                the_doors_of_all_connections_are_told_together,
            ]
            names: [
                a_name_is_taken_once,
                a_name_is_free_again_after_its_time,
                taking_a_name_again_changes_nothing,
                connections_do_not_share_names,
            ]
            offices: [
                an_office_is_held_by_one_at_a_time,
                an_office_whose_holder_is_gone_is_taken_after_its_term,
                a_renewed_office_is_not_taken,
                a_lost_office_is_not_renewed,
                an_office_given_back_is_free_at_once,
                who_lost_an_office_can_not_give_it_back,
                of_many_who_take_an_office_one_holds_it,
            ]
            records: [
                a_record_is_not_there_before_it_is_written,
                a_record_is_written_over_the_version_that_was_read,
                a_record_that_somebody_else_has_written_is_not_written_over,
                records_of_other_names_are_other_records,
                records_are_found_by_how_their_names_begin,
            ]
            together: [
                an_event_that_many_bring_at_once_is_stored_once,
                events_that_many_bring_at_once_keep_a_lane_of_their_own_each,
                many_who_ask_at_once_lease_different_lanes,
                of_many_who_write_a_record_one_succeeds,
                of_many_who_take_a_name_one_holds_it,
                lanes_that_open_and_shut_a_door_at_once_do_not_stand_in_each_others_way,
            ]
            replay: [
                a_replay_begins_with_the_first_event_and_the_given_state,
                what_was_carried_out_stays_so,
                what_was_given_up_is_sent_again,
                what_was_given_up_in_doubt_is_looked_for,
                what_is_being_sent_right_now_is_looked_for_when_it_must_have_ended,
                a_result_is_told_again_once_its_write_is_planned_again,
                a_write_to_be_sent_takes_the_new_plan,
                a_replayed_lane_does_not_pass_those_that_wait,
                a_lane_that_is_not_there_is_not_replayed,
            ]
            mending: [
                a_retry_sends_again_what_was_given_up_and_nothing_else,
                a_retry_looks_first_for_what_may_have_been_carried_out,
                what_is_sent_anyway_is_not_looked_for,
                what_waits_to_be_looked_for_is_sent_anyway,
                what_is_being_sent_is_looked_for_before_it_is_sent_anyway,
                an_event_given_up_is_stepped_with_again,
                a_result_given_up_is_told_again,
                a_timer_given_up_comes_again,
                where_nothing_was_given_up_there_is_nothing_to_retry,
                the_story_tells_who_had_it_tried_again,
            ]
            journal: [
                the_newest_communication_comes_first,
                communications_are_found_by_when_they_changed,
                pages_follow_each_other_without_gaps,
                a_page_has_its_bounds,
                communications_are_found_by_connection_kind_and_task,
                communications_are_found_by_how_they_stand,
                a_summary_is_what_the_flow_said_last,
                open_and_given_up_writes_are_counted,
                what_is_done_waits_until_its_last_write_is_sent,
                a_story_tells_everything_in_order,
                a_lane_that_is_not_there_has_no_story,
                lanes_are_read_with_their_states_by_when_they_began,
            ]
            search: [
                a_phone_is_searched_for_as_it_is,
                a_whole_phone_is_that_phone_alone,
                names_and_titles_are_found_by_their_words_however_they_are_written,
                communications_are_found_by_when_they_began,
                a_query_asks_among_chosen_ones,
                what_a_query_finds_is_counted_whatever_its_limit,
            ]
            agenda: [
                nothing_is_due_in_an_empty_store,
                a_lane_is_due_since_its_event_came,
                a_leased_lane_is_due_when_its_lease_runs_out,
                what_waits_is_due_at_its_moment,
                a_worked_off_lane_is_not_due,
                a_store_that_is_there_answers,
            ]
            overview: [
                an_empty_store_has_nothing_to_report,
                communications_are_counted_by_hour_connection_and_standing,
                what_began_earlier_is_not_counted,
                what_is_left_undone_is_counted_by_communication,
                the_news_of_each_connection_is_told,
                reasons_for_giving_up_are_counted_by_code,
                what_is_replayed_is_no_trouble_any_more,
            ]
            worker: [
                a_panic_in_a_step_is_tried_again_and_hurts_no_other_lane,
                a_step_refused_for_good_is_given_up_at_once,
                a_step_that_always_fails_is_given_up_after_growing_pauses,
                a_write_refused_for_good_is_given_up_at_once,
                a_write_that_always_fails_is_given_up_after_growing_pauses,
                a_write_of_ever_unknown_result_is_not_sent_for_ever,
                a_write_nobody_can_find_is_never_sent_twice,
                a_write_throttled_for_a_month_is_sent_in_the_end,
                a_throttled_look_is_no_failed_look,
                refused_credentials_shut_the_door_for_all_lanes,
                a_panic_while_sending_is_an_unknown_result,
                after_a_restart_what_was_being_sent_gets_time_to_land,
                a_replay_of_a_lane_that_is_not_there_says_so,
            ]
            dispatcher: [
                live_work_is_done_while_every_calm_slot_waits,
                a_live_write_behind_a_due_timer_is_sent_while_every_calm_slot_waits,
                an_accepted_event_is_worked_on_without_being_polled_for,
                a_long_write_keeps_its_lease,
                a_write_is_let_go_when_its_lane_is_replayed,
                stopping_waits_for_the_pieces_at_hand,
                what_comes_in_is_worked_off_beside_a_calm_write_of_its_lane,
                a_step_by_the_timer_gives_way_to_what_comes_in_and_is_taken_later,
            ]
            threads: [
                a_thread_keeps_its_lines_in_the_order_of_the_steps,
                a_line_of_a_known_name_takes_its_new_content_and_keeps_its_place,
                a_line_said_again_unchanged_is_no_news,
                a_thread_is_read_in_pages_from_its_end,
                threads_of_other_lanes_are_other_threads,
                a_refused_step_says_nothing,
                a_replay_finds_the_lines_in_their_places,
                a_line_is_found_by_its_name,
            ]
            board: [
                a_card_is_what_the_flow_said_last,
                a_lane_without_a_card_is_not_on_the_board,
                whoever_has_waited_longest_is_first_in_the_queue,
                what_somebody_holds_is_listed_by_the_last_word,
                connections_have_boards_of_their_own,
                pages_of_the_board_follow_each_other_without_gaps,
                cards_of_one_client_are_found,
                the_board_is_counted,
                what_was_read_is_unread_no_more_for_who_read_it,
                what_is_not_there_can_not_be_read,
                a_card_changes_with_its_thread,
            ]
            model: [the_engine_keeps_its_promises_in_every_storm]
        }
    };
}

/// The tests of [`conformance!`], from its list.
#[doc(hidden)]
#[macro_export]
macro_rules! conformance_cases {
    ($open:tt $($concern:ident: [$($case:ident),* $(,)?])*) => {
        $($crate::conformance_cases! { @concern $open $concern $($case)* })*
    };
    (@concern ($open:ident) model $($case:ident)*) => {
        mod model {
            $(
                #[test]
                fn $case() {
                    $crate::conformance::model::$case(super::$open);
                }
            )*
        }
    };
    (@concern ($open:ident) $concern:ident $($case:ident)*) => {
        mod $concern {
            $(
                #[tokio::test]
                async fn $case() {
                    let desk = $crate::conformance::desk::Desk::at(super::$open().await);
                    $crate::conformance::$concern::$case(desk).await;
                }
            )*
        }
    };
}
