"""The records that flow from stage to stage: frozen, slotted, free of behaviour beyond simple look-ups."""
