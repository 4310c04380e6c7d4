"""What a plan is: its records, each field declared once, and what follows from them alone."""
