"""What an output says about a comparison, worked out once for all formats; no markup in here."""
