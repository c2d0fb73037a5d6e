"""Who is named in a text: roles, people, and words that name nobody in particular. The vocabulary is ``roles.yaml``."""

from qa_app.nlp.roles.find import VAGUE, Role, RoleKind, RoleMention, find_roles, roles
from qa_app.nlp.roles.people import UNKNOWN_ROLE, PersonMention, find_people

__all__ = ["UNKNOWN_ROLE", "VAGUE", "PersonMention", "Role", "RoleKind", "RoleMention", "find_people", "find_roles", "roles"]
