"""How bash, zsh and fish ask hrd to complete a word: click's own mechanism, with scripts of our own.

Those of click break a word at a colon in bash, insert it there unquoted, and end a help at its comma in fish. What a
feed or an editor named may hold whatever a shell gives a meaning to, so that bash gets each value quoted; zsh and fish
quote by themselves what they insert. An answer is a line a value: its type, the value and its help, parted by tabs.
"""

import os
import re
from typing import Any

from click.shell_completion import CompletionItem, ShellComplete, add_completion_class

from hrd_tui.text.clean import clean

LISTING = "63"
"""COMP_TYPE of bash while it shows what there is and inserts nothing ("?", bash(1), Shell Variables)."""

_SPECIAL = re.compile(r"[^\w@%+=:,./-]")
_IN_DOUBLE = re.compile(r'["\\$`]')


def split(line: str, breaks: str = "") -> tuple[list[str], str, int, str]:
    """A line up to the cursor as a shell reads it: the words before the last one, that one, and how it stands.

    The number says how many of its letters stand before the place from which bash replaces: behind the last of
    `breaks`, or behind an open quotation mark; that mark comes last.
    """
    words: list[str] = []
    word, begun, skip, quote, escaped = "", False, 0, "", False
    for sign in line:
        if escaped:
            word, escaped = word + sign, False
        elif sign == quote:
            quote = ""
        elif sign == "\\" and quote != "'":
            begun = escaped = True
        elif quote:
            word += sign
        elif sign in "'\"":
            begun, quote, skip = True, sign, len(word)
        elif not sign.isspace():
            begun, word = True, word + sign
            skip = len(word) if sign in breaks else skip
        elif begun:
            words.append(word)
            word, begun, skip = "", False, 0
    return words, word, skip, quote


def quoted(text: str, quote: str = "") -> str:
    """A text so that bash reads it as itself, behind no mark or behind an open one."""
    if quote == "'":
        return text.replace("'", "'\\''")
    if quote:
        return _IN_DOUBLE.sub(r"\\\g<0>", text)
    return _SPECIAL.sub(r"\\\g<0>", text)


class _Shell(ShellComplete):
    """A shell that hands over the line up to the cursor in COMP_LINE."""

    def get_completion_args(self) -> tuple[list[str], str]:
        words, word, self.skip, self.quote = split(os.environ["COMP_LINE"], os.environ.get("COMP_WORDBREAKS", ""))
        return words[1:], word

    def format_completion(self, item: CompletionItem[Any]) -> str:
        return "\t".join((item.type, *(clean(text, line=True) for text in (str(item.value), item.help or ""))))


class Bash(_Shell):
    """It shows help beside a value only while it lists; what it inserts must be quoted."""

    name = "bash"
    source_template = """\
%(complete_func)s() {
    local kind value
    COMPREPLY=()
    while IFS=$'\\t' read -r kind value; do
        case $kind in
            dir) compopt -o dirnames ;;
            file) compopt -o default ;;
            open) compopt -o nospace; COMPREPLY+=("$value") ;;
            plain) COMPREPLY+=("$value") ;;
        esac
    done < <(COMP_LINE="${COMP_LINE:0:COMP_POINT}" COMP_TYPE="$COMP_TYPE" COMP_WORDBREAKS="$COMP_WORDBREAKS" \\
        %(complete_var)s=bash_complete command %(prog_name)s 2>/dev/null)
}
complete -o nosort -F %(complete_func)s %(prog_name)s
"""

    def get_completions(self, args: list[str], incomplete: str) -> list[CompletionItem[Any]]:
        # Behind an exclamation mark in double quotes bash looks for an earlier command, and nothing quotes it there.
        found = super().get_completions(args, incomplete)
        self._several = len(found) > 1
        return [item for item in found if not (self.quote == '"' and "!" in str(item.value))]

    def format_completion(self, item: CompletionItem[Any]) -> str:
        value, help = clean(str(item.value), line=True), clean(item.help or "", line=True)
        if help and self._several and os.environ.get("COMP_TYPE") == LISTING:
            return f"{item.type}\t{value}  {help}"
        # Behind a value that ends with the mark that is open bash would not close it.
        closed = self.quote if self.quote == '"' and value.endswith(self.quote) else ""
        return f"{item.type}\t{quoted(value[self.skip :], self.quote)}{closed}"


class Zsh(_Shell):
    """It shows help beside each value."""

    name = "zsh"
    source_template = """\
#compdef %(prog_name)s
%(complete_func)s() {
    local -a values shown begun begun_shown
    local kind value help
    while IFS=$'\\t' read -r kind value help; do
        case $kind in
            dir) _path_files -/ ;;
            file) _files ;;
            open) begun+=("$value"); begun_shown+=("$value${help:+  $help}") ;;
            plain) values+=("$value"); shown+=("$value${help:+  $help}") ;;
        esac
    done < <(COMP_LINE="${(j: :)words[1,CURRENT-1]} $QIPREFIX$PREFIX" \\
        %(complete_var)s=zsh_complete command %(prog_name)s 2>/dev/null)
    (( $#values )) && compadd -U -l -V values -d shown -a -- values
    (( $#begun )) && compadd -U -l -V begun -S '' -d begun_shown -a -- begun
}
if [[ $zsh_eval_context[-1] == loadautofunc ]]; then
    %(complete_func)s "$@"
else
    compdef %(complete_func)s %(prog_name)s
fi
"""


class Fish(_Shell):
    """It shows help beside each value."""

    name = "fish"
    source_template = """\
function %(complete_func)s
    set -lx COMP_LINE (commandline -cp | string collect)
    set -lx %(complete_var)s fish_complete
    for line in (command %(prog_name)s 2>/dev/null)
        set -l parts (string split -m 1 \\t -- $line)
        switch $parts[1]
            case dir
                __fish_complete_directories (commandline -ct)
            case file
                __fish_complete_path (commandline -ct)
            case '*'
                echo -- $parts[2]
        end
    end
end
complete -c %(prog_name)s -f -k -a '(%(complete_func)s)'
"""


SHELLS: dict[str, type[ShellComplete]] = {shell.name: shell for shell in (Bash, Zsh, Fish)}


def register() -> None:
    """Lets click answer these shells by the classes above."""
    for shell in SHELLS.values():
        add_completion_class(shell)
