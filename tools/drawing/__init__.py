"""A small printing press made of Pillow: plates, inks, halftones and the scenes printed with them."""
