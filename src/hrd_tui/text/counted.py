"""How many there are of something, in words."""


def counted(count: int, one: str, many: str = "") -> str:
    """The number with what is counted: "1 item", "1,200 items"; `many` where it is not `one` with an s."""
    return f"1 {one}" if count == 1 else f"{count:,} {many or f'{one}s'}"
