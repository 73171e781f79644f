"""Invented items that are about no place, whatever places they mention."""

from place_subject_cases import Case

SUBJECTS: tuple[Case, ...] = (
    Case(
        "Regional bar opens office for lawyers in exile",
        (
            "We are opening an office in Prague for lawyers who had to leave Belarus and Azerbaijan.",
            "It has three rooms.",
        ),
        "",
    ),
    Case(
        "Our board met in Lisbon", ("The board met in Lisbon and thanked colleagues from Ghana, Nepal and Peru.",), ""
    ),
    Case("Grants for newsrooms", ("Newsrooms in Benin, Togo and Ghana may apply for grants.",), ""),
    Case(
        "Consultant wanted (home-based)",
        ("The consultant will evaluate our work in Nepal, Jordan and Mesoamerica.",),
        "",
    ),
    Case(
        "Council adopts text on water", ("The text was led by Spain and Germany.", "It was adopted by consensus."), ""
    ),
    Case(
        "Review of national institutions",
        ("Nine institutions are reviewed.", "Those of Malawi, Chile and Samoa are among them."),
        "",
    ),
    Case(
        "Prague film festival: a year of courage",
        ("Films from Iran, Cuba, Belarus and Sudan are shown in Prague.",),
        "",
    ),
    Case("Webinar on spyware", ("Speakers from Mexico and India join us.", "Register by Friday."), ""),
    Case("Kenya-based network calls for calm", ("The network, based in Nairobi, writes to all members.",), ""),
    Case("Amnesty Kenya elects chair", ("Amnesty Kenya has a new chair.",), ""),
    Case(
        "Training for monitors",
        (
            "The training takes place in Tbilisi, Georgia, from 3 to 7 May.",
            "Monitors from Armenia and Moldova may apply.",
        ),
        "",
    ),
    Case("Deadline extended: workshop in Accra", ("The workshop in Accra, Ghana, is for lawyers of West Africa.",), ""),
    Case("Fellows 2026", ("This year’s fellows come from Iraq, Kenya, Laos and Haiti.",), ""),
    Case("Oslo forum hears defenders", ("The forum in Oslo heard defenders from Cuba and Vietnam.",), ""),
    Case(
        "Summer school on strategic litigation, Budapest",
        ("The school takes place in Budapest from 6 to 17 July.",),
        "",
    ),
    Case(
        "Norwegian fund pulls out of Israeli firm",
        ("The fund sold its shares in a firm that builds in the West Bank.",),
        "",
    ),
    Case("World Bank: guidance on reprisals", ("The bank, based in Washington, has published guidance.",), ""),
    Case(
        "African Commission session opens in Banjul",
        ("The session opened in Banjul, The Gambia.", "Delegates from 40 countries take part."),
        "",
    ),
    Case("Statement at HRC61: item 4 debate", ("We are deeply concerned by arrests in Egypt, Turkey and India.",), ""),
)
