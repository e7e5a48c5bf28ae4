"""What writers call our fields in their own languages and in other programs."""

from collections.abc import Sequence
from difflib import get_close_matches

from plugins.core.slug import slugify

CALLED = {
    "title": "titulo titular headline",
    "date": "fecha data fecha-de-publicacion data-de-publicacao day",
    "updated": "actualizado actualizacion atualizado atualizacao modified last-modified-at",
    "intro": "resumen resumo bajada subtitulo subtitle descripcion descricao description introduccion introducao "
    "summary excerpt extracto lead",
    "tags": "etiquetas etiqueta palabras-clave palavras-chave keywords",
    "single_image": "imagen imagem image foto fotos portada capa cover picture photo thumbnail imagen-destacada",
    "img": "imagen imagem image foto archivo arquivo src picture photo",
    "alt": "texto-alternativo descripcion descricao description",
    "caption": "leyenda legenda pie pie-de-foto epigrafe",
    "credit": "credito creditos fotografo fotografa",
    "licence": "licencia licenca license",
    "share_message": "mensaje mensagem mensaje-para-compartir mensagem-para-compartilhar message",
    "categories": "categoria categorias category seccion secao",
    "authors": "autor autora autores autoras author",
    "lang": "idioma lengua lingua language locale",
    "language": "idioma lengua lingua lang",
    "permalink": "enlace-permanente link-permanente enlace url direccion endereco",
    "url": "enlace link direccion endereco href",
    "draft": "borrador rascunho",
    "published": "publicado publicada",
    "highlighted": "destacado destacada destaque featured",
    "campaign": "campana campanha",
    "start": "inicio comienzo comeco desde",
    "end": "fin fim final termino hasta",
    "goal": "meta objetivo",
    "status": "estado situacion situacao",
    "colour": "color cor",
    "country": "pais",
    "city": "ciudad cidade",
    "entity": "entidad entidade institucion instituicao",
    "layout": "tipo type",
    "name": "nombre nome",
    "role": "cargo papel rol",
    "email": "correo correo-electronico e-mail",
    "phone": "telefono telefone",
    "number": "numero cifra",
    "unit": "unidad unidade",
    "source": "fuente fonte",
    "file": "archivo arquivo",
    "label": "texto etiqueta rotulo",
}
"""For each field what it is called, as in an address: small letters, no accents, hyphens."""


def meant(written: str, names: Sequence[str]) -> str:
    """The one of `names` that is meant by `written`, in another language or with a slip; empty when none is."""
    word = slugify(written.replace("_", "-"))
    called = next((name for name in names if word in CALLED.get(name, "").split()), "")
    near = [called] if called else get_close_matches(written.strip().lower(), names, 1, 0.6)
    return near[0] if near else ""
