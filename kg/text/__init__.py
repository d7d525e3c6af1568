"""From files to documents: the language side. No other folder loads a parser."""
