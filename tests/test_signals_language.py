"""The language of an item: script and small words first, the feed's word for it last."""

import gzip
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrd_tui.feeds.parse import parse
from hrd_tui.signals import language
from hrd_tui.signals.reading import Reading, paragraphs
from hrd_tui.text.document import from_html

REAL = Path(__file__).resolve().parents[2] / "shared" / "corpus" / "feeds" / "real"


def told(title: str, *texts: str, feed: str = "") -> str:
    found = language.find(Reading(title, texts, language=feed))
    return found.value if found else ""


SENTENCES = {
    "en": "The baker has asked the court for the keys of her shop.",
    "fr": "La boulangère a demandé au tribunal les clés de sa boutique.",
    "es": "La panadera pidió al tribunal las llaves de su tienda.",
    "pt": "A padeira não pediu ao tribunal as chaves da sua loja.",
    "de": "Die Bäckerin hat vom Gericht die Schlüssel für ihren Laden verlangt.",
    "it": "La fornaia ha chiesto al tribunale le chiavi della sua bottega.",
    "nl": "De bakker heeft de rechter om de sleutels van haar winkel gevraagd.",
    "tr": "Fırıncı kadın mahkemeden dükkânının anahtarlarını istedi ve bekledi.",
    "pl": "Piekarka nie dostała od sądu kluczy do swojego sklepu.",
    "cs": "Pekařka požádala soud o klíče od svého obchodu, ale marně.",
    "sv": "Bagaren har bett domstolen om nycklarna till sin butik.",
    "id": "Tukang roti itu meminta kunci tokonya kepada pengadilan dengan surat.",
    "sw": "Mwokaji aliomba mahakama funguo za duka lake kwa barua.",
    "hu": "A pék kérte a bíróságtól a boltja kulcsait, de nem kapta meg.",
    "ro": "Brutăreasa a cerut instanței cheile și nu le-a primit.",
    "fi": "Leipuri pyysi oikeudelta kauppansa avaimia, mutta se ei vastannut.",
    "vi": "Người thợ làm bánh đã xin tòa án trả chìa khóa của cửa hàng.",
    "ar": "طلبت الخبازة من المحكمة مفاتيح متجرها",
    "fa": "نانوا از دادگاه کلید مغازه‌اش را خواست",
    "ur": "نانبائی نے عدالت سے اپنی دکان کی چابیاں مانگیں",
    "ps": "نانوا له محکمې څخه د خپل دوکان کیلۍ وغوښتې",
    "ru": "Пекарь попросила суд вернуть ей ключи от лавки, но ответа не было.",
    "uk": "Пекарка попросила суд повернути її ключі від крамниці.",
    "be": "Пекарка папрасіла суд вярнуць ёй ключы ад крамы ў горадзе.",
    "bg": "Пекарката поиска от съда ключовете на магазина си, но не ги получи.",
    "kk": "Наубайшы соттан дүкенінің кілтін сұрады және күтті.",
    "zh": "面包师向法院索要店铺的钥匙",
    "ja": "パン屋は裁判所に店の鍵を求めた",
    "ko": "제빵사는 법원에 가게 열쇠를 요구했다",
    "he": "האופה ביקשה מבית המשפט את המפתחות של החנות",
    "th": "คนทำขนมปังขอกุญแจร้านจากศาล",
    "my": "မုန့်ဖုတ်သူက တရားရုံးထံ သော့တောင်းခဲ့သည်",
    "am": "ዳቦ ጋጋሪዋ ቁልፎቿን ከፍርድ ቤት ጠየቀች",
    "ka": "მცხობელმა სასამართლოს გასაღები სთხოვა",
    "hy": "Հացթուխը դատարանից բանալիներ խնդրեց",
    "el": "Η φουρνάρισσα ζήτησε από το δικαστήριο τα κλειδιά",
    "hi": "बेकर ने अदालत से अपनी दुकान की चाबियाँ माँगी हैं",
    "bn": "রুটিওয়ালা আদালতের কাছে চাবি চাইলেন",
    "ta": "ரொட்டி சுடுபவர் சாவியைக் கேட்டார்",
    "km": "អ្នកដុតនំបានសុំកូនសោពីតុលាការ",
}


@pytest.mark.parametrize(("code", "sentence"), SENTENCES.items())
def test_tells_the_language_without_a_hint(code: str, sentence: str) -> None:
    assert told(sentence) == code


@pytest.mark.parametrize(("code", "sentence"), [pair for pair in SENTENCES.items() if pair[0] != "en"])
def test_clear_text_wins_over_a_feed_that_says_english(code: str, sentence: str) -> None:
    assert told(sentence, sentence, feed="en-US") == code


