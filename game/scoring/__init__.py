"""Floor 2: what a day cost. Prices as one table, the ledger over a trace, the scorecard. Integers only, no
sentences.
"""
