"""What anybody can hold a text against: manifests in a chain, and receipts. Pure: plain data and bytes."""
