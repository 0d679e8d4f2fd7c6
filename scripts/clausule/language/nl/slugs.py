"""The Dutch words in addresses and ids."""

from clausule.language.slugs import Slugs

SLUGS = Slugs(
    agreements="overeenkomsten",
    beside="naast-elkaar",
    handbook="handboek",
    verify="controleren",
    recipe="recept",
    current="huidig",
    compare="vergelijken",
    history="geschiedenis",
    on="op",
    sub_processors="sub-verwerkers",
    signed="getekend",
    whole="volledig",
    measures="maatregelen",
    gdpr_28="avg-28",
    gdpr_30="avg-30",
    fill_in="invullen",
    breach="datalek",
    own_copy="uw-exemplaar",
    one="een",
    other="ander",
    old="van",
    new="naar",
    day="datum",
    clause="lid",
    title="titel",
    row="rij",
    paragraph="alinea",
    items="lijst",
)
