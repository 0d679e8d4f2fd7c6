"""The English words in addresses and ids."""

from clausule.language.slugs import Slugs

SLUGS = Slugs(
    agreements="agreements",
    beside="side-by-side",
    handbook="handbook",
    verify="verify",
    recipe="recipe",
    current="current",
    compare="compare",
    history="history",
    on="on",
    sub_processors="sub-processors",
    signed="signed",
    whole="full-text",
    measures="measures",
    gdpr_28="gdpr-28",
    gdpr_30="gdpr-30",
    fill_in="fill-in",
    breach="data-breach",
    own_copy="your-copy",
    one="one",
    other="other",
    old="from",
    new="to",
    day="date",
    clause="clause",
    title="title",
    row="row",
    paragraph="paragraph",
    items="list",
)
