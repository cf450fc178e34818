"""Claims and what stands against them: who denies them, rejects them, or says the opposite."""
