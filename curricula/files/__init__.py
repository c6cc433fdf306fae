"""Files: checked when uploaded, stored, sent, printed as PDF."""
