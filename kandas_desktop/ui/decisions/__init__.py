"""The page of decisions: files of breaches from the facts to the decision, and petitions with answers."""
