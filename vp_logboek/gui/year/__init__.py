"""The year: what the counsellor sees beside what HR sees."""
