"""Floor 2: source spans become entities with a name, a kind and a role."""
