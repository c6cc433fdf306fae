"""Review and approval of drafts: groups, reviewers, the editor's menu."""
