"""What the classroom tells."""
