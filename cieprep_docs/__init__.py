"""Localized Word reports and PowerPoint decks for the delegations of an event."""
