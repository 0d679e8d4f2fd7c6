"""What holds in any language, as dated data: acts, the GDPR, countries and adequacy, ISO 27001, DPV, the supervisor."""
