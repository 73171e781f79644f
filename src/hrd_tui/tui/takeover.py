"""What an open reader makes of a changed configuration: some of it holds at once, of the rest it is told."""

from hrd_tui.config import Config
from hrd_tui.desk.live_config import AT_ONCE, changed, taken_over
from hrd_tui.tui.screen import DeskScreen
from hrd_tui.tui.themed import Themed


def take_over(app: Themed, screen: DeskScreen, before: Config, after: Config) -> list[str]:
    """Puts in force what can be, and tells what it was and what waits until the reader is opened anew."""
    names = changed(before, after)
    now, later = sorted(names & AT_ONCE), sorted(names - AT_ONCE)
    screen.desk.config = taken_over(screen.desk.config, after, now)
    if any(name.startswith("highlight.") for name in now):
        screen.highlight.start(anew=True)
    if "screen.rows" in now and screen.look.rows != after["screen.rows"]:
        screen.look.turn()
        screen.items.repaint()
    if "screen.theme" in now:
        app.read_themes()
        if after["screen.theme"] in app.palettes:
            app.wear(after["screen.theme"])
        elif app.theme_problems:
            now.remove("screen.theme")
    told = [f"In force now: {', '.join(now)}"] if now else []
    return [*told, f"Open hrd anew for: {', '.join(later)}"] if later else told
