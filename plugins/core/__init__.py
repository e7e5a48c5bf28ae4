"""The nouns every room shares: no Pelican, no disk, no clock."""
