"""What the clock and a questionnaire say in the browser, by keys of their own; they fill in the numbers in braces."""

from __future__ import annotations

from clausule.language.language import Language


def clock_words(language: Language) -> dict[str, str]:
    """The clock of a breach."""
    say = language.say
    return {
        "discovered": say("When was it discovered?"),
        "discovered_hint": say(
            "Date and time in the Netherlands. If you do not know exactly, take the earliest moment."
        ),
        "now": say("Now"),
        "informed": say("When did the controller become aware of it?"),
        "informed_hint": say(
            "Leave this empty as long as you do not know. The 72 hours then run from the discovery, which is safest."
        ),
        "until": say("No later than {0}"),
        "left": say("{0} left"),
        "past": say("expired {0} ago"),
        "waiting": say("Fill in when it was discovered."),
        "absent": say("This time did not exist: that night the clock went from 02:00 to 03:00."),
        "twice": say("This time occurred twice that night. Which one do you mean?"),
        "first": say("the first time (summer time)"),
        "second": say("the second time (winter time)"),
        "summer": say("summer time"),
        "winter": say("winter time"),
        "forward": say("Within this period the clock goes forward one hour; this has been taken into account."),
        "back": say("Within this period the clock goes back one hour; this has been taken into account."),
        "future": say("This moment lies in the future."),
        "day": say("day"),
        "days": say("days"),
        "hour": say("hours"),
        "minute": say("minute"),
        "minutes": say("minutes"),
        "less": say("less than a minute"),
        "and": say("and"),
        "through": say("The clock counts full hours, also at night, at the weekend and on public holidays."),
    }


def fill_words(language: Language) -> dict[str, str]:
    """A questionnaire that is filled in."""
    parts = (_answering, _draft, _opening, _finishing, _report, _refusing)
    return {key: sentence for part in parts for key, sentence in part(language).items()}


def _answering(language: Language) -> dict[str, str]:
    """While questions are answered."""
    say = language.say
    return {
        "progress": say("{0} of {1} answered"),
        "open_one": say("1 required question still open"),
        "open_many": say("{0} required questions still open"),
        "none_open": say("all required questions answered"),
        "finish": say("Continue to the final step"),
        "rest": say("Set the rest to {0}"),
        "clear": say("Clear this answer"),
        "keys": say(
            "On the keyboard: Tab goes to the next question, the first letter (Y or N) chooses, Delete clears a choice."
        ),
        "kept": say("You chose another answer; what stands here stays in the report until you clear it."),
    }


def _draft(language: Language) -> dict[str, str]:
    """A draft that the browser keeps."""
    say = language.say
    return {
        "draft": say("Keep a draft in this browser"),
        "draft_hint": say(
            "On this device only. Clear the box and the draft is deleted. Do not do this on a computer that you share."
        ),
        "draft_kept": say("Draft kept at {0}."),
        "draft_removed": say("The draft has been deleted from this browser."),
        "draft_back": say("The draft of {0} is back."),
        "draft_refused": say("This browser does not keep anything. You can go on; save your answers as a file below."),
        "draft_full": say(
            "The storage of this browser is full; the draft has not been updated. You can go on; save your answers as "
            "a file below."
        ),
        "draft_bad": say("The draft in this browser cannot be read and has been left as it is. {0}"),
        "draft_elsewhere": say(
            "This draft was also changed in another tab. Save what stands here as a file; otherwise only the last one "
            "remains."
        ),
    }


def _opening(language: Language) -> dict[str, str]:
    """A saved file that is opened, and what is new since."""
    say = language.say
    return {
        "open": say("Open a saved file"),
        "open_hint": say("A file that you saved here before, to continue it or to supplement it."),
        "in_file": say("What the file contains"),
        "found": say("This file is {0}, saved on {1}, with {2}."),
        "replaces": say(
            "There are already {0} here. They make way for those in the file; you can undo this afterwards."
        ),
        "continue": say("Continue with this"),
        "supplement": say("Supplement this"),
        "supplement_hint": say(
            "In a supplement the report shows what is new since this notification (Article 33(4) GDPR)."
        ),
        "cancel": say("Do not open it"),
        "read_in": say("Opened: {0}."),
        "undo": say("Back to what stood here"),
        "undone": say("What stood here is back."),
        "answers_one": say("1 answer"),
        "answers_many": say("{0} answers"),
        "first_report": say("the first notification"),
        "later_report": say("supplement {0}"),
        "since": say("New or different since {0} of {1}: {2}."),
        "nothing_new": say("Nothing has changed yet since {0} of {1}."),
        "was": say("it said: {0}"),
        "fresh": say("new"),
        "changed": say("changed"),
        "gone": say("removed"),
        "empty": say("not answered"),
    }


def _finishing(language: Language) -> dict[str, str]:
    """The final step."""
    say = language.say
    return {
        "finish_title": say("Final step"),
        "save": say("Save as a file"),
        "save_hint": say("A JSON file. With it you can continue later, and the recipient can open it here."),
        "saved": say("Saved as {0}."),
        "print": say("Print the report"),
        "print_hint": say("Or save it as a PDF. When nothing has been filled in, the blank form is printed."),
        "mail": say("Copy the text for an e-mail"),
        "mail_hint": say("This page itself sends nothing. Paste the text into your e-mail program."),
        "mail_show": say("Show the text"),
        "mail_label": say("Text for an e-mail"),
        "copied": say("The text is on the clipboard."),
        "copy_failed": say("Copying does not work here. The text is below and has been selected: copy it yourself."),
        "start_over": say("Start again"),
        "started_over": say("All answers are gone."),
    }


def _report(language: Language) -> dict[str, str]:
    """The report, on paper and as text."""
    say = language.say
    return {
        "report": say("Report"),
        "report_of": say("{0}: {1}"),
        "made": say("Drawn up on"),
        "kind": say("Kind"),
        "edition": say("Agreement"),
        "mark": say("Hash (SHA-256)"),
        "discovered": say("Discovered"),
        "informed": say("Controller informed"),
        "deadline": say("No later than"),
        "asked_by": say("supervisory authority {0}"),
        "also_asked": say("The supervisory authority also asks, and this annex does not:"),
        "take_time": say("Take the time from the clock: {0}"),
        "subject": say("Subject: {0}"),
    }


def _refusing(language: Language) -> dict[str, str]:
    """Files that are not opened, and why."""
    say = language.say
    return {
        "too_big": say("This file is larger than {0} MB and has not been opened."),
        "not_json": say("This file is not JSON, or it did not arrive complete. Nothing has changed."),
        "not_ours": say("This file is not a questionnaire that was filled in on this site. Nothing has changed."),
        "newer": say(
            "This file was made with a newer version of the form. Open it on the page where it was made. Nothing has "
            "changed."
        ),
        "other_agreement": say("This file belongs to another agreement ({0}). Nothing has changed."),
        "other_edition": say(
            "This file belongs to version {0} of the agreement, and this form to version {1}. Nothing has changed."
        ),
        "go_there": say("Open the form of version {0}"),
        "other_annex": say("This file belongs to another annex ({0}). Nothing has changed."),
        "other_text": say(
            "This file belongs to the same version, but to another text of it (another hash). Nothing has changed."
        ),
        "wrong_type": say("At “{0}” this file holds something that does not belong there. Nothing has changed."),
        "unknown_ask": say("This file answers a question that this annex does not have (“{0}”). Nothing has changed."),
        "unknown_option": say("This file answers “{0}” where only {1} is possible. Nothing has changed."),
        "or": say("or"),
    }
