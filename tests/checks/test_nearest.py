from plugins.checks.nearest import Names

ADDRESSES = Names(["/posts/campos-mal-ano/", "/posts/mes/", "/posts/n/"])
CATEGORIES = Names(["Crónicas", "Proyectos"])


def test_a_folder_that_both_share_makes_nothing_alike() -> None:
    assert [ADDRESSES.nearest(path) for path in ("/municipio.cl/acta", "/posts/no-existe/", "/posts/xyz/")] == [""] * 3
    assert ADDRESSES.nearest("/posts/campo-mal-ano/") == "/posts/campos-mal-ano/"


def test_a_category_is_meant_only_where_it_is_really_near() -> None:
    assert CATEGORIES.nearest("Noticias") == ""
    assert CATEGORIES.nearest("Croncas") == "Crónicas"
