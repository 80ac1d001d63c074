"""What a Word document is made of: its markup, its styles, its package."""
