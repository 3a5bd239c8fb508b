"""What a trainee's device knows: each news put onto the last, so that what news leaves out is still there."""

from __future__ import annotations

from typing import Any

News = dict[str, Any]


class Known:
    """The latest news, whole: with the plan it leaves out where that has not changed, and the film up to now.

    With `records` the day is told as the game's window needs it (`telling/day_records.py`) instead of as a film.
    """

    def __init__(self, *, records: bool = False) -> None:
        self.news: News | None = None
        self._tells = "records" if records else "film"
        self._plan: tuple[int, list[Any]] | None = None
        self._run = 0
        self._lived = -1
        self._film: list[Any] = []

    def asks(self) -> dict[str, int]:
        """What to say of it, so that only the rest is told: `rev`, `plan`, `run` and `lived`; -1 is nothing."""
        rev = self.news["rev"] if self.news is not None else -1
        asked = {"rev": rev, "plan": self._plan[0] if self._plan else -1, "lived": self._lived, "run": self._run}
        return {**asked, "records": 1} if self._tells == "records" else asked

    def take(self, news: News) -> News:
        """The news with what was left out put back."""
        whole = dict(news)
        plan, run = news.get("plan"), news.get("run")
        if plan is not None:
            whole["plan"] = self._whole_plan(plan)
        if run is not None:
            whole["run"] = self._whole_run(run)
        self.news = whole
        return whole

    def _whole_plan(self, plan: dict[str, Any]) -> dict[str, Any]:
        if "briefings" in plan:
            self._plan = (plan["rev"], plan["briefings"])
        elif self._plan is not None and self._plan[0] == plan["rev"]:
            return {**plan, "briefings": self._plan[1]}
        return plan

    def _whole_run(self, run: dict[str, Any]) -> dict[str, Any]:
        if run["run"] != self._run:
            self._run, self._lived, self._film = run["run"], -1, []
        self._film = [*self._film, *run.get(self._tells, ())]
        self._lived = max(self._lived, run["lived"])
        return {**run, self._tells: self._film}
