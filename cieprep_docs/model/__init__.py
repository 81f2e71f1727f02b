"""What an event is: frozen, typed, in no language and no layout."""
