"""The words that the texts of the corpus are made of, and the names that its lists have."""

LANGUAGES = ("es", "en", "pt")

_ES = """
abierta acta acuerdo agenda agua alcaldía ambiente análisis año apoyo archivo asamblea autobús barrio biblioteca
bosque calle cambio camino carta ciudad colegio comité compra concejo consulta contrato cuenta cuidado datos debate
decisión demanda derecho día documento encuesta energía equipo escuela espacio esquina evidencia feria firma fuente
gasto gente grupo historia hospital huerto idea informe invierno jornada justicia laboratorio ley libro lluvia local
mapa mercado mesa método mirada municipio nombre noticia obra oficina orden papel parque pausa persona plan planilla
plaza pregunta presupuesto pueblo puente puerta radio red región registro respuesta resultado reunión río salud semana
servicio silencio sombra taller tarde tiempo trabajo transporte valle vecina verano vereda verdad viaje visita voz
"""
_EN = """
action answer archive assembly audit bench board bridge budget bus campaign care change charter city clerk coast
column committee contract copy corner council count data day debate decision deed delay demand desk district document
door evidence fair farm figure file forest form fountain garden group habit harbour health hearing history home
hospital hour idea invoice journey key kitchen land law ledger letter library light list map market meeting method
minute morning name neighbour night north notice office order page paper parish park path people permit plan plaza
press promise question queue radio reason record region reply report result right river road room rule school season
service shadow signature square station street summer table team ticket town train trust valley voice vote water week
"""
_PT = """
abertura acordo agenda água aldeia ambiente análise ano apoio arquivo assembleia ata bairro banco biblioteca caderno
calçada caminho campanha carta cidade colégio comitê compra conselho consulta contrato coragem cuidado dados debate
decisão demanda dia direito documento encontro energia equipe escola espaço esquina evidência feira fila floresta
folha fonte gasto gente grupo história hora horta hospital ideia imposto informe inverno jornada justiça laboratório
lei lista livro local lugar manhã mapa memória mercado mesa método município mutirão noite nome notícia obra oficina
ônibus ordem página papel parque pedido pergunta pessoa plano ponte porta povo praça prazo prefeitura rádio recibo
rede região registro resposta resultado reunião rio saúde semana serviço silêncio sombra tarde tempo trabalho voz
"""
NOUNS = {"es": _ES.split(), "en": _EN.split(), "pt": _PT.split()}

JOINTS = {
    "es": ["de la", "en el", "con una", "y otra", "sin", "para cada", "que pidió", "donde había", "antes de la"],
    "en": ["of the", "in a", "with one", "and another", "without", "for each", "that asked", "where a", "before the"],
    "pt": ["da", "em cada", "com uma", "e outra", "sem", "para a", "que pediu", "onde havia", "antes da"],
}
# Eleven subjects with six qualities: 66 tags in each language, about 200 in all.
QUALITIES = {
    "es": ("anual", "central", "digital", "local", "regional", "vecinal"),
    "en": ("annual", "central", "digital", "local", "regional", "shared"),
    "pt": ("anual", "central", "digital", "local", "regional", "social"),
}
SUBJECTS = {
    "es": ("agua", "bosque", "carta", "cuenta", "escuela", "mapa", "mesa", "plaza", "red", "salud", "voz"),
    "en": ("budget", "council", "forest", "garden", "letter", "map", "market", "record", "school", "voice", "water"),
    "pt": ("água", "carta", "conta", "escola", "feira", "mapa", "mesa", "praça", "rede", "saúde", "voz"),
}
TAGS = {lang: [f"{one} {other}" for one in SUBJECTS[lang] for other in QUALITIES[lang]] for lang in LANGUAGES}

# Each category in every language: key, then name and description in Spanish, English and Portuguese.
CATEGORIES = (
    ("proyectos", ("Proyectos", "Projects", "Projetos")),
    ("guias", ("Guías", "Guides", "Guias")),
    ("cronicas", ("Crónicas", "Reportage", "Reportagens")),
    ("datos", ("Datos", "Data", "Dados")),
    ("opinion", ("Opinión", "Opinion", "Opinião")),
    ("barrios", ("Barrios", "Neighbourhoods", "Bairros")),
    ("presupuesto", ("Presupuesto", "Budget", "Orçamento")),
    ("ambiente", ("Ambiente", "Environment", "Meio ambiente")),
)
ABOUT = {
    "es": "Lo que publicamos sobre este tema: {name}.",
    "en": "What we publish on this subject: {name}.",
    "pt": "O que publicamos sobre este tema: {name}.",
}
AUTHORS = (
    *("Alba Quintero", "Bruno Sepúlveda", "Celia Anchorena", "Davi Lacerda", "Elsa Marambio", "Fabio Teixeira"),
    *("Greta Solís", "Hugo Barrientos", "Iara Monteiro", "Joana Prado", "Kemal Ossandón", "Livia Carrasco"),
)
PLACES = (("Chile", "Valdivia"), ("Brasil", "Recife"), ("Colombia", "Cali"), ("Uruguay", "Salto"), ("Perú", "Puno"))
PAGES = (
    ("acerca", ("Acerca de", "About", "Sobre")),
    ("contacto", ("Contacto", "Contact", "Contato")),
    ("metodo", ("Método", "Method", "Método")),
)