@pytest.mark.parametrize(
    ("title", "feed", "code"), [("Peru", "es-PE", "es"), ("Kampala", "en-us", "en"), ("1 + 1", "fr", "fr")]
)
def test_title_without_evidence_is_what_the_feed_says(title: str, feed: str, code: str) -> None:
    assert told(title, feed=feed) == code


def test_hint_in_another_script_is_no_hint() -> None:
    assert told("Kampala", feed="ru") == ""
    assert told("Пекарь в лавке", feed="en") == "ru"


@pytest.mark.parametrize("title", ["", "Kampala", "12.03.", "https://desk.example/"])
def test_nothing_to_go_by_is_no_language(title: str) -> None:
    assert told(title) == ""


def test_quotation_does_not_change_the_language() -> None:
    quoted = "On the wall stood “Свобода слова” and below it “حرية”, and nobody had painted over the words."
    assert told("The wall of the bakery", quoted) == "en"


def test_japanese_may_be_mostly_chinese_characters() -> None:
    assert told("東京地方裁判所の判決") == "ja"


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-US", "en"),
        ("pt_BR", "pt"),
        ("nb", "no"),
        ("zh-Hant", "zh"),
        (" FR ", "fr"),
        ("x-klingon", ""),
        ("", ""),
        ("zz", ""),
        ("ckb", "ku"),
    ],
)
def test_tag_of_a_feed_is_read(tag: str, code: str) -> None:
    assert language.hinted(tag) == code


def test_why_names_words_of_the_text() -> None:
    found = language.find(Reading(SENTENCES["fr"]))
    assert found is not None
    assert all(word in SENTENCES["fr"].lower() for word in found.why.replace("“", "").replace("”", "").split())


def test_why_says_when_the_feed_said_it() -> None:
    found = language.find(Reading("Peru", language="es"))
    assert found is not None
    assert found.why == "the feed says so"


@given(st.text(max_size=200), st.lists(st.text(max_size=80), max_size=4), st.text(max_size=10))
def test_any_text_gives_a_code_or_nothing(title: str, texts: list[str], feed: str) -> None:
    found = language.find(Reading(title, tuple(texts), language=feed))
    assert found is None or (
        len(found.value) == 2 and found.value.isalpha() and found.value.islower() and found.why != ""
    )


FEEDS = {
    "feedjira__CRE.xml.gz": "de",
    "miniflux__internal_reader_parser_encoding_ISO-8859-1.xml": "de",
    "miniflux__internal_reader_parser_encoding_WINDOWS-1251.xml": "ru",
    "miniflux__internal_reader_parser_urdu_UTF8.xml": "ur",
    "picofeed__fixtures_next_inpact_full.xml.gz": "fr",
    "picofeed__fixtures_sametmax.xml.gz": "fr",
    "picofeed__fixtures_heise.rdf": "de",
    "feedjira__TechCrunch.xml.gz": "en",
}


@pytest.mark.skipif(not REAL.is_dir(), reason="the captured feeds lie beside the checkout only")
@pytest.mark.parametrize(("name", "code"), FEEDS.items())
def test_entries_of_captured_feeds(name: str, code: str) -> None:
    body = (REAL / name).read_bytes()
    body = gzip.decompress(body) if name.endswith(".gz") else body
    feed = parse(body, "https://feed.example/", "application/xml", datetime(2026, 2, 12, tzinfo=UTC))
    codes = Counter(told(entry.title, *paragraphs(from_html(entry.body, ""))) for entry in feed.entries)
    assert codes[code] >= 0.95 * len(feed.entries)


def test_small_words_that_english_has_too_do_not_outvote_it() -> None:
    text = "A court in Nairobi acquitted twelve protesters."
    found = language.find(Reading("Kenya: court acquits 12 protesters in Nairobi", (text,)))
    assert found is not None
    assert found.value == "en"


SHORT_FRENCH = [
    ("Prix régional : Mme Orlavène distinguée", "Le prix revient à Lina Orlavène. La cérémonie a eu lieu à Genève."),
    ("Mme Orlavène à Genève", "Remise à Genève, à midi."),
]


@pytest.mark.parametrize("texts", SHORT_FRENCH)
@pytest.mark.parametrize("feed", ["", "fr", "fr-CH"])
def test_a_short_french_text_is_not_portuguese(texts: tuple[str, str], feed: str) -> None:
    assert told(*texts, feed=feed) == "fr"


@pytest.mark.parametrize("feed", ["es", "ca"])
def test_one_word_however_often_does_not_win_over_the_feed(feed: str) -> None:
    assert told("Orlavene uma, uma, uma, uma", feed=feed) == feed
    assert told("Orlavene não foi solta, não", feed=feed) == "pt"
