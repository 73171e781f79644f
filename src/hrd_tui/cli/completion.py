"""`hrd completion`: the script that has a shell complete commands, items, tags, feeds and queries."""

import click


@click.command()
@click.argument("shell", type=click.Choice(("bash", "zsh", "fish")))
def completion(shell: str) -> None:
    """Print the script that completes hrd's words in bash (4.4 or newer), zsh or fish.

    Behind a command it completes options, numbers of items with their titles, tags, feeds, views, drafts, and the
    fields of a query. It reads the desk and never changes it.

    \b
    Examples:
      hrd completion bash > ~/.local/share/bash-completion/completions/hrd
      hrd completion zsh > ~/.zfunc/_hrd
      hrd completion fish > ~/.config/fish/completions/hrd.fish
    """
    from hrd_tui.cli.shells import SHELLS

    program = click.get_current_context().find_root()
    click.echo(SHELLS[shell](program.command, {}, "hrd", "_HRD_COMPLETE").source(), nl=False)
