"""Texts of the kinds that X's own conformance data has, in words of our own, and what npm's twitter-text 3.1.0 says.

Lengths are `parseTweet(text).weightedLength`, addresses `extractUrls(text)`. To add one, ask the package again.
"""

FAMILY = "👨\u200d👩\u200d👧\u200d👦"

LENGTHS: list[tuple[str, int]] = [
    ("Mira http://plaza.cl", 28),  # a message and an address
    ("agua-" * 57, 285),  # 285 letters
    ("agua- https://www.gob.cl/agua/limpia " + "agua-" * 53, 295),  # an address in the middle of 300 signs
    ("agua-" * 53 + " https://www.gob.cl/agua ", 290),  # an address at the end
    ("https://www.gob.cl/agua " * 10, 240),  # ten addresses and ten spaces
    ("水清，" * 53 + "水", 320),  # 160 signs of Chinese
    ("💧" * 160, 320),  # 160 emoji
    ("the" + "水清，" * 53 + "水", 323),  # three letters and 160 signs of Chinese
    ("A\u0301gua", 4),  # a letter and its accent are one
    ("A\ufb2c", 4),  # a letter that is taken apart by composition
    ("agua-" * 55 + "cance\u0301nl", 282),  # over the limit after composition
    (
        "Espacios: \u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u200b\u200c\u200d "
        "‐‑‒–—―‖‗‘’‚‛“”„‟′″‴‵‶‷",
        47,
    ),  # every kind of visible space and dash
    (
        "Mira " + ("https://" + "municipalidad" * 20 + ".com/agua ") * 3 + "https://gob.cl",
        862,
    ),  # hosts that are too long, and a sound one
    ("aguas" * 12 + "agua.com", 68),  # 64 letters before the dot, no protocol
    ("aguas" * 12 + "agu.com", 23),  # 63 letters before the dot, no protocol
    ("水" * 100 + " http://" + "みずのいえ" * 11 + "みず.com", 326),  # a host of more than 63 bytes in ASCII
    ("水" * 100 + " http://" + "みずのいえ" * 9 + ".com", 224),  # a host that just fits in ASCII
    ("A🐟☂" + FAMILY, 7),  # a mix of weights
    (FAMILY * 140, 280),  # 140 families
    ("😷👾😡🔥💩", 10),  # five emoji
    ("💁🏽👩\u200d🔧", 4),  # tones and professions
    ("7\u20e3", 2),  # a keycap without its selector
    (
        "Bailan: 🤠 💃 💃🏾 🤪 🧕 🧕🏾 🏴\U000e0067\U000e0062\U000e0073\U000e0063\U000e0074\U000e007f",
        28,
    ),  # emoji of Unicode 9 and 10
    ("Agua\u202a\uffffAgua\ufffe", 14),  # signs that no message may hold
    ("\u2066\u202ahttp://plaza.پاکستان/\u202c\u2069", 31),  # marks of direction around an address
    ("ماء https://gob.cl/agua ماء", 31),  # a right-to-left word and an address
]

