"""Why something was found, and what is said against it."""

from datetime import date
from pathlib import Path

from hrd_tui.model import State
from hrd_tui.paths import locate
from hrd_tui.tui.dialogs.prompt import Prompt
from hrd_tui.tui.dialogs.terms import TermsDialog
from hrd_tui.tui.dialogs.why import WhyDialog
from signal_fixtures import BAD, HOSTILE, asked, found, posted, to, why
from tui_fixtures import desk, item, picture, reader, reading, shows, stock, until


async def test_w_shows_findings_with_their_reasons(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"], "kind": "ngo_news"}})) as pilot:
        await why(pilot)
        await until(pilot, lambda: any("country" in line and "Kenya" in line for line in picture(pilot.app)))


async def test_what_is_not_found_can_be_set_too(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await asked(pilot, "deadlines", "empty for none")
        await pilot.press(*"2026-03-06", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).deadline == date(2026, 3, 6))


async def test_the_kind_is_chosen_from_all_kinds(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await asked(pilot, "kind", "Call for nominations")
        await pilot.press(*"vacancy", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).kind == "vacancy")
        await until(pilot, lambda: any("Vacancy" in line and "by hand" in line for line in picture(pilot.app)))


async def test_a_country_is_typed_with_completion(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        await asked(pilot, "countries", "Afghanistan")
        await pilot.press(*"ugan", "tab", "enter")
        await until(pilot, lambda: reader(pilot).desk.find("country:UG") == [1])


async def test_x_says_that_a_finding_is_wrong_and_r_leaves_it_to_the_rules(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        await why(pilot, "countries")
        await pilot.press("x")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [])
        await until(pilot, lambda: any("Kenya" in line and "overruled" in line for line in picture(pilot.app)))
        await pilot.press("r")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [1])


async def test_x_dismisses_a_single_finding_and_takes_that_back(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {1: {"echo": True}}))
    async with reading(first) as pilot:
        panel = await why(pilot, "echo")
        await pilot.press("x")
        await until(pilot, lambda: not first.row(1).echo)
        await until(pilot, lambda: any("own text" in line and "overruled" in line for line in picture(pilot.app)))
        await to(pilot, panel, "covered")
        await pilot.press("enter")
        await until(pilot, lambda: first.covered.nearest(1) == [])
        await to(pilot, panel, "echo")
        await pilot.press("x")
        await until(pilot, lambda: first.row(1).echo)


async def test_what_was_said_against_a_finding_is_undone(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        await why(pilot, "countries")
        await pilot.press("x", "escape", "z")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [1])


