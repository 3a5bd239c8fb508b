"""A room from the lobby to the end, said and seen."""

import pytest

from game.classroom.room import views
from game.classroom.room.refusals import Code, Refused, refusal_words
from game.classroom.room.settings import Mode, Settings, read_settings
from game.protocol.scenario import Help
from tests.classroom.room.session import FIRST_STEPS, MINUTE, Session, a_plan


def refused(code, call, *given, **more):
    with pytest.raises(Refused) as refusal:
        call(*given, **more)
    assert refusal.value.code is code
    assert refusal.value.sentence.endswith(".")


def at_plan():
    session = Session()
    anna = session.joins("Anna")
    session.desk("next")
    session.desk("next")
    return session, anna


def test_the_default_timetable_is_an_hour():
    assert sum(stage.minutes for stage in Session().room.stages) == 60


def test_every_refusal_has_a_sentence():
    assert all(refusal_words(code).endswith(".") for code in Code)


def test_a_whole_session():
    session, anna = at_plan()
    assert session.sees(anna)["stage"]["phase"] == "plan"
    session.edits(anna, a_plan())
    session.says(anna, "hand_in", rev=session.rev(anna))
    session.desk("next")
    run = session.sees(anna)["run"]
    assert run["lived"] == FIRST_STEPS.start
    assert run["begins_in"] == 3_000
    session.pass_time(3_000 + 10_000)
    assert session.sees(anna)["run"]["lived"] == FIRST_STEPS.start + 40_000
    (event,) = session.says(anna, "order", verb="cut away")
    assert event.data["order"].endswith("cut away")
    assert session.sees(anna)["results"] == []
    session.desk("next")
    assert session.sees(anna)["results"] == [[0, 1]]
    made = session.room.team_of(anna).tries[0, 1]
    assert len(made.plan.briefings) == 1
    assert len(made.orders) == 1
    session.desk("next")
    assert session.sees(anna)["plan"]["briefings"] == a_plan()
    assert not session.sees(anna)["plan"]["handed_in"]
    for _ in range(2):
        session.desk("next")
    assert session.sees(anna)["results"] == [[0, 1], [0, 2]]
    session.desk("next")
    refused(Code.NOT_NOW, session.desk, "next")
    assert views.desk_news(session.read_again(), session.now) == views.desk_news(session.room, session.now)


def test_an_edit_on_an_older_version_is_stale_and_undo_brings_versions_back():
    session, anna = at_plan()
    session.edits(anna, a_plan())
    refused(Code.STALE, session.says, anna, "edit", rev=0, plan=[])
    session.edits(anna, [])
    session.says(anna, "undo", rev=session.rev(anna))
    assert session.sees(anna)["plan"]["briefings"] == a_plan()
    session.says(anna, "redo", rev=session.rev(anna))
    assert session.sees(anna)["plan"]["briefings"] == []
    refused(Code.NOT_NOW, session.says, anna, "redo", rev=session.rev(anna))


def test_when_the_time_is_up_the_plan_counts_as_it_last_could():
    session, anna = at_plan()
    session.edits(anna, a_plan())
    session.edits(anna, [{"who": ["nobody-here"]}])
    refused(Code.BAD_PLAN, session.says, anna, "hand_in", rev=session.rev(anna))
    session.pass_time(12 * MINUTE + 2_001)
    refused(Code.TOO_LATE, session.edits, anna, [])
    assert session.sees(anna)["plan"]["handed_in"]
    session.desk("next")
    assert len(session.room.team_of(anna).run.plan.briefings) == 1


def test_more_time_for_one_lets_only_her_go_on():
    session, anna = at_plan()
    ben = session.joins("Ben")
    session.pass_time(12 * MINUTE + 2_001)
    session.desk("add_time", seconds=60, team=anna)
    session.edits(anna, a_plan())
    refused(Code.TOO_LATE, session.edits, ben, [])


def test_a_pause_stops_both_clocks():
    session, anna = at_plan()
    session.desk("pause")
    session.pass_time(20 * MINUTE)
    assert session.sees(anna)["clock"] == {"runs": False, "left": 12 * MINUTE, "whole": 12 * MINUTE}
    session.desk("resume")
    session.desk("next")
    session.pass_time(4_000)
    session.desk("pause")
    lived = session.sees(anna)["run"]["lived"]
    session.pass_time(MINUTE)
    assert session.sees(anna)["run"]["lived"] == lived == FIRST_STEPS.start + 4_000
    refused(Code.NOT_NOW, session.says, anna, "order", verb="cut away")


