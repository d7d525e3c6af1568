"""
Who met whom, where, when, and who says so: a knowledge graph from news articles.

article ─read→ Article ─annotate→ Document ─link→ Entity ─match+qualify→ Meeting, Measure ┐   per article,
        └─────────── kg/text ────────────┘ └───────────────── kg/facts ──────────────────┘ │   pure, cacheable, parallel
   ┌────────────────────────────────────────────────────────────────────────────────────────┘
   └→ Report (what this article says) ─fuse→ Knowledge (what happened, by whom reported) ─quads→ store ─ask→ answers
                                      └ kg/fusion ┘                                     └ kg/graph ┘ └ kg/ask ┘
"""

__version__ = "0.1.0"