async def test_undo_in_the_reasons_stops_at_what_was_changed_there(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        await pilot.press("x", "k")
        await why(pilot, "countries")
        await pilot.press("x", "z")
        await until(pilot, lambda: reader(pilot).desk.find("country:KE") == [1])
        await pilot.press("z")
        await until(pilot, lambda: shows(pilot.app, "Nothing more to undo here"))
        assert reader(pilot).desk.row(1).state == State.SELECTED


async def test_a_kind_that_fits_nothing_keeps_the_chooser_open(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await asked(pilot, "kind", "Call for nominations")
        await pilot.press(*"qqq", "enter")
        await until(pilot, lambda: shows(pilot.app, "Kind   nothing fits"))
        await pilot.press("backspace", "backspace", "backspace")
        await until(pilot, lambda: shows(pilot.app, "Call for nominations"))
        assert not shows(pilot.app, "nothing fits")


async def test_messages_name_countries(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE", "UG"]}})) as pilot:
        await why(pilot, "countries")
        await pilot.press("x")
        await until(pilot, lambda: shows(pilot.app, "Why   Countries: Uganda"))
        await pilot.press("escape", "z")
        assert "Undone: Countries: Uganda" in reader(pilot).desk_screen.bottom.text


async def test_a_day_that_is_none_is_refused_in_its_line(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {})) as pilot:
        await asked(pilot, "deadlines", "empty for none")
        await pilot.press(*"soon", "enter")
        await until(pilot, lambda: shows(pilot.app, "“soon” is no day"))


async def test_hostile_text_in_the_reasons_is_plain(tmp_path: Path) -> None:
    paths = locate(tmp_path / "desk")
    stock(paths, {1: item(1, title=f"Kenya {HOSTILE}"), 2: item(2, title=HOSTILE)}, signals={1: {"story": 2}})
    async with reading(desk(paths)) as pilot:
        await pilot.press("V")
        await why(pilot)
        await until(pilot, lambda: shows(pilot.app, "[red]x[/red]"))
        assert not any(sign in line for line in picture(pilot.app) for sign in BAD)


async def test_x_again_puts_a_country_back_beside_the_others(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE", "UG"]}})) as pilot:
        desk = reader(pilot).desk
        panel = await why(pilot, "countries")
        await pilot.press("x")
        await until(pilot, lambda: desk.find("country:KE") == [])
        await until(pilot, lambda: any(said.overruled for said in panel._said))
        panel.rows.move(next(at for at, said in enumerate(panel._said) if said.overruled))
        await pilot.press("x")
        await until(pilot, lambda: desk.find("country:KE") == desk.find("country:UG") == [1])


async def test_x_on_an_overruled_kind_puts_it_in_place_of_the_other(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"kind": "case_alert"}})) as pilot:
        desk = reader(pilot).desk
        await asked(pilot, "kind", "Call for nominations")
        await pilot.press(*"vacancy", "enter")
        await until(pilot, lambda: desk.row(1).kind == "vacancy")
        panel = pilot.app.screen
        assert isinstance(panel, WhyDialog)
        await until(pilot, lambda: any(said.overruled for said in panel._said))
        panel.rows.move(next(at for at, said in enumerate(panel._said) if said.overruled))
        await pilot.press("x")
        await until(pilot, lambda: desk.row(1).kind == "case_alert")


async def test_r_leaves_a_dismissed_finding_to_the_rules_again(tmp_path: Path) -> None:
    first = posted(found(tmp_path, {1: {"echo": True}}))
    async with reading(first) as pilot:
        await why(pilot, "echo")
        await pilot.press("x")
        await until(pilot, lambda: not first.row(1).echo)
        await pilot.press("r")
        await until(pilot, lambda: first.row(1).echo)


async def test_what_changed_nothing_in_the_reasons_is_nothing_to_undo(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE"]}})) as pilot:
        await pilot.press("x", "k")
        await why(pilot, "countries")
        await pilot.press("r", "z")
        await until(pilot, lambda: shows(pilot.app, "Nothing more to undo here"))
        assert reader(pilot).desk.row(1).state == State.SELECTED


async def test_none_of_these_takes_the_kind_away(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"kind": "vacancy"}})) as pilot:
        await asked(pilot, "kind", "Call for nominations")
        await pilot.press(*"none of", "enter")
        await until(pilot, lambda: not reader(pilot).desk.row(1).kind)


async def test_a_country_that_is_said_to_be_wrong_is_not_chosen_where_others_are(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {1: {"subject": ["KE", "UG"]}})) as pilot:
        panel = await why(pilot, "countries")
        await pilot.press("x")
        await until(pilot, lambda: any(said.overruled for said in panel._said))
        await to(pilot, panel, "countries")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(pilot.app.screen, TermsDialog))
        assert pilot.app.screen._chosen == ["Uganda"]  # type: ignore[attr-defined]


async def test_people_who_come_up_on_the_desk_are_offered_where_people_are_named(tmp_path: Path) -> None:
    async with reading(found(tmp_path, {2: {"people": ["Zzyva Example"]}})) as pilot:
        await asked(pilot, "people", "Zzyva Example")


async def test_deadlines_are_taken_away_by_emptying_their_line(tmp_path: Path) -> None:
    due = {"day": "2026-03-06", "sentence": "Apply by 6 March.", "sure": True}
    async with reading(found(tmp_path, {1: {"deadlines": [due]}})) as pilot:
        await asked(pilot, "deadlines", "2026-03-06")
        await until(pilot, lambda: isinstance(pilot.app.screen, Prompt))
        await pilot.press("ctrl+u", "enter")
        await until(pilot, lambda: reader(pilot).desk.row(1).deadline is None)
