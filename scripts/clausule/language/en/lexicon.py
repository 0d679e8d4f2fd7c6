"""Words by kind: what a capital letter means in English depends on the word. Lists only; ``terms`` uses them."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that stand for a party, a thing or an event in an agreement: with a capital letter they are terms. So is a
# compound that ends in one of them ('Sub-processor', 'Subscription Fee').
TERM_HEADS = _words(
    """
    acceptance account activity addendum affiliate agent agreement amendment annex appliance applicant application
    asset assignee auditor author authority beneficiary bidder breach business buyer candidate client code
    collection commission company complaint component condition consent consultant consumer content contract
    contractor controller cookie copyright country customer data database dataset day default defect deliverable
    delivery deposit device dispute document documentation donor effective employee employer enhancement equipment
    error event expense export fee feature feedback file fix force functionality goods guarantee guest hardware
    holder incident indemnity individual information infrastructure insurance insured insurer integration interest
    invoice issue item landlord law lease lessee lessor liability licence license licensee licensor limit loan
    location loss maintenance manager mark material measure member milestone module month network notice object
    obligation offer offering order organisation organization output owner package parcel partner party patient
    payment penalty period permission person personnel plan platform policy portal premises price prices procedure
    processing processor product program programme project property proposal provider publisher purchaser purpose
    quote quotation rate recipient record region release report representative request requirement reseller resource
    restriction result retailer right risk royalty sale sample schedule scope seller server service site software
    solution specification staff standard start statement student sub-processor subcontractor subject subprocessor
    subscriber subscription supplier support system tax team technology tenant tender term territory test ticket
    tool trademark training transaction transfer trial update upgrade usage use user vendor volunteer warranty
    website week work worker workspace
    """
)

# Endings that only such words have.
TERM_ENDINGS = (
    "processor",
    "processors",
    "controller",
    "controllers",
    "agreement",
    "agreements",
    "licensee",
    "licensor",
)

# A word that begins a sentence and has a capital letter for no other reason.
FUNCTION_WORDS = _words(
    """
    a an the this that these those any each every all both either neither no none some such other another if when
    where whenever wherever while whilst once unless until upon after before during since because although though
    provided notwithstanding subject in on at by for from of to with without within under over between among through
    throughout against about above below as per and or but nor so then than thus therefore however moreover
    furthermore further additionally also accordingly hereby herein hereof hereto thereof therein it its they their
    them he she his her we our us you your who whom whose which what there here is are was were be been being has
    have had do does did shall will may must can could should would might not only nothing nobody except save
    following pursuant including otherwise likewise similarly instead whereas whether regardless respectively
    together one two three four five six seven eight nine ten first second third last more most less least many few
    several
    """
)

# Of these some name a party: '(“We”)'.
PARTIES_BY_PRONOUN = _words("we us our you your they")

DETERMINERS = _words(
    """
    the a an this that these those any each every all both either neither no such other another its their his her
    our your said relevant applicable respective new own entire
    """
)
# Behind one of these a noun can stand.
LEADING_TO_NOUN = DETERMINERS | _words("in on at by for from of to with without within under over between and or per")

# Before a surname or another name.
PERSON_TITLES = _words("mr mr. mrs mrs. ms ms. miss dr dr. prof. prof sir lady lord judge justice attention attn attn:")

COUNTRIES = _words(
    """
    Netherlands Belgium Germany France Luxembourg England Ireland Scotland Wales Britain Spain Portugal Italy
    Switzerland Austria Poland Czechia Slovakia Hungary Romania Bulgaria Croatia Slovenia Greece Turkey Cyprus Malta
    Denmark Sweden Norway Finland Iceland Liechtenstein Estonia Latvia Lithuania Ukraine Russia Serbia Morocco
    America Canada Mexico Brazil Argentina China Japan India Indonesia Israel Australia Singapore Taiwan Vietnam
    Philippines Thailand Malaysia Europe Asia Africa Jersey Guernsey Gibraltar States Kingdom Zealand Korea Uruguay
    Andorra Holland
    """
)

PLACES = _words(
    """
    London Manchester Birmingham Leeds Bristol Cambridge Oxford Edinburgh Glasgow Cardiff Belfast Dublin Cork
    Amsterdam Rotterdam Utrecht Hague Brussels Antwerp Paris Berlin Frankfurt Munich Hamburg Cologne Vienna Zurich
    Geneva Madrid Barcelona Lisbon Rome Milan Copenhagen Stockholm Oslo Helsinki Warsaw Prague Budapest Delaware
    California Nevada Texas Virginia Oregon Ohio Washington Massachusetts York Jersey Illinois Florida Georgia
    Colorado Utah Connecticut Maryland Boston Chicago Francisco Seattle Austin Dallas Atlanta Miami Denver Angeles
    Toronto Sydney Melbourne Tokyo Delhi Mumbai Bangalore
    """
)

# 'European', 'Dutch', 'Californian': written with a capital letter wherever they stand.
PEOPLES = (
    "european", "dutch", "belgian", "flemish", "german", "english", "british", "french", "irish", "scottish", "welsh",
    "american", "spanish", "italian", "portuguese", "polish", "swedish", "danish", "norwegian", "finnish", "austrian",
    "swiss", "luxembourg", "greek", "turkish", "russian", "chinese", "japanese", "indian", "canadian", "australian",
    "asian", "african", "hungarian", "romanian", "bulgarian", "croatian", "ukrainian", "israeli", "korean", "brazilian",
    "californian", "latin", "roman",
)  # fmt: skip

# Institutions, days, brands and other words whose capital letter makes no term of them.
NAMES = _words(
    """
    January February March April May June July August September October November December Monday Tuesday Wednesday
    Thursday Friday Saturday Sunday Easter Christmas Boxing Thanksgiving Memorial
    Independence State Crown King Queen Union Parliament Council Commission Court Commissioner Secretary Minister
    Ministry Congress Senate Government Republic Federal Internet Web Google
    Microsoft Amazon Apple Azure Windows Linux Android Excel Word Outlook Teams SharePoint Adobe Oracle Salesforce
    Facebook Meta Twitter Instagram Slack Zoom Dropbox Stripe Cloudflare Hetzner Mailchimp Hotjar Zendesk Atlassian
    Jira Confluence Ubuntu Debian Docker Kubernetes Python Java Office Euro Bitcoin Bible Wifi Wi-Fi E-mail Email
    Back-up Ltd Inc Corp GmbH Incoterms Intrastat Snowflake Datadog Twilio SendGrid HubSpot Intercom Okta GitHub
    GitLab MongoDB Sentry Mixpanel Segment Vercel Heroku Rackspace OVH English
    """
)

# The parts of a text: with a capital letter they point to one, and are no terms.
PARTS = _words(
    """
    Article Articles Section Sections Clause Clauses Sub-clause Sub-clauses Subsection Subsections Paragraph
    Paragraphs Annex Annexes Annexe Appendix Appendices Schedule Schedules Exhibit Exhibits Attachment Attachments
    Chapter Chapters Part Parts Recital Recitals Title Module Modules Option Item Items Point Table
    """
)

# Capitals that are an abbreviation and not a word written large, also where the word exists in small letters.
ABBREVIATIONS = _words(
    """
    NATO ENISA EDPB EDPS UNESCO OWASP SEPA IBAN ISAE COBIT ITIL NIST CISO GDPR CCPA CPRA HIPAA FERPA GLBA COPPA HTML
    HTTPS SAAS PAAS IAAS JSON DORA SAML LDAP RADIUS SMTP IMAP RAID UTC CEST VAT EEA EFTA FAQ API SDK UK USA SOC PCI
    DSS AICPA FISMA FEDRAMP ICC LCIA JAMS AAA UNCITRAL UCITA CISG PECR TUPE FOIA RIPA IDTA BCR AES TLS SSL VPN MFA
    SSO AWS
    """
)

# What follows a name that only tells which one: 'the Azure environment', 'an Excel file'.
THINGS_WITH_NAMES = _words(
    """
    cloud environment platform server servers software website account accounts datacenter datacenters datacentre
    app application system systems file files service services database licence licences license licenses product
    products network portal protocol norm standard format model group method certificate data region regions
    """
)

# These begin or end the name of an act or an institution when more words with a capital letter stand beside them.
ACT_HEADS = _words(
    "Act Code Regulation Regulations Directive Decision Treaty Convention Charter Constitution Ordinance Statute Rules"
)
INSTITUTION_HEADS = _words(
    """
    Board Minister Ministry Secretary Chamber College Court Commission Authority Bank Association Foundation
    University Institute Centre Center National Royal Federal Municipality Province Council Committee Agency Office
    Department Registry House Supreme Commissioner Supervisor Society
    """
)
NAME_HEADS = ACT_HEADS | INSTITUTION_HEADS

# A first part of a compound that leaves it a common word: 'Sub-processor' but not 'Azure-environment'.
PREFIXES = _words("sub co ex non pre re mini post inter on off semi vice multi third end self e well anti de up")

STREETS = ("street", "road", "avenue", "lane", "square", "drive", "court", "way", "place", "boulevard", "row", "hill")

# An agreement that speaks of itself: 'this Framework Agreement'.
ITSELF = (
    "agreement", "terms", "addendum", "contract", "policy", "annex", "schedule", "exhibit", "appendix", "dpa", "deed",
    "amendment", "order", "clauses", "document", "notice",
)  # fmt: skip

# Two names of one thing, which agreements mix.
SYNONYMS = (
    frozenset({"sub-processor", "subprocessor"}),
    frozenset({"sub-contractor", "subcontractor"}),
    frozenset({"licence", "license"}),
    frozenset({"licensee", "licencee"}),
)

# What a clause can be about without saying the word: a reference to 'the period in clause 5' finds 'thirty days'
# there.
GENERAL_THINGS = _words(
    """
    obligation obligations right rights duty duties provision provisions condition conditions case cases situation
    manner period periods term terms arrangement rule rules requirement requirements procedure purpose purposes
    circumstance circumstances criterion criteria principle principles person party parties date address article
    clause section paragraph part point matter matters definition meaning method ground grounds reason moment annex
    schedule agreement addendum action activity activities consequence content contents number everything things
    details process processes event events extent other others remainder limits
    """
)
