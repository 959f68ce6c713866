"""Rules: which differences an editor should see, one short module a rule."""
