"""The arms: each is one way to ask a model, with `ask` (a text to its Reply) and `understand` (to an Answer).

    eventx_    eventx itself
    direct     plain instructor, direct nullable fields
    listed     plain instructor, a free list of casualties with quotes
    langext    langextract, with worked examples

Each has a `VERSION`: raise it when what is asked changes, and kept replies of another version are asked for
anew. How a kept reply is understood may change without that.
"""
