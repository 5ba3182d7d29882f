"""The registration journal on the screen (appendix 3): its table, its filters, its side panel."""
