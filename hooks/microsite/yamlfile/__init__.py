"""From the text of a YAML file to a tree that remembers its places, with every syntax error reported."""
