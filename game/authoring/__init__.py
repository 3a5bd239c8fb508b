"""Floor 4: from an author's YAML file to a frozen scenario, or to every problem in it, placed and in plain words."""
