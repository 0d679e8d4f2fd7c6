"""Words by kind: what a capital letter means in Dutch depends on the word. Lists only; ``terms`` uses them."""

from __future__ import annotations


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Words that stand for a party, a thing or an event in an agreement: with a capital letter they are terms. So is a
# longer word that ends in one of them ('Hoofdovereenkomst', 'Eindgebruiker').
TERM_HEADS = _words(
    """
    aanbieder aandeelhouder aannemer aanvraag account activiteit afnemer afspraak agreement akte apparatuur
    applicatie app artiest auditor auteur autoriteit beheerder belanghebbende bericht bescheiden bestand bestelling
    bestuur betaling betrokkene bewerker bijdrage bijlage borg cliënt collectie conditie consument content contract
    contractant controller cursist cursus customer data databank database datalek dataset deelnemer deliverable
    derde dienst dienstverlener dienstverlening document documentatie donateur dossier eigenaar eindproduct
    evenement factuur fee formulier garantie gebeurtenis gebied gebouw gebrek gebruiker gegeven gegevens grondstof
    hardware huurder huurprijs inbreuk incident informatie ingangsdatum inhoud inlener inschrijving installatie
    instelling inwoner kandidaat klacht klant koopprijs koper kosten krediet leerling lening levering leverancier
    licensee licensor licentie licentiegever licentienemer locatie looptijd maatregel makelaar materiaal materialen
    medewerker melding merk module nota object offerte onderaannemer onderdeel ondernemer onderneming
    onderwijsinstelling onderzoek ontvanger opdracht opdrachtgever opdrachtnemer opleiding oplevering optie order
    organisatie organisator ouder overeenkomst pachter pand partij parties party patiënt periode personeel
    persoonsgegevens plan platform portal prestatie prijs procedure processor product productie programma
    programmatuur project provider provisie reglement reiziger relatie resultaat schade school scope service
    services sla software speler startdatum storing student subbewerker subprocessor subverwerker supplier systeem
    tarief team tekortkoming term termijn test toepassing toezichthouder toestel traject uitgever user vendor
    verantwoordelijke vereniging vergoeding werkdag manager contactpersoon functionaris contractjaar kantooruren
    verhuurder verkoper vertaler vertegenwoordiger verwerker verwerking verwerkingsverantwoordelijke verzekeraar
    verzekerde verzekering verzoek vennootschap voertuig voorwaarden vracht vrijwilliger waarborgsom website
    webwinkel werk werkgever werknemer werkzaamheden wijziging winkel woning zaak zorgaanbieder zorgverlener
    """
)

# Endings that only such words have.
TERM_ENDINGS = (
    "gever", "nemer", "houder", "lijke", "ing", "ingen", "heid", "heden", "schap", "schappen", "atie", "aties",
    "overeenkomst", "overeenkomsten", "gegevens", "verwerker", "verwerkers", "gerechtigde", "hebbende", "plichtige",
    "leverancier", "leveranciers", "aanbieder", "gebruiker", "gebruikers", "beheerder", "ontvanger", "afnemer",
)  # fmt: skip

# A word that begins a sentence and has a capital letter for no other reason.
FUNCTION_WORDS = _words(
    """
    de het een 't indien als wanneer zodra tenzij mits doordat omdat hoewel ook dit deze die dat dan daar daarbij
    daarom daartoe daarvan er hier hierbij hierin hiermee hiervan hierop hieronder in op aan bij van voor met door
    over onder na naar naast tegen tijdens tot uit sinds zonder binnen buiten behalve behoudens conform krachtens
    volgens ingevolge inzake jegens namens omtrent per ten ter te om en of maar noch want dus zo zoals zowel elke
    elk iedere ieder alle al beide enige enkel uitsluitend voorts tevens verder overigens bovendien evenmin eveneens
    slechts alleen wij zij hij u haar zijn hun ons onze zijnde gelet gezien mocht zou zal kan heeft is wordt worden
    niet geen nadat voordat totdat voorafgaand onverminderd onverlet overeenkomstig ondanks vanaf vervolgens
    desgevraagd desgewenst echter immers wel waar waarbij wat wie welke
    """
)

# Of these some name a party: 'hierna: Wij'.
PARTIES_BY_PRONOUN = _words("wij u ons onze hij zij hun zijn haar")

DETERMINERS = _words(
    """
    de het een 't deze dit die dat elke elk iedere ieder alle beide haar zijn hun diens onze ons geen enige enig
    welke zodanige dergelijke zulke voornoemde genoemde betreffende desbetreffende bedoelde andere ander nieuwe
    eigen gehele betrokken the a an any each this such other
    """
)

# Before a surname or another name.
# Behind one of these a noun can stand.
LEADING_TO_NOUN = DETERMINERS | _words(
    "in op aan bij van voor met door over onder naar tegen tot uit zonder en of per om"
)
PERSON_TITLES = _words(
    """
    heer heren mevrouw dhr. dhr mevr. mevr mw. mw mr. mr drs. drs ir. ir ing. dr. dr prof. familie notaris meneer
    naam weduwe
    """
)

