"""The rule language and its readings: one small tree, read in many ways."""
