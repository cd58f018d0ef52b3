"""Many articles: how fast, how much of a core, how much memory, and whether any is lost when killed."""