COUNTRIES = _words(
    """
    Nederland België Duitsland Frankrijk Luxemburg Engeland Ierland Schotland Wales Spanje Portugal Italië
    Zwitserland Oostenrijk Polen Tsjechië Slowakije Hongarije Roemenië Bulgarije Kroatië Slovenië Griekenland
    Turkije Cyprus Malta Denemarken Zweden Noorwegen Finland IJsland Liechtenstein Estland Letland Litouwen Oekraïne
    Rusland Servië Marokko Suriname Aruba Curaçao Bonaire Saba Amerika Canada Mexico Brazilië Argentinië China Japan
    India Indonesië Israël Australië Singapore Taiwan Vietnam Filipijnen Thailand Maleisië Europa Azië Afrika
    Benelux Vlaanderen Wallonië Koninkrijk Noordzee Randstad Caribisch
    """
)

PLACES = _words(
    """
    Groningen Friesland Fryslân Drenthe Overijssel Gelderland Utrecht Flevoland Noord-Holland Zuid-Holland Zeeland
    Noord-Brabant Brabant Limburg Holland Amsterdam Rotterdam Den Haag 's-Gravenhage Eindhoven Tilburg Almere Breda
    Nijmegen Apeldoorn Arnhem Haarlem Enschede Amersfoort Zaanstad Zwolle Leiden Leeuwarden Dordrecht Ede Maastricht
    Delft Alkmaar Venlo Deventer Hilversum Hengelo Purmerend Roosendaal Gouda Woerden Lelystad Assen Emmen
    Middelburg Helmond Oss Hoofddorp Nieuwegein Zeist Veenendaal Houten Barendrecht Roermond Sittard Heerlen Weert
    Kampen Zoetermeer Rijswijk Vlaardingen Schiedam Spijkenisse Hoorn Heerenveen Sneek Drachten Hoogeveen Meppel
    Zutphen Doetinchem Winterswijk Tiel Culemborg Waalwijk Bergen Vlissingen Terneuzen Schiphol Brussel Antwerpen
    Gent Brugge Leuven Luik Parijs Londen Berlijn Frankfurt Dublin Straatsburg Genève Wenen Madrid Rome Kopenhagen
    Stockholm Warschau Praag Milaan Zürich Lissabon Helsinki Hamburg München Keulen Düsseldorf
    """
)

# 'Nederlandse', 'Europees', 'Engelstalig', 'Unierechtelijk': written with a capital letter wherever they stand.
PEOPLES = (
    "nederlands", "nederlander", "belgisch", "belg", "vlaams", "vlaming", "duits", "engels", "brits", "frans", "fries",
    "europees", "europes", "europeaan", "amerika", "spaans", "italiaan", "portugees", "pools", "zweeds", "deens",
    "noors", "fins", "iers", "schots", "oostenrijk", "zwitser", "luxemburg", "griek", "turks", "russisch", "chinees",
    "chines", "japan", "indiaas", "canad", "australisch", "surina", "caribisch", "aziatisch", "afrikaan", "hongaar",
    "roemeen", "bulgaar", "kroatisch", "oekra", "marokkaan", "israëlisch", "unierecht", "romeins", "latijn", "hollands",
    "brabants", "limburg", "zeeuws", "gronings", "amsterdam", "rotterdam", "utrecht", "haags", "angelsaksisch",
)  # fmt: skip

# Institutions, days, brands and other words whose capital letter makes no term of them.
NAMES = _words(
    """
    Januari Februari Maart April Mei Juni Juli Augustus September Oktober November December Maandag Dinsdag Woensdag
    Donderdag Vrijdag Zaterdag Zondag Pasen Pinksteren Kerst Kerstmis Hemelvaart Nieuwjaar Koningsdag Bevrijdingsdag
    Gegevensbeschermingsautoriteit Gegevensbeschermingsautoriteiten Privacycommissie
    Staat Rijk Koning Koningin Kroon Unie Parlement Kamer Belastingdienst Rijksoverheid Staatscourant Staatsblad
    Rekenkamer Ombudsman Rechtbank Gerechtshof Hof Handelsregister Logius Justis Rijkswaterstaat Kadaster Politie
    Inspectie Geschillencommissie Minister Ministerie Staatssecretaris Waterschap Internet Web Google Microsoft
    Amazon Apple Azure Windows Linux Android Excel Word Outlook Teams SharePoint Adobe Oracle Salesforce Facebook
    Meta Twitter Instagram Slack Zoom Dropbox Mollie Exact Cloudflare Hetzner Leaseweb Mailchimp Hotjar Stripe
    Zendesk Atlassian Jira Confluence Ubuntu Debian Docker Kubernetes Python Java Office Euro Bitcoin Bijbel Wifi
    Wi-Fi E-mail E-mailadres Back-up Ltd Inc Corp GmbH
    """
)

