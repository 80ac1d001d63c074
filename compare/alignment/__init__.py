"""Which goals and sections of one report answer to which of another, and why."""
