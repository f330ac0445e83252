"""Floor 1: what the stages ask of a language model, and the model that ships with the package."""