# The parts of a text: with a capital letter they point to one, and are no terms.
PARTS = _words(
    "Artikel Artikelen Bijlage Bijlagen Annex Annexen Appendix Appendices Aanhangsel Schedule Hoofdstuk Lid Overweging"
)

# Capitals that are an abbreviation and not a word written large, also where the word exists in small letters.
ABBREVIATIONS = _words(
    """
    NATO ENISA EDPB EDPS UNESCO OWASP SEPA IBAN ISAE COBIT ITIL NIST CISO GDPR AVG UAVG HTML HTTPS SAAS PAAS IAAS
    JSON DORA SAML LDAP RADIUS SMTP IMAP RAID UTC CEST BTW KVK EER EFTA TIBCO CAO ZZP ANBI RSIN BRIN DUO UWV SVB IND
    RDW GGD GGZ NICTIZ DIGID RIVM TNO KNAW NEN CEN CENELEC
    """
)

# What follows a name that only tells which one: 'de Azure omgeving', 'een Excel bestand'.
THINGS_WITH_NAMES = _words(
    """
    cloud omgeving platform server servers software website account accounts datacenter datacenters applicatie app
    systeem systemen bestand bestanden dienst diensten database licentie licenties product producten netwerk portal
    portaal protocol norm standaard formaat model groep concern methode certificaat keurmerk
    """
)

# These begin the name of an act when more words follow: 'Wet op de geneeskundige behandelingsovereenkomst'.
ACT_HEADS = _words(
    """
    Wet Besluit Regeling Wetboek Verordening Richtlijn Uitvoeringswet Uitvoeringsbesluit Uitvoeringsregeling Verdrag
    Handvest Beschikking Rijkswet Invoeringswet Beleidsregel Beleidsregels Richtsnoeren Richtsnoer Koninklijk
    """
)

# These begin the name of an institution when a capital letter follows: 'Minister van Justitie', 'Autoriteit Financiële
# Markten'.
INSTITUTION_HEADS = _words(
    """
    Raad Minister Ministerie Staatssecretaris Kamer College Hof Gerechtshof Rechtbank Commissie Autoriteit Bank Bond
    Vereniging Stichting Universiteit Hogeschool Inspectie Instituut Centrum Nationaal Nationale Koninklijke
    Centraal Centrale Gemeente Provincie Waterschap Vakbond Federatie Coöperatie Orde Opinion Guidelines Board
    Council Committee Chamber Gedragscode Handreiking Functionaris Kruispuntbank Ondernemingsrechtbank
    """
)
NAME_HEADS = ACT_HEADS | INSTITUTION_HEADS

# What may follow 'de Wet' in a sentence, and not in the name of an act.
AFTER_SUBJECT = _words(
    """
    zal is wordt heeft kan mag moet dient stelt geeft schrijft bepaalt verplicht vereist biedt en of die dat dan
    niet aan in
    """
)

# A first part of a compound that leaves it a common word: 'Sub-verwerker' but not 'Azure-omgeving'.
PREFIXES = _words("sub mede ex co niet non oud her pre mini hoofd deel meta inter on semi vice eind raam neven")

STREETS = (
    "straat", "weg", "laan", "plein", "kade", "gracht", "singel", "dijk", "hof", "park", "dreef", "pad", "steeg",
    "ring", "plantsoen", "boulevard", "haven", "markt", "veld", "wal", "burg", "poort", "brink", "hoek", "kamp",
    "baan", "oord",
)  # fmt: skip

# An agreement that speaks of itself: 'deze Raamovereenkomst'.
ITSELF = ("overeenkomst", "voorwaarden", "addendum", "contract", "regeling", "reglement", "bijlage", "statuten", "akte")

# The AVG has new words for what the Wbp had; agreements that came from older ones mix them.
SYNONYMS = (
    frozenset({"verantwoordelijke", "verwerkingsverantwoordelijke"}),
    frozenset({"bewerker", "verwerker"}),
    frozenset({"subbewerker", "subverwerker"}),
    frozenset({"bewerkersovereenkomst", "verwerkersovereenkomst"}),
)

# What a clause can be about without saying the word: a reference to 'de termijn in artikel 5' finds 'dertig dagen'
# there.
GENERAL_THINGS = _words(
    """
    verplichting recht plicht bepaling bepaalde voorwaarde geval situatie wijze termijn periode afspraak
    regel eis procedure doel doeleinden omstandigheid criterium uitgangspunt beginsel persoon partij datum adres
    artikel onderdeel punt zaak begrip term definitie betekenis werkwijze manier grond reden
    moment tijdstip bijlage overeenkomst verwerkersovereenkomst handeling activiteit werkzaamheden gevolg inhoud
    aantal hetgeen zoals alles tenzij indien worden wordt zijn hebben deze welke mits
    """
)
