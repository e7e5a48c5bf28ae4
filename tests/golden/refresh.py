"""Write the expected files of every golden case anew: read the difference before you commit it."""

from tests.golden.cases import expected, sources


def refresh() -> list[str]:
    """The names of the files that changed."""
    changed = []
    for source in sources():
        for path, text in expected(source).items():
            if not path.exists() or path.read_bytes() != text.encode():
                path.write_bytes(text.encode())
                changed.append(path.name)
    return changed


if __name__ == "__main__":
    print("\n".join(refresh()) or "Nothing changed.")
