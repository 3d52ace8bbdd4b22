"""The web service: the SPARQL 1.1 Protocol over a store, read-only, and pages for people beside it.

One process speaks HTTP (:mod:`cinegraph.service.app`, Starlette and Uvicorn). Everything that asks the graph runs in
worker processes (:mod:`cinegraph.service.pool`), which are ended at their deadline: Oxigraph cannot stop a query, and
its own server, asked the same, went on for minutes or ended with a 200 and half an answer.
"""
