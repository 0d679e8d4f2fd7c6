"""How a question is put in English, and which forms are one word for who searches."""

from clausule.language.en.references.scan import ORDINALS
from clausule.language.search import SearchWords

SEARCH = SearchWords(
    article=("article", "articles", "art", "arts", "section", "sections", "sec", "§"),
    clause=("clause", "clauses", "cl", "paragraph", "paragraphs", "para", "subsection", "sub-section", "sub-clause"),
    annex=("annex", "annexes", "appendix", "schedule", "exhibit", "attachment"),
    item=("item", "point", "part", "letter", "number", "no", "under", "subparagraph", "sub-paragraph"),
    ordinals=ORDINALS,
    define=(
        "what is",
        "what are",
        "what does",
        "definition",
        "definitions",
        "define",
        "defined",
        "mean",
        "means",
        "meaning",
    ),
    asks=(
        (
            "how soon = how quickly = how fast = within what = how much time = when = how long = deadline",
            "hour = hours = day = days = working days = week = month = year = without undue delay = immediately",
        ),
        (
            "how often = how many times = frequency",
            "once = times = annually = yearly = year = month = periodically = regularly",
        ),
        ("how expensive = what does it cost = who pays = who bears = price", "cost = costs = charge = fee = expense"),
        ("how much = how high", "euro = amount = maximum = limited = at most"),
        ("where = in which country = which countries", "place = location = located = country = EEA = Netherlands"),
    ),
    small="""
        how what when where why who whom whose which can could may must shall should will would do does did is are was
        were be been have has had i we you they it there here not no any some much many long soon often does happens
        happen happened apply applies find search clause about for with from if then than our your their my me us
        provision provisions text carry out take place get
        """,
    forms="""
        keep kept
        hold held
        lose lost loss
        give gives given gave
        pay paid
        send sent
        tell told
        write written wrote
        choose chosen chose
        leave left
        bear bears borne
        take taken took
        steal stolen
        bind bound
        erase erasure
        transfer transferred transfers
        """,
    # Of 'notify', 'notified', 'notifies' and 'notification' stays 'notif'; of 'deletes' and 'deletion' 'delet'.
    stem=(
        ("'s$", ""),
        ("sses$", "ss"),
        ("(?<=.{2})ies$", "y"),
        ("(?<=[^su])s$", ""),
        ("(?<=.{3})ied$", "y"),
        ("(?<=.{3})(?:ed|ing)$", ""),
        ("(?<=.{2})[ai]bility$", "abl"),
        ("(?<=.{3})ible$", "abl"),
        ("(?<=.{3})ification$", "if"),
        ("(?<=.{2}[st])ions?$", ""),
        ("(?<=.{4})(?:ment|ness|ly)$", ""),
        ("(?<=.{3})[ey]$", ""),
        ("(?<=.{3})i$", ""),
        (r"([bdfgmnprt])\1$", "$1"),
    ),
)
