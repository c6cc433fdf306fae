"""The pages of cascade trainings: list, plan, the training's own page, decisions, exceptions, the tree."""
