"""The curriculum: plain records that trainings point at, the pages that show it, its materials and editions."""

from .approval import SecondPersonTask
from .changes import EditionChange
from .editions import Download, Edition, EditionFile, EditionModule
from .items import Blueprint, EditionForm, EditionItem, Item
from .languages import ChangeNote, EditionText, TranslationReview
from .materials import Material
from .pages import CurriculumPage, LibraryPage, ModulePage
from .reading import ReadingPlace, SearchText
from .records import Curriculum, Module

__all__ = [
    "Blueprint",
    "ChangeNote",
    "Curriculum",
    "CurriculumPage",
    "Download",
    "Edition",
    "EditionChange",
    "EditionFile",
    "EditionForm",
    "EditionItem",
    "EditionModule",
    "EditionText",
    "Item",
    "LibraryPage",
    "Material",
    "Module",
    "ModulePage",
    "ReadingPlace",
    "SearchText",
    "SecondPersonTask",
    "TranslationReview",
]
