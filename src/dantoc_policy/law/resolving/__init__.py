"""What tells which document a citation means."""
