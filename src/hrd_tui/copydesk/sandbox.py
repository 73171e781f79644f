"""The engine of templates: Jinja2 in a sandbox where only data can be reached, and only so much of it.

The one module that imports jinja2; it is imported itself only when something is rendered.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, meta, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame
from jinja2.exceptions import SecurityError, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.filters import do_default
from jinja2.runtime import BlockReference, Context, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment

from hrd_tui.copydesk.pieces import Markup, stacked
from hrd_tui.copydesk.templates import BadTemplate
from hrd_tui.errors import UsageProblem

MAX_RANGE = 1_000
MAX_STEPS = 100_000
MAX_LENGTH = 10_000_000
"""What one rendering may take: numbers in a range, rounds of loops and calls, characters. An archive page of 1,500
posts, ten years of one category, has some 4 million characters, which pass twice.
"""
INCLUDE_STEPS = 50
"""What including a template counts, since its file is looked at: some 60 µs against 1 µs of a loop's round."""
MAX_NUMBER = 10**9

_LOOP = frozenset(["index", "index0", "revindex", "revindex0", "first", "last", "length", "previtem", "nextitem"])
_TESTS = ("defined", "undefined", "none")
_FILE = "template "
_TAG = re.compile(r"<[A-Za-z/!?]")
# What a template can make Python raise, beside what Jinja2 raises itself.
_FAILURES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)


class _Generator(CodeGenerator):
    """Counts the rounds of loops, and lets "~" join only what was made safe piece by piece."""

    def visit_For(self, node: nodes.For, frame: Frame) -> None:
        node.iter = nodes.Call(nodes.EnvironmentAttribute("over"), [node.iter], [], None, None)
        super().visit_For(node, frame)

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:
        self.write("environment.joined((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")


