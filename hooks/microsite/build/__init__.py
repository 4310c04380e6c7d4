"""One build from its first event to its last: what is made again, what is kept, how it is published."""
