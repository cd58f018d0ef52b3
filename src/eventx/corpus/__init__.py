"""Many articles: concurrent, resumable, within budget, every one accounted for.

inputs    what is given on the command line, as articles one at a time
ahead     the input, read in a thread
holding   one run an output, whatever name it goes by
lines     the file of results: written whole lines at a time, mended after a kill
database  the SQLite files of a run: who reads them, and what is said when one is broken
ledger    SQLite beside it: each article, each question, what it cost
answers   what models answered, so that none is asked the same twice
pace      how many questions at once: as many as the provider takes
rate      how many requests and tokens in a minute: as many as the provider allows
budget    prices and limits
desk      where every question passes these four
metered   a Model that asks past the desk
coding    one article, whatever goes wrong with it
crew      worker processes, as the run knows them; worker: the run, as a worker knows it; post: what they say
many      `extract_many` and `aextract_many`
running   `eventx run`
estimate  `eventx run --dry-run`
verifying `eventx verify`
audit     `eventx audit`
"""