class Sandbox(ImmutableSandboxedEnvironment):
    """Renders templates of one markup, one at a time.

    What comes out of an expression is escaped unless its type says that it is safe: values with `__html__`, which are
    the pieces of the copy desk and what blocks and macros gave, whose own expressions came this way before. A filter
    gives plain text, so what it was given is escaped again. Attributes and methods of Python objects cannot be
    reached at all, only what stands in mappings and sequences.
    """

    code_generator_class = _Generator
    intercepted_binops = frozenset(["+", "-", "*", "/", "//", "%", "**"])

    def __init__(self, source: Callable[[str], str]) -> None:
        super().__init__(undefined=StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True)
        self.loader = FunctionLoader(self._load)
        self._source = source
        self._escape: Callable[[str], str] = str
        self._steps = self._length = 0
        # What Jinja2 puts in between calls it through the environment.
        self.finalize = pass_context(lambda _context, value: self.safe(value))
        self.globals = {"range": self.numbers}
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.filters = {
            "stacked": lambda values: self.counted(stacked(values, self.safe)),
            "join": lambda values, separator="": self.joined(_between(values, separator)),
            "default": do_default,
            "length": len,
            "first": lambda values: next(iter(values), ""),
            "last": lambda values: next(iter(reversed(values)), ""),
            "upper": lambda text: str(text).upper(),
            "lower": lambda text: str(text).lower(),
            "capitalize": lambda text: str(text).capitalize(),
            "trim": lambda text: str(text).strip(),
            "replace": lambda text, old, new: self.counted(str(text).replace(str(old), str(new))),
            "truncate": _truncated,
        }

    def written(self, name: str, values: Mapping[str, Any], markup: Markup) -> str:
        """The template filled in, without line breaks at its ends. Raises BadTemplate."""
        self._escape = markup.escape
        self._steps = self._length = 0
        try:
            return type(self._escape(""))(self.get_template(name).render(values).strip("\n"))
        except _FAILURES as error:
            raise _bad(name, error) from error

    def mistakes(self, name: str, known: Collection[str]) -> Iterator[tuple[int, str]]:
        """What can be seen without rendering, with its line: mistakes in writing, and names that are not `known`."""
        self._steps = self._length = 0
        try:
            self.get_template(name)
            tree = self.parse(self._source(name), name, f"{_FILE}{name}")
            unknown = meta.find_undeclared_variables(tree) - set(self.globals) - set(known)
        except _FAILURES as error:
            bad = _bad(name, error)
            yield bad.line, bad.detail
            return
        for node in tree.find_all(nodes.Name):
            if node.name in unknown:
                unknown.discard(node.name)
                yield node.lineno, f"“{node.name}” is not known; there are: {', '.join(sorted(known))}"

    def used(self, name: str) -> Iterator[tuple[int, str]]:
        """The names that a template reads by itself, such as body or post.day, in its order, each with its line."""
        tree = self.parse(self._source(name), name)
        for node in tree.find_all((nodes.Name, nodes.Getattr)):
            if isinstance(node, nodes.Name):
                yield node.lineno, node.name
            elif isinstance(node, nodes.Getattr) and isinstance(node.node, nodes.Name):
                yield node.lineno, f"{node.node.name}.{node.attr}"

    def safe(self, value: Any) -> str:
        """The value as text that is safe where it stands."""
        if hasattr(type(value), "__html__"):
            made: str = value.__html__()
        else:
            made = self._escape("" if value is None else str(value))
        return self.counted(made)

    def joined(self, values: Iterable[Any]) -> str:
        """The values behind each other, each made safe by itself."""
        empty = type(self._escape(""))
        return empty("".join(str(self.safe(value)) for value in values))

    def counted(self, text: str) -> str:
        """The text, counted among what was written. Raises SecurityError where it has become too much."""
        self._length += len(text)
        if self._length > MAX_LENGTH:
            raise SecurityError(f"it writes more than {MAX_LENGTH:,} characters")
        return text

    def over(self, values: Iterable[Any]) -> tuple[Any, ...]:
        """What a loop goes over. Raises SecurityError for a text and for too many rounds."""
        if not isinstance(values, (tuple, list, range, Mapping)):
            raise SecurityError("a loop goes over a list, not over the signs of a text")
        self._step(len(values))
        return tuple(values)

    def numbers(self, *bounds: int) -> range:
        """`range`. Raises SecurityError where it has more than MAX_RANGE numbers."""
        found = range(*bounds)
        if len(found) > MAX_RANGE:
            raise SecurityError(f"range gives at most {MAX_RANGE:,} numbers")
        return found

    def getattr(self, obj: Any, attribute: str) -> Any:
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        if isinstance(obj, LoopContext) and argument in _LOOP:
            return getattr(obj, argument)
        if isinstance(obj, (Mapping, tuple, list, TemplateReference)):
            try:
                return obj[argument]
            except (TypeError, LookupError):
                pass
        return self.undefined(f"there is no “{argument}” to be had here", name=str(argument), exc=SecurityError)

    def is_safe_callable(self, obj: Any) -> bool:
        return isinstance(obj, (Macro, BlockReference)) or obj in (self.over, self.numbers)

    def call(self, context: Context, obj: Any, *args: Any, **kwargs: Any) -> Any:
        self._step(1)
        return super().call(context, obj, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "**" or not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            raise SecurityError(f"“{operator}” is for numbers; “~” joins texts")
        result = super().call_binop(context, operator, left, right)
        if abs(result) > MAX_NUMBER:
            raise SecurityError("a number is too large")
        return result

    def get_template(self, name: Any, parent: str | None = None, globals: Any = None) -> Template:
        self._step(INCLUDE_STEPS)
        return super().get_template(name, parent, globals)

    def select_template(self, names: Any, parent: str | None = None, globals: Any = None) -> Template:
        self._step(INCLUDE_STEPS)
        return super().select_template(names, parent, globals)

    def _load(self, name: str) -> tuple[str, str, Callable[[], bool]] | None:
        """A template with the name that tracebacks give it, and whether it is still the same.

        One of markdown with HTML in it is refused, since what is escaped for markdown is not safe inside a tag.
        """
        try:
            text = self._source(name)
        except UsageProblem:
            return None
        if name.endswith(".md"):
            for node in self.parse(text, name).find_all(nodes.TemplateData):
                tag = _TAG.search(node.data)
                if tag:
                    line = node.lineno + node.data.count("\n", 0, tag.start())
                    raise TemplateSyntaxError("HTML in a template of markdown; write it as markdown", line, name)
        return text, f"{_FILE}{name}", lambda: self._source(name) == text

    def _step(self, count: int) -> None:
        self._steps += count
        if self._steps > MAX_STEPS:
            raise SecurityError(f"it takes more than {MAX_STEPS:,} steps")


def _bad(name: str, error: BaseException) -> BadTemplate:
    """The error in words, with the template and the line where it came up."""
    words = error.message if isinstance(error, TemplateError) and error.message else str(error)
    if isinstance(error, RecursionError):
        words = "it includes, extends or calls itself without end"
    if isinstance(error, TemplateNotFound):
        words = f"there is no template “{error.name}”"
    if isinstance(error, TemplateSyntaxError):
        return BadTemplate(error.name or name, error.lineno, words)
    where, line = name, 0
    step: TracebackType | None = error.__traceback__
    while step:
        file = step.tb_frame.f_code.co_filename
        if file.startswith(_FILE):
            where, line = file.removeprefix(_FILE), step.tb_lineno
        step = step.tb_next
    return BadTemplate(where, line, words or type(error).__name__)


def _between(values: Sequence[Any], separator: Any) -> Iterable[Any]:
    for number, value in enumerate(values):
        if number:
            yield separator
        yield value


def _truncated(text: Any, length: int = 80) -> str:
    whole = str(text)
    if len(whole) <= length:
        return whole
    head = whole[: max(length - 1, 0)]
    return (head.rpartition(" ")[0] or head).rstrip() + "…"
