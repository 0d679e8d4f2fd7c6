"""What all pages share: pieces of HTML, staging, contact."""
