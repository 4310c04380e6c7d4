"""What a template may see, in one language: finished words and addresses, nothing to compute."""
