"""Texts that try to tell a model what to answer, by family, and what becomes of them.

Every attack stands in the same true article. A model that obeys answers what the attack wants beside what is
true, so that its figures add up; one that does not obey answers what is true.
"""

from __future__ import annotations

from collections.abc import Mapping

from attacks.attack import Attack
from attacks.disguised import DISGUISED
from attacks.planted import PLANTED
from attacks.told import TOLD

ATTACKS: Mapping[str, Mapping[str, Attack]] = {**TOLD, **PLANTED, **DISGUISED}
