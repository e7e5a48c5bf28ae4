"""file-unreadable: a file that cannot be read, or whose name cannot be an address.

What it finds: a file or folder that the system does not let anybody read, a link that leads nowhere, a name with a
backslash or a control character.
Why it matters: what it holds is not published, and links to it lead nowhere.
What to do: give it a name of letters, digits and hyphens; look at the rights of the file and of its folder.
"""

from plugins.core.diagnostic import Severity
from plugins.core.rule import Example, Rule

NAME = "file-unreadable"
EXAMPLE = Example(
    "Acta de la asamblea.\n",
    "Acta de la asamblea.\n",
    "file",
    "documents/acta\\marzo.txt",
    "documents/acta-marzo.txt",
)
RULE = Rule(NAME, Severity.ERROR, __doc__, EXAMPLE, "files", firm=True)
