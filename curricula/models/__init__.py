"""The curriculum: plain records that trainings point at, the pages that show it, its materials and editions."""

from .editions import Download, Edition, EditionFile, EditionModule
from .items import Blueprint, EditionForm, EditionItem, Item
from .materials import Material
from .pages import CurriculumPage, LibraryPage, ModulePage
from .records import Curriculum, Module

__all__ = [
    "Blueprint",
    "Curriculum",
    "CurriculumPage",
    "Download",
    "Edition",
    "EditionFile",
    "EditionForm",
    "EditionItem",
    "EditionModule",
    "Item",
    "LibraryPage",
    "Material",
    "Module",
    "ModulePage",
]
