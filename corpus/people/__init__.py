"""Who was there, who sent apologies, who declared an interest, and who spoke."""
