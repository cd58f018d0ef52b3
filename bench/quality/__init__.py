"""eventx against what people would use instead, on the same model: `python -m bench.quality --help`.

data       rows to measure on: a text and what a careful reader found in it
answer     the one shape every arm's answer is brought into
endpoint   the server that all arms ask, and what an exchange with it cost
exchanges  answers of the model kept on disk
arms/      one module per way to ask: eventx, direct, list, langextract
running    ask every arm about every row; resumable
scoring    when a figure, a side, a province, a date is right
summary    counts over rows, with confidence intervals
report     Markdown, JSON and the list of errors
plot       accuracy against seconds
"""
