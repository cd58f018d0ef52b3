"""The embedded model: its file on disk, and the llama.cpp server that answers from it.

    manifest   which models there are: size, hash, licence, where the bytes come from
    sources    those bytes, from the model hub or out of wheels
    store      the cache folder: what is there, and `pull()`
    server     one server per model and process, started when first asked for and stopped at exit
    engine     what runs in the server's own process
    grammar    what to add to a chat request so that the answer fits a JSON schema

Importing this package costs nothing; llama.cpp (`xllamacpp`) is imported by the engine alone.
"""
