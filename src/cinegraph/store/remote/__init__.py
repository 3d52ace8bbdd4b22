"""A store in any SPARQL 1.1 service: Query, Update, and the Graph Store Protocol where there is one.

What lives in the service, so that a second machine needs its address only:

``graph:entities``, ``graph:claims``, ``graph:view``, ``graph:curation``, ``graph:article/…``
    The graph itself, quad for quad as the embedded store has it; any other client may read it.
``graph:union``
    Every triple of those once more. Services do not agree on what the default graph is, and one service may hold other
    people's graphs too; so a query is sent with its dataset (SPARQL 1.1 Protocol, section 2.1.4), and that names one
    graph instead of a million. It costs as much room again.
``graph:readings``
    The articles as read and what was extracted from them: one node for each reading, its text and findings packed
    (JSON, zlib, base64) into literals of bounded length.
``graph:state``
    The published version, the key of what it was made from, which readings and which decisions it rests on; who is
    writing. ``graph:runs``, as ever, records the builds.

What lives in the user's cache folder, and may be deleted at any time: the index of names of a version, made from the
service by SPARQL at the first look-up; and, where builds are made, a mirror, which is an embedded store of the
published version. A build works on the mirror, and then sends the difference. Which folder an article came from (for
``--prune``) is a matter of the machine that built it, and stays there.

Readers see the old graph or the new one. A difference that fits into one request is one operation, which also changes
the version. A larger one takes several: the first marks the state as being changed, the last takes the mark away and
changes the version, after the graphs have been counted. A reader looks at the state when it opens the store and again
after every answer: where the version has changed or the mark is there, it says so instead of answering with a mixture.
So this needs no transactions that span requests, which SPARQL does not have. A build that was killed half-way leaves
the mark; readers are told, and the next build compares the new graph with what is really there.

Two builds cannot interleave. A build begins to write by announcing itself, provided that the version is still the one
that it began with, and then looks: whoever sees somebody else's announcement beside its own withdraws. Every operation
is conditional on the announcement, so a build that was taken for dead and wakes up writes nothing.
"""
