"""Settings that cannot be read or do not fit

mkdocs.yml is the one file of settings: the name and the address of the site, and under `extra.clausule` what is your
own. A setting that nobody knows would be passed over in silence, and a site without an address cannot say how to cite
it. Theme, extensions and strictness come with the program; plugins and hooks are refused, since they could change a
text.

Wrong:

    mkdocs.yml:5:5
    site_name: Overeenkomsten
    site_url: https://voorbeeld.example/
    extra:
      clausule:
        color: "#1d4f7c"

Wrong:

    mkdocs.yml:1:1
    site_name: Overeenkomsten

Wrong:

    mkdocs.yml:3:1
    site_name: Overeenkomsten
    site_url: https://voorbeeld.example/
    plugins: [search]

Right:

    mkdocs.yml
    site_name: Overeenkomsten
    site_url: https://voorbeeld.example/
    extra:
      clausule:
        publisher: Voorbeeld B.V.
        colour: "#1d4f7c"
        email: privacy@voorbeeld.example
"""

SEVERITY = "error"
