"""The ten posts of the blog, taken apart by hand, come out of the copy desk as they stand there.

Each is turned into the items it was made of (one a source, with site suffix and tracking in place): their texts are
the post without what the editor put in. Then the editor's operations are done: the opening sentence, words put into a
paragraph, a reference, a label, sources below the words they support, a caption cut. The rendered post is read by a
CommonMark parser and must have every paragraph, heading, list entry and address of the post in its place, and nothing
else.
"""

import json
from datetime import date
from typing import Any

import pytest
import yaml

from commonmark import folded, read, split
from draft_fixtures import CHOICES
from house_style_posts import ADDRESS, POSTS, Made, composed_of, leaf, made_of
from hrd_tui.copydesk.checklist import NO_SOURCE, check
from hrd_tui.copydesk.draft import EDITOR, Draft
from hrd_tui.copydesk.drafts import as_doc, from_doc
from hrd_tui.copydesk.manuscript import as_text, from_text
from hrd_tui.copydesk.render import filename


@pytest.fixture(params=POSTS or [{}], ids=[post["id"] for post in POSTS] or ["absent"])
def made(request: pytest.FixtureRequest) -> Made:
    if not request.param:
        pytest.skip("the posts do not lie beside the checkout")
    return made_of(request.param)


def test_the_post_reads_as_it_stands_there_and_nothing_else(made: Made) -> None:
    page = read(split(made.file)[1])
    assert page.leaves == [leaf(block) for block in made.post["blocks"] if block["type"] != "caption"]
    assert page.markup == []


def test_every_address_of_the_post_is_a_link_and_the_whole_of_it(made: Made) -> None:
    page = read(split(made.file)[1])
    assert page.links == [url for block in made.post["blocks"] for url in ADDRESS.findall(block["text"])]


def test_the_front_matter_says_what_the_post_is(made: Made) -> None:
    matter = yaml.safe_load(split(made.file)[0])
    post = made.post
    assert matter["title"] == folded(post["title"])
    assert matter["date"] == date.fromisoformat(post["date"])
    assert matter["status"] == "draft"
    assert filename(made.draft) == f"{post['date']}-{matter['slug']}.md"
    assert matter.get("source_date") == (post["source_date"] and date.fromisoformat(post["source_date"]))
    assert [source["url"] for source in matter["sources"]] == post["source_urls_clean"]
    assert matter["see_also"] == post["see_also_urls"]
    assert matter["items"] == list(range(1, len(made.originals) + 1))


def test_the_front_matter_says_whom_the_post_is_about(made: Made) -> None:
    matter = yaml.safe_load(split(made.file)[0])
    post = made.post
    people = [person["name"] for person in post["people"]]
    assert matter["kind"] == post["kind"]
    assert (matter["countries"], matter["people"], matter["organisations"]) == (post["countries"], people, post["orgs"])
    assert {*post["countries"], *people, post["archive"]["name"]} <= set(matter["tags"])


def test_the_deadline_is_the_one_of_the_post(made: Made) -> None:
    matter = yaml.safe_load(split(made.file)[0])
    expected = made.post["deadlines"]
    assert matter.get("deadline") == (date.fromisoformat(expected[0]["date"]) if expected else None)
    assert matter.get("deadline_text") == (expected[0]["text"] if expected else None)


@pytest.fixture(scope="module")
def untold() -> list[tuple[dict[str, Any], Draft]]:
    """The ten drafts with nothing given but the texts, the headline and the address."""
    if not POSTS:
        pytest.skip("the posts do not lie beside the checkout")
    return [(post, composed_of(post, given=False)[0]) for post in POSTS]


def test_the_signals_find_kind_and_deadline_of_every_draft(untold: list[tuple[dict[str, Any], Draft]]) -> None:
    for post, draft in untold:
        assert draft.kind == post["kind"]
        deadline, *_ = [*post["deadlines"], {"date": None, "text": ""}]
        assert draft.deadline == (deadline["date"] and date.fromisoformat(deadline["date"]))
        assert draft.deadline_text == deadline["text"]


def test_the_signals_find_whom_the_drafts_are_about(untold: list[tuple[dict[str, Any], Draft]]) -> None:
    countries = [set(draft.countries) == set(post["countries"]) for post, draft in untold]
    people = [
        set(draft.people) == {person["name"] for person in post["people"] if person["subject"]}
        for post, draft in untold
    ]
    assert sum(countries) >= 9
    assert sum(people) >= 9


def test_the_editors_words_are_told_apart_from_the_sources(made: Made) -> None:
    texts = [folded(document.text) for document in made.originals]
    for part in made.draft.body:
        if part.source != EDITOR and not part.changed:
            assert folded(part.block.text) in texts[part.source]
        elif part.source != EDITOR:
            assert folded(part.block.text) not in texts[part.source]


def test_the_checklist_raises_no_false_alarm(made: Made) -> None:
    remarks = check(made.draft, made.originals, made.draft.date)
    assert [remark.code for remark in remarks] == ([] if made.post["source_urls"] else [NO_SOURCE])


def test_nothing_of_the_desk_leaves_it(made: Made) -> None:
    assert "desk-tag" not in made.file
    assert "desk note" not in made.file
    assert "utm_" not in made.file


def test_the_draft_is_the_same_after_keeping_and_after_the_editors_editor(made: Made) -> None:
    assert from_doc(json.loads(json.dumps(as_doc(made.draft)))) == made.draft
    assert from_text(as_text(made.draft), made.draft, CHOICES) == made.draft


def test_a_second_export_gives_the_same_bytes(made: Made) -> None:
    assert made_of(made.post).file.encode() == made.file.encode()
