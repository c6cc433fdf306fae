"""The curriculum: plain records that trainings point at, the pages that show it, its materials and editions."""

from .editions import Download, Edition, EditionFile, EditionModule
from .materials import Material
from .pages import CurriculumPage, LibraryPage, ModulePage
from .records import Curriculum, Module

__all__ = [
    "Curriculum",
    "CurriculumPage",
    "Download",
    "Edition",
    "EditionFile",
    "EditionModule",
    "LibraryPage",
    "Material",
    "Module",
    "ModulePage",
]
