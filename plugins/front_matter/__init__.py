"""Front matter: from the bytes of a file to a validated document, with one diagnostic per fault."""
