"""Which language a text is in, by its small words, without asking anybody; certain, or silent."""

import re
from collections import Counter

WORDS = {
    "es": """el la los las un una unos unas de del y a al que en es por con no se su sus lo le les para como más pero
        este esta estos estas eso esto ese esa cuando muy sin sobre también hay donde quien quienes todo todos toda
        desde hasta fue fueron ser está están era eran son tiene tienen ya porque entre otra otro otros cada nos
        nosotros ellos ella ellas hace años mientras aunque entonces después antes si qué ni hacia durante según puede
        pueden había han ha hemos uno yo me te mi tu usted ustedes algo nada fui así aquí allí""",
    "en": """the of and to in is that it for was on are with as his they be at have this from or had by not but what
        all were when we there can an your which their said if do will each about how up out them then she many some so
        these would other into has more her him could no make than been its who now my over did only may very after
        just where most i you he our us nobody because also those while before between through should""",
    "pt": """o a os as um uma uns umas de do da dos das e em no na nos nas que é com não se por para ao à aos às pelo
        pela pelos pelas mais mas como foi foram são está estão ser ter tem têm seu sua seus suas ele ela eles elas
        este esta isso isto esse essa quando muito também já até onde quem sobre entre depois sem mesmo só nem há você
        vocês nós era eram porque cada ainda então antes anos pode podem num numa dele dela deles nosso nossa lhe eu
        me meu minha todos tudo toda outra outro outros havia desde""",
    "fr": """le la les des du de et est à un une que qui dans en pour pas sur avec ce cette ces il elle ils elles nous
        vous je ne se au aux par plus sont été être ont mais ou où son sa ses leur leurs comme tout tous fait même très
        aussi sans entre après avant deux si on y a""",
    "it": """il lo la gli le i di del della dei delle degli e è che in per con non un una uno sono si da al alla ai
        nel nella nei su come più ma anche questo questa questi ha hanno essere stato stata tutti tutto se dal dalla ci
        loro suo sua quando dove chi cosa molto dopo prima fra tra ogni a o""",
    "ca": """el la els les un una uns unes de del dels i a al als que en és per amb no se seva seu seus més però
        aquest aquesta aquests aquestes això quan molt sense sobre també hi on qui tot tots tota des fins va van ser
        està són té tenen ja perquè entre altre altres cada nosaltres ells ella com o si ha han""",
    "gl": """o a os as un unha uns unhas de do da dos das e en no na nos nas que é con non se por para ao á aos ás
        polo pola polos polas máis pero como foi foron son está están ser ter ten teñen seu súa seus súas el ela eles
        isto iso cando moito tamén xa ata onde quen sobre entre despois sen mesmo só nin hai era porque cada aínda
        todos había""",
    "de": """der die das und ist in zu den von mit nicht ein eine einen dem des sich auf für als auch es an werden aus
        er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war haben nur oder aber vor zur bis
        mehr durch man sein wurde wir ihr""",
}
LANGUAGES = tuple(WORDS)
OURS = ("es", "en", "pt")
"""The languages that are recognised; the others are known only so that they are not taken for one of these."""

LOOKED_AT = 120
FEWEST = 40
# Of the words looked at, a tenth of their weight; and as much again as the declared language has.
LEAST = 0.1
TIMES = 2.5
QUOTED = (("«", re.compile("«[^»]*»")), ("“", re.compile("“[^”]*”")), ('"', re.compile('"[^"\n]*"')))
QUOTATION = re.compile(r"^[ \t]*>.*$", re.MULTILINE)
STEPS = (1600, 12_000)


def _signed() -> dict[str, int]:
    """For each word a number with a bit for each language that has it."""
    signs: dict[str, int] = {}
    for place, words in enumerate(WORDS.values()):
        for word in set(words.split()):
            signs[word] = signs.get(word, 0) | 1 << place
    return signs


SIGNS = _signed()


def other_tongue(text: str, declared: str) -> str:
    """The one of `OURS` in which the beginning of `text` is certainly written, if it is not the `declared` one.

    Empty when it is as declared, too short, mixed, in a language that is not known, or when that is not certain.
    """
    if declared not in WORDS:
        return ""
    words = _own_words(text)
    if len(words) < FEWEST:
        return ""
    weights = weighed(words)
    best = max(weights, key=lambda lang: weights[lang])
    is_clear = weights[best] >= LEAST * len(words) and weights[best] >= TIMES * weights[declared]
    return best if best != declared and best in OURS and is_clear else ""


def weighed(words: list[str]) -> dict[str, float]:
    """For each language the number of its words; one that several have counts for each of them a part."""
    weights = dict.fromkeys(LANGUAGES, 0.0)
    for sign, number in Counter(map(SIGNS.get, words)).items():
        if sign is None:
            continue
        held = [lang for place, lang in enumerate(LANGUAGES) if sign >> place & 1]
        for lang in held:
            weights[lang] += number / len(held)
    return weights


def _own_words(text: str) -> list[str]:
    """The first words of `text` that are no quotation."""
    words: list[str] = []
    for step in STEPS:
        own = text[:step]
        for sign, quoted in QUOTED:
            if sign in own:
                own = quoted.sub(" ", own)
        words = (QUOTATION.sub(" ", own) if ">" in own else own).split()
        if len(words) >= LOOKED_AT or len(text) <= step:
            break
    return words[:LOOKED_AT]
