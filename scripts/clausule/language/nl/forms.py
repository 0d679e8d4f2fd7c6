"""The addresses of the forms."""

FILL_FOLDER, BREACH_FOLDER, COPY_FOLDER, SIGNED_FOLDER = "invullen", "datalek", "uw-exemplaar", "getekend"