def test_only_who_drives_writes_and_anybody_may_take_the_pen():
    session = Session(Settings(teams=("North", "South")))
    anna, ben, cleo = session.joins("Anna"), session.joins("Ben"), session.joins("Cleo", "North")
    assert [len(team.members) for team in session.room.teams.values()] == [2, 1]
    session.desk("next")
    session.desk("next")
    refused(Code.NOT_DRIVER, session.edits, cleo, [])
    session.says(cleo, "drive")
    session.edits(cleo, a_plan())
    assert session.sees(anna)["plan"]["briefings"] == a_plan()
    assert session.sees(ben)["plan"]["briefings"] == []
    session.desk("team", trainee=cleo, team="South")
    assert session.sees(anna)["team"]["driver"] == anna


def test_a_locked_room_lets_nobody_in_and_names_are_unique():
    session = Session()
    session.joins("Anna")
    refused(Code.NAME_TAKEN, session.joins, "anna ")
    refused(Code.BAD_NAME, session.joins, "x" * 41)
    session.desk("lock")
    refused(Code.LOCKED, session.joins, "Ben")
    session.desk("unlock")
    session.joins("Ben")


def test_given_names_are_given():
    session = Session(Settings(given=True, names=("Reed", "Owl")))
    assert session.sees(session.joins("Anna"))["you"]["name"] == "Reed"
    second = session.joins()
    assert session.sees(second)["you"]["name"] == "Owl"
    refused(Code.FULL, session.joins)
    refused(Code.NOT_YOURS, session.says, second, "rename", name="Anna")


def test_in_self_paced_work_everybody_goes_on_alone_until_the_deadline():
    session = Session(Settings(mode=Mode.SELF_PACED, deadline=1_000_000 + 90 * MINUTE))
    anna = session.joins("Anna")
    refused(Code.NOT_NOW, session.says, anna, "go_on")
    session.desk("next")
    ben = session.joins("Ben")
    session.says(anna, "go_on")
    refused(Code.NOT_NOW, session.says, anna, "go_on")
    session.says(anna, "hand_in", rev=session.rev(anna))
    session.says(anna, "go_on")
    refused(Code.NOT_NOW, session.says, anna, "go_on")
    session.pass_time(10 * MINUTE)
    session.says(anna, "go_on")
    assert session.sees(anna)["stage"]["phase"] == "debrief"
    assert session.sees(anna)["results"] == [[0, 1]]
    assert session.sees(ben)["stage"]["phase"] == "brief"
    session.pass_time(80 * MINUTE + 2_001)
    refused(Code.TOO_LATE, session.says, ben, "go_on")


def test_bots_rehearse_the_session():
    session = Session()
    session.desk("bots", count=5)
    for _ in range(3):
        session.desk("next")
    assert len({str(team.run.plan) for team in session.room.teams.values()}) >= 4  # two bots may think alike
    session.desk("to", number=0)
    session.desk("bots", count=0)
    assert not session.room.trainees


def test_a_replay_of_somebody_offline_counts_as_a_try():
    from game.attempt.replay import Replay, print_replay
    from game.protocol.plan import Plan

    session = Session()
    text = print_replay(Replay.of(FIRST_STEPS, 3, Plan()))
    session.desk("take_in", name="Dora", replay=text)
    session.desk("take_in", name="dora", replay=text)
    (team,) = session.room.teams.values()
    assert sorted(team.tries) == [(0, 1), (0, 2)]
    refused(Code.BAD_PLAN, session.desk, "take_in", name="Dora", replay="{")


def test_what_belongs_to_somebody_removed_is_passed_over():
    session, anna = at_plan()
    session.edits(anna, a_plan())
    session.journal = [line for line in session.journal if "joined" not in line]
    assert views.desk_news(session.read_again(), session.now)["teams"] == []


@pytest.mark.parametrize("wrong", [
    {"mode": "alive"}, {"pace": 3}, {"minutes": {"lunch": 3}}, {"minutes": {"plan": -1}}, {"teams": "North"},
    {"teams": ["North", "north"]}, {"day": 0}, {"title": "\n"}, {"help": "all"}, {"deadline": "noon"}, {"names": 3},
])  # fmt: skip
def test_settings_that_cannot_be_are_refused(wrong):
    with pytest.raises(Refused):
        read_settings(wrong)


def test_settings_are_read_back():
    settings = Settings("Spring class", Mode.SELF_PACED, ("North",), given=True, names=("Owl",), again=False,
                        minutes={"plan": 9}, pace=8, day=4, second_day=5, deadline=77, help=Help.NONE, orders=False)
    assert read_settings(settings.data()) == settings
