"""Document trees and decks written as Office files. Knows no event and no catalog."""
