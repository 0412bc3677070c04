"""What data that enters from outside is made of: checked facts that must not contradict."""
