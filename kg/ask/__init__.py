"""From a store to answers: named questions, names typed by hand, and the records that the lookups print."""
