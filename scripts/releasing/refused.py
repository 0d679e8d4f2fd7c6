"""The one error of a release."""


class Refused(Exception):
    """The release is not fit to go out; the message says what is wrong and how to mend it."""