ADDRESSES: list[tuple[str, int, list[str]]] = [
    ("http://gob.cl", 23, ["http://gob.cl"]),
    ("text http://gob.cl", 28, ["http://gob.cl"]),
    ("http://gob.cl text", 28, ["http://gob.cl"]),
    ("text:http://gob.cl", 28, ["http://gob.cl"]),
    ("(http://gob.cl)", 25, ["http://gob.cl"]),
    ("«http://gob.cl»", 25, ["http://gob.cl"]),
    ("texto.http://gob.cl", 29, ["http://gob.cl"]),
    ("http://gob.cl/.", 24, ["http://gob.cl/"]),
    ("http://gob.cl/agua.", 24, ["http://gob.cl/agua"]),
    ("http://gob.cl/agua!", 24, ["http://gob.cl/agua"]),
    ("http://gob.cl/agua…", 25, ["http://gob.cl/agua"]),
    ("http://gob.cl/#agua", 23, ["http://gob.cl/#agua"]),
    ("http://gob.cl/agua?tipo=pozo&n=1", 23, ["http://gob.cl/agua?tipo=pozo&n=1"]),
    ("http://gob.cl?agua", 23, ["http://gob.cl?agua"]),
    ("http://gob.cl/?q=agua&sala=%C3%B1", 23, ["http://gob.cl/?q=agua&sala=%C3%B1"]),
    ("http://gob.cl/agua_(pozo)", 23, ["http://gob.cl/agua_(pozo)"]),
    ("http://gob.cl/(agua_(pozo))", 23, ["http://gob.cl/(agua_(pozo))"]),
    ("http://gob.cl/a_(b)_(c)", 23, ["http://gob.cl/a_(b)_(c)"]),
    ("http://gob.cl/~ana/@agua/", 23, ["http://gob.cl/~ana/@agua/"]),
    ("http://gob.cl/@agua", 23, ["http://gob.cl/@agua"]),
    ("http://gob.cl/agua/@ana/", 23, ["http://gob.cl/agua/@ana/"]),
    ("http://gob.cl:80", 23, ["http://gob.cl:80"]),
    ("http://agua-limpia.gob.cl", 23, ["http://agua-limpia.gob.cl"]),
    ("http://agua--limpia.cl", 23, ["http://agua--limpia.cl"]),
    ("http://agua_limpia.gob.cl", 23, ["http://agua_limpia.gob.cl"]),
    ("http://gob_cl.com", 17, []),
    ("http://-gob.cl", 14, []),
    ("http://gob-.cl", 14, []),
    ("https://gob.museum/agua", 23, ["https://gob.museum/agua"]),
    ("http://agua.xn--p1ai", 23, ["http://agua.xn--p1ai"]),
    ("http://xn--h1alffa9f.xn--p1ai", 23, ["http://xn--h1alffa9f.xn--p1ai"]),
    ("http://✪df.ws/1234", 23, ["http://✪df.ws/1234"]),
    ("http://➡.ws/䨹", 25, ["http://➡.ws/"]),
    ("http://例え.テスト", 18, []),
    ("日本語http://gob.cl日本語", 35, ["http://gob.cl"]),
    ("gob.cl日本語", 29, ["gob.cl"]),
    ("agua.gob.cl/a", 23, ["agua.gob.cl/a"]),
    ("gob.cl/agua/", 23, ["gob.cl/agua/"]),
    ("gob.cl, cmpc.com y otra.org", 74, ["gob.cl", "cmpc.com", "otra.org"]),
    ("a.gob.cl.b", 25, ["a.gob.cl"]),
    ("gob.cl.", 24, ["gob.cl"]),
    ("gob.cl...", 26, ["gob.cl"]),
    ("agua.c", 6, []),
    ("agua.notld", 10, []),
    ("1.2.3.4", 7, []),
    ("http://1.2.3.4/a", 16, []),
    ("@gob.cl", 7, []),
    ("#gob.cl", 7, []),
    ("$gob.cl", 7, []),
    ("ana@gob.cl", 10, []),
    ("_gob.cl", 7, []),
    ("-gob.cl", 7, []),
    ("/gob.cl", 7, []),
    ("=gob.cl", 24, ["gob.cl"]),
    ("http://gob.cl/agua'limpia", 23, ["http://gob.cl/agua'limpia"]),
    ("http://gob.cl/a,b;c:d", 23, ["http://gob.cl/a,b;c:d"]),
    ("http://gob.cl/%F0%9F%92%A7", 23, ["http://gob.cl/%F0%9F%92%A7"]),
    ("http://gob.cl/💧", 25, ["http://gob.cl/"]),
    ("http://gob.cl/agua|luz", 23, ["http://gob.cl/agua|luz"]),
    ("http://gob.cl/ПУТЬ", 23, ["http://gob.cl/ПУТЬ"]),
    ("http://t.co/AbCdEf", 23, ["http://t.co/AbCdEf"]),
    ("http://t.co/AbCdEf-", 24, ["http://t.co/AbCdEf"]),
    (
        "https://t.co/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        23,
        ["https://t.co/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"],
    ),
    ("https://t.co/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 54, []),
    ("HTTP://GOB.CL/Agua", 23, ["HTTP://GOB.CL/Agua"]),
    ("httpS://gob.cl", 23, ["httpS://gob.cl"]),
    ("http://http://gob.cl", 30, ["http://gob.cl"]),
    ("http://gob.cl/http://gob.cl", 23, ["http://gob.cl/http://gob.cl"]),
    ("http://gob.cl\nhttp://gob.cl", 47, ["http://gob.cl", "http://gob.cl"]),
    ("\u3000http://gob.cl", 25, ["http://gob.cl"]),
    ("\u200ehttp://gob.cl\u200e", 27, ["http://gob.cl"]),
    ("http://gob.cl\ufe0f", 25, ["http://gob.cl"]),
    ("http://user:clave@gob.cl", 24, []),
    ("http://gob.cl/#!/agua", 23, ["http://gob.cl/#!/agua"]),
    ("http://gob.cl/agua/?x=(y)", 24, ["http://gob.cl/agua/?x=(y"]),
    ("http://gob.cl/agua)", 24, ["http://gob.cl/agua"]),
    ("[http://gob.cl/agua]", 25, ["http://gob.cl/agua"]),
    ("<http://gob.cl/agua>", 25, ["http://gob.cl/agua"]),
    ('http://gob.cl/"agua"', 29, ["http://gob.cl/"]),
    ("gob.cl/agua_(pozo", 28, ["gob.cl/agua_"]),
    ("www.gob", 7, []),
    ("www.gob.cl", 23, ["www.gob.cl"]),
    ("t.co", 23, ["t.co"]),
    ("agua.co", 23, ["agua.co"]),
    ("agua.info", 23, ["agua.info"]),
    ("agua.movistar", 23, ["agua.movistar"]),
    ("fotos.de.agua", 28, ["fotos.de"]),
    ("Sr.de", 23, ["Sr.de"]),
    ("fin.Es", 23, ["fin.Es"]),
    ("EE.UU", 5, []),
    ("www.agua.gob.cl:8080/a?b", 23, ["www.agua.gob.cl:8080/a?b"]),
]
