"""Pieces of HTML: what is words is escaped wherever it comes from, and what is HTML stays."""

from __future__ import annotations

from markupsafe import Markup

from clausule.pages.kit.html import element, filled


def test_a_sentence_is_filled_with_html_and_words_and_only_words_are_escaped() -> None:
    link = element("a", "7 & 8", href="#x")
    assert (
        filled("Zie <{clause}> en {words}.", clause=link, words="<b>")
        == 'Zie &lt;<a href="#x">7 &amp; 8</a>&gt; en &lt;b&gt;.'
    )
    assert isinstance(filled("“zonder”"), Markup) and filled("{{0}} `x`") == "&#123;0&#125; &#96;x&#96;"
